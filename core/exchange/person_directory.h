// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

namespace bomay {

/// What a row says of a holder.
struct HolderFacts
{
    QString name;
    QString code;
    PartialDate born;
    UnitId unit;
    AppointmentKind kind = AppointmentKind::Full;
    std::vector<PersonId> incumbents = {}; ///< who the document has in this post
};

/// Tells when two rows speak of one person: id or date of birth agree; by name alone only within one unit or its direct
/// parent, in the same post, or where a row says concurrent. Others of the same name stay apart.
class PersonDirectory
{
public:
    PersonDirectory(ImportContext &context, const UnitDirectory &units);

    /// The person the facts speak of, new where nobody known fits.
    [[nodiscard]] PersonId resolve(const HolderFacts &facts);

    /// Was there, when `resolve` was last called, somebody else of this name?
    [[nodiscard]] bool lastWasPossibleDuplicate() const { return m_possibleDuplicate; }
    [[nodiscard]] int count() const { return m_count; }

private:
    struct Known
    {
        Person person;
        std::vector<UnitId> units;
        bool concurrent = false;
    };

    [[nodiscard]] bool isSame(const Known &known, const HolderFacts &facts) const;
    [[nodiscard]] bool isNear(UnitId a, UnitId b) const;

    ImportContext &m_context;
    const UnitDirectory &m_units;
    QHash<QString, std::vector<Known>> m_byName;
    bool m_possibleDuplicate = false;
    int m_count = 0;
};

} // namespace bomay

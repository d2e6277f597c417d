// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"
#include "core/exchange/near_codes.h"

#include <QHash>

#include <unordered_map>

namespace bomay {

/// A unit as this import leaves it, for the sheets that refer to units.
struct KnownUnit
{
    UnitId id;
    UnitKind kind = UnitKind::Unknown;
    UnitId parent;
};

/// The units that rows can name: those of the file and those of the document it goes into, as they are called on the
/// day of the file (without one, as they are last). A name that units of that day have is not that of another one.
class UnitDirectory
{
public:
    explicit UnitDirectory(const ImportContext &context);

    void add(const QString &code, const QString &name, const KnownUnit &unit);
    /// By code, else by a name that only one unit has; null where there is none.
    [[nodiscard]] UnitId find(const QString &codeOrName) const;
    /// The unit that a row names in a column; null where that is empty (`missing-code`) or nobody's (`unknown-unit`):
    /// errors of the row.
    [[nodiscard]] UnitId read(RowReader &row, QStringView column) const;
    [[nodiscard]] KnownUnit describe(UnitId id) const;
    /// The codes that differ from a text only by case, zero padding or marks, joined for a message; empty where there
    /// are none.
    [[nodiscard]] QString nearMisses(const QString &text) const;

private:
    void addCode(const QString &code, const KnownUnit &unit);
    void addName(const QString &folded, UnitId unit);

    QHash<QString, UnitId> m_byCode;
    NearCodes m_near;
    QHash<QString, UnitId> m_byName; ///< folded; null where several have it
    std::unordered_map<UnitId, KnownUnit> m_units;
};

} // namespace bomay

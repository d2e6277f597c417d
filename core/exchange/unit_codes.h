// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <QHash>
#include <QSet>

namespace bomay {

/// Codes for units that come without one: that of the unit of this name in this place in the document, else one made
/// from the name. The same name in the same place has the same code. Whether a unit moved shows only when the file is
/// read to its end: see `ForeignRows`.
class UnitCodes
{
public:
    explicit UnitCodes(const Organisation &base);

    struct Code
    {
        QString code;
        bool isNew = false; ///< given for the first time in this import
    };

    /// `parent` is a code, empty for a root.
    [[nodiscard]] Code of(const QString &parent, const QString &name);

    /// Where a unit of the document stands.
    struct Known
    {
        QString code;
        QString parent; ///< its code; empty for a root
    };

    /// The unit of this name in this place in the document; without a code where there is none.
    [[nodiscard]] Known inPlace(const QString &parent, const QString &name) const;
    /// The only unit of this name in the document; without a code where there is none, or several.
    [[nodiscard]] Known onlyNamed(const QString &name) const;

private:
    QHash<std::pair<QString, QString>, QString> m_known; ///< (parent's code, folded name) → code
    QHash<std::pair<QString, QString>, QString> m_made;  ///< likewise, of this import
    QHash<QString, Known> m_byName;                      ///< of the document; without a code where several have it
    QSet<QString> m_taken;
    QSet<QString> m_given;
};

} // namespace bomay

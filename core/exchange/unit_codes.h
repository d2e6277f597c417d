// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <QHash>
#include <QSet>

namespace bomay {

/// Codes for units that come without one: that of the unit of this name in this place in the document, else one made
/// from the name. The same name in the same place has the same code.
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

private:
    QHash<std::pair<QString, QString>, QString> m_known; ///< (parent's code, folded name) → code
    QHash<QString, QString> m_byName;                    ///< of the document; empty where several have it
    QSet<QString> m_taken;
    QSet<QString> m_given;
};

} // namespace bomay

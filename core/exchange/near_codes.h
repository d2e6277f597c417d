// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace bomay {

/// Codes, or names, by their loose form: what a text may have meant that is none of them.
class NearCodes
{
public:
    void add(const QString &code);
    /// Those that differ from a text only by case, zero padding or marks, joined for a message, three at most; empty
    /// where there are none.
    [[nodiscard]] QString to(const QString &text) const;

private:
    QHash<QString, QStringList> m_codes;
};

} // namespace bomay

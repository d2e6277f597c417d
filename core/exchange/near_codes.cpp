// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/near_codes.h"

#include "core/exchange/parent_links.h"

namespace bomay {

void NearCodes::add(const QString &code)
{
    m_codes[looseCode(code)] += code;
}

QString NearCodes::to(const QString &text) const
{
    constexpr qsizetype kShown = 3;
    QStringList near = m_codes.value(looseCode(text));
    near.sort();
    near.removeDuplicates();
    return near.mid(0, kShown).join(QStringLiteral(", "));
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/provisional_code.h"

#include "core/base/vietnamese_text.h"

#include <QStringList>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : searchFold(name).split(u' '))
        if (!word.isEmpty() && word.front().isLetterOrNumber())
            initials += word.front().isDigit() ? word.toUpper() : QString(word.front().toUpper());
    return initials.isEmpty() ? u"DV"_s : initials;
}

} // namespace

QString provisionalCode(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    const QString initials = initialsOf(name);
    QString code = initials;
    for (int n = 2; isTaken(code); ++n)
        code = initials + QString::number(n);
    return code;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/code_hierarchy.h"

#include <QRegularExpression>
#include <QStringList>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

QString parentOfPath(const QString &path, const QSet<QString> &codes)
{
    for (qsizetype at = path.lastIndexOf(u'/', -2); at >= 0; at = at == 0 ? -1 : path.lastIndexOf(u'/', at - 1))
        if (const QString above = path.first(at + 1); codes.contains(above))
            return above;
    return {};
}

/// The parts from the left on become zeros: each is a level within what follows.
QString parentOfIdentifier(const QString &code, const QSet<QString> &codes)
{
    QStringList parts = code.split(u'.');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        parts[i] = QString(parts[i].size(), u'0');
        if (const QString above = parts.join(u'.'); above != code && codes.contains(above))
            return above;
    }
    return {};
}

} // namespace

QString parentOfCode(const QString &code, const QSet<QString> &codes)
{
    if (code.startsWith(u'/'))
        return parentOfPath(code, codes);
    if (isAgencyIdentifier(code))
        return parentOfIdentifier(code, codes);
    for (qsizetype at = code.lastIndexOf(u'.'); at > 0; at = code.lastIndexOf(u'.', at - 1))
        if (const QString above = code.first(at); codes.contains(above))
            return above;
    return {};
}

QString tidyPath(const QString &path)
{
    QString tidy = u'/' + path.trimmed() + u'/';
    while (tidy.contains(u"//"_s))
        tidy.replace(u"//"_s, u"/"_s);
    return tidy;
}

bool isAgencyIdentifier(const QString &code)
{
    static const QRegularExpression form(u"^\\d{2,3}(\\.\\d{2,3})+\\.[A-Z]\\d{2}$"_s);
    return form.match(code).hasMatch();
}

} // namespace bomay

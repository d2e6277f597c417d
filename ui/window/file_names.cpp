// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_names.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QStringList endingsOf(const QString &filter)
{
    static const QRegularExpression ending(u"\\*\\.(\\w+)"_s);
    QStringList endings;
    for (const QRegularExpressionMatch &match : ending.globalMatch(filter))
        endings += match.captured(1);
    return endings;
}

} // namespace

QString fileNameFrom(const QString &text)
{
    static const QRegularExpression forbidden(u"[/\\\\:*?\"<>|\\x00-\\x1f]"_s);
    QString name = text.trimmed();
    return name.replace(forbidden, u"-"_s);
}

QString withEnding(const QString &path, const QString &filter, const QString &kind)
{
    const QStringList endings = endingsOf(filter);
    if (path.isEmpty() || endings.isEmpty() || endings.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive))
        return path;
    return path + u'.' + endingsOf(kind).value(0, endings.front());
}

} // namespace bomay

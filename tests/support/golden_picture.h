// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace bomay {

/// A value with its numbers rounded to a thousandth, in which machines agree.
inline QJsonValue roundedToMicrometres(const QJsonValue &value)
{
    if (value.isDouble())
        return std::round(value.toDouble() * 1000) / 1000;
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(roundedToMicrometres(item));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object;
        const QJsonObject whole = value.toObject();
        for (auto item = whole.begin(); item != whole.end(); ++item)
            object.insert(item.key(), roundedToMicrometres(*item));
        return object;
    }
    return value;
}

/// A picture as it is kept beside the tests: one line for each group.
inline QByteArray goldenText(const DisplayList &list)
{
    QJsonObject object = roundedToMicrometres(toJson(list)).toObject();
    QByteArray text;
    for (const QJsonValue &group : object.take(QStringLiteral("groups")).toArray())
        text += QJsonDocument(group.toObject()).toJson(QJsonDocument::Compact) + '\n';
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n' + text;
}

/// Empty where a picture is the one that is kept in tests/data/pictures; with BOMAY_UPDATE_GOLDENS set it is written
/// there instead.
inline QString differenceToGolden(const DisplayList &list, const QString &name)
{
    QFile file(QStringLiteral(BOMAY_SOURCE_DIR "/tests/data/pictures/%1.jsonl").arg(name));
    const QByteArray text = goldenText(list);
    if (qEnvironmentVariableIsSet("BOMAY_UPDATE_GOLDENS"))
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? QString() : file.errorString();
    if (!file.open(QIODevice::ReadOnly))
        return file.fileName() + QStringLiteral(": ") + file.errorString();
    const QList<QByteArray> wanted = file.readAll().split('\n');
    const QList<QByteArray> found = text.split('\n');
    for (qsizetype i = 0; i < std::max(wanted.size(), found.size()); ++i)
        if (wanted.value(i) != found.value(i))
            return QStringLiteral("line %1 of %2 is otherwise now: %3")
                .arg(i + 1)
                .arg(file.fileName(), QString::fromUtf8(found.value(i)));
    return {};
}

} // namespace bomay

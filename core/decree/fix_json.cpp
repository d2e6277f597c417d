// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/fix_json.h"

#include "core/model/row_json.h"

#include <QJsonObject>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Dated entities have most of their fields in states: as many before as after are told field by field.
void addDifferences(QJsonObject &fields, const QJsonObject &before, const QJsonObject &after)
{
    for (auto field = after.begin(); field != after.end(); ++field) {
        const QJsonValue was = before.value(field.key());
        if (was == field.value())
            continue;
        const QJsonArray statesBefore = was.toArray();
        const QJsonArray statesAfter = field.value().toArray();
        if (field.key() == u"states"_s && statesBefore.size() == statesAfter.size()) {
            for (qsizetype i = 0; i < statesAfter.size(); ++i)
                addDifferences(fields, statesBefore[i].toObject(), statesAfter[i].toObject());
            continue;
        }
        fields.insert(field.key(), QJsonObject{{u"before"_s, was}, {u"after"_s, field.value()}});
    }
}

/// What people call the row: in its last state the name of a unit, the title of a post.
QString nameOf(const QJsonObject &row)
{
    const QJsonArray states = row.value(u"states"_s).toArray();
    const QJsonObject facts = states.isEmpty() ? row : states.last().toObject();
    return facts.value(facts.contains(u"title"_s) ? u"title"_s : u"name"_s).toString();
}

QJsonObject toJson(const RowImage &image)
{
    const QJsonObject before = image.before ? bomay::toJson(*image.before) : QJsonObject();
    const QJsonObject after = image.after ? bomay::toJson(*image.after) : QJsonObject();
    const QJsonObject &known = image.before ? before : after;
    QJsonObject row{{u"kind"_s, bomay::nameOf(image.key.kind)},
                    {u"code"_s, known.value(u"code"_s).toString()},
                    {u"name"_s, nameOf(known)}};
    if (!image.before) {
        row.insert(u"action"_s, u"added"_s);
    } else if (!image.after) {
        row.insert(u"action"_s, u"removed"_s);
    } else {
        QJsonObject fields;
        addDifferences(fields, before, after);
        row.insert(u"action"_s, u"modified"_s);
        row.insert(u"fields"_s, fields);
    }
    return row;
}

} // namespace

QJsonArray toJson(const std::vector<Fix> &fixes, const MessageCatalog &catalog)
{
    QJsonArray array;
    for (const Fix &fix : fixes) {
        QJsonArray rows;
        for (const RowImage &image : fix.change.images)
            rows.append(toJson(image));
        const BilingualText title = catalog.text(fix.title);
        array.append(
            QJsonObject{{u"title"_s, QJsonObject{{u"vi"_s, title.vi}, {u"en"_s, title.en}}}, {u"rows"_s, rows}});
    }
    return array;
}

} // namespace bomay

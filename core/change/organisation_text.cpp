// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/organisation_text.h"

#include "core/change/transaction.h"
#include "core/model/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

template <typename Entity>
QJsonArray rowsById(const Table<Entity> &table)
{
    std::vector<const Entity *> rows;
    for (const Entity &row : table)
        rows.push_back(&row);
    std::ranges::sort(rows, {}, [](const Entity *row) { return row->id.uid; });
    QJsonArray array;
    for (const Entity *row : rows)
        array.append(toJson(Row(*row)));
    return array;
}

} // namespace

QByteArray toText(const Organisation &organisation)
{
    QJsonObject object;
    forEachRowKind(
        [&]<typename Entity>() { object.insert(nameOf(kRowKindOf<Entity>), rowsById(organisation.table<Entity>())); });
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Organisation> organisationFromText(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return fail(u"organisation-text"_s);
    const QJsonObject object = document.object();
    Change all;
    for (int kind = 0; kind < kRowKinds; ++kind) {
        // A kind that the program of its time did not know has no rows.
        for (const QJsonValue &value : object[nameOf(static_cast<RowKind>(kind))].toArray()) {
            BM_TRY(Row row, rowFromJson(static_cast<RowKind>(kind), value.toObject()));
            const RowKey key = keyOf(row);
            all.images.push_back({key, std::nullopt, std::move(row)});
        }
    }
    Organisation organisation;
    BM_TRY_VOID(applyChange(organisation, all));
    return organisation;
}

} // namespace bomay

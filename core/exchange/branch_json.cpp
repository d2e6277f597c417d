// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/branch_json.h"

#include "core/base/numbers.h"
#include "core/model/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A part as a row of its kind, which has the state, and the place of the unit above.
template <typename Entity, typename State>
QJsonObject partJson(const State &state, int above)
{
    Entity entity;
    entity.id = SeededIdSource("branch").make<Id<Entity>>(); // a row has one; nobody reads it
    entity.states = {state};
    return {{u"row"_s, toJson(Row(entity))}, {u"above"_s, above}};
}

template <typename Entity>
Result<std::pair<Entity, int>> partOf(const QJsonValue &value, int units)
{
    BM_TRY(const Row row, rowFromJson(kRowKindOf<Entity>, value.toObject().value(u"row"_s).toObject()));
    const auto &entity = std::get<Entity>(row);
    const int above = value.toObject().value(u"above"_s).toInt(-2);
    if (entity.states.size() != 1 || above < -1 || above >= units)
        return fail(u"branch-json"_s);
    return std::pair(entity, above);
}

} // namespace

QByteArray toJson(const Branch &branch)
{
    QJsonArray units;
    for (const Branch::UnitPart &part : branch.units)
        units += partJson<Unit>(part.state, part.parent);
    QJsonArray posts;
    for (const Branch::PostPart &part : branch.posts)
        posts += partJson<Post>(part.state, part.unit);
    return QJsonDocument(QJsonObject{{u"units"_s, units}, {u"posts"_s, posts}}).toJson(QJsonDocument::Compact);
}

Result<Branch> branchFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(u"branch-json"_s);
    Branch branch;
    for (const QJsonValue value : document.object().value(u"units"_s).toArray()) {
        BM_TRY(const auto part, partOf<Unit>(value, sizeOf(branch.units))); // those above come before
        branch.units.push_back({part.first.states[0], part.second});
    }
    for (const QJsonValue value : document.object().value(u"posts"_s).toArray()) {
        BM_TRY(const auto part, partOf<Post>(value, sizeOf(branch.units)));
        branch.posts.push_back({part.first.states[0], part.second});
    }
    return branch;
}

} // namespace bomay

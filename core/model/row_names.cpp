// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_names.h"

#include "core/base/vietnamese_text.h"
#include "core/model/fields.h"

#include <QStringList>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

template <typename Entity>
QString lastName(const Entity &entity)
{
    if (entity.states.empty())
        return entity.code;
    if constexpr (std::is_same_v<Entity, Post>)
        return entity.states.back().title;
    else
        return entity.states.back().name;
}

} // namespace

QString describeRow(const Organisation &organisation, const RowKey &key)
{
    const std::optional<Row> row = organisation.row(key);
    if (!row)
        return key.uid.toString();
    return std::visit(
        [&organisation]<typename Entity>(const Entity &entity) -> QString {
            if constexpr (Dated<Entity>)
                return lastName(entity);
            else if constexpr (std::is_same_v<Entity, Person>)
                return entity.name;
            else if constexpr (std::is_same_v<Entity, Portrait>)
                return describeRow(organisation, keyOf(entity.person));
            else if constexpr (std::is_same_v<Entity, Appointment>)
                return describeRow(organisation, keyOf(entity.post));
            else if constexpr (std::is_same_v<Entity, Relation>)
                return describeNode(organisation, entity.from) + u" → "_s + describeNode(organisation, entity.to);
            else if constexpr (std::is_same_v<Entity, Staged> || std::is_same_v<Entity, DutyParticipant> ||
                               std::is_same_v<Entity, Note>)
                return describeNode(organisation, entity.node);
            else if constexpr (std::is_same_v<Entity, LegalDocument>)
                return tidyName(entity.type + u' ' + entity.number);
            else if constexpr (std::is_same_v<Entity, LocalitySuccession>)
                return describeRow(organisation, keyOf(entity.predecessor)) + u" → "_s +
                       describeRow(organisation, keyOf(entity.successor));
            else if constexpr (std::is_same_v<Entity, Function> || std::is_same_v<Entity, Duty>)
                return entity.text;
            else if constexpr (std::is_same_v<Entity, Quota>)
                return describeRow(organisation, keyOf(entity.unit));
            else if constexpr (std::is_same_v<Entity, Waiver>)
                return entity.subject;
            else if constexpr (std::is_same_v<Entity, Confirmation> || std::is_same_v<Entity, RuleSwitch>)
                return entity.rule;
            else if constexpr (std::is_same_v<Entity, ChartView>)
                return entity.name;
            else if constexpr (std::is_same_v<Entity, BranchMark>)
                return describeNode(organisation, entity.node);
            else if constexpr (std::is_same_v<Entity, ChartObject>)
                return labelOf(entity.kind);
            else
                return entity.title;
        },
        *row);
}

QString describeNode(const Organisation &organisation, NodeRef node)
{
    return node.isUnit() ? describeRow(organisation, keyOf(node.unit()))
                         : describeRow(organisation, keyOf(node.post()));
}

QString describeLoop(const Organisation &organisation, std::span<const NodeRef> loop)
{
    QStringList names;
    for (const NodeRef node : loop)
        names += describeNode(organisation, node);
    return names.join(u" → "_s);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/unit_reorganisation.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <tuple>

namespace bomay {

using namespace Qt::StringLiterals;

Result<> UnitReorganisation::begin(std::span<const UnitId> predecessors, Predecessor predecessor)
{
    BM_TRY_VOID(checkOrder(m_order));
    for (const UnitId unit : predecessors) {
        BM_TRY_VOID(requireNode(m_org, unit, dayBefore(m_order.from)));
        BM_TRY_VOID(requireNode(m_org, unit, m_order.from));
        if (std::ranges::find(m_predecessors, unit) != m_predecessors.end())
            return refuse(u"order-twice"_s, unit);
        m_predecessors.push_back(unit);
        if (predecessor == Predecessor::Ends) {
            BM_TRY_VOID(requireNoLaterStates(unit));
            m_handover.expectEnd(unit);
        }
    }
    m_predecessor = predecessor;
    return {};
}

Result<UnitId> UnitReorganisation::foundHeir(const NewUnit &unit, Reorganisation how)
{
    BM_TRY_VOID(checkFounding(unit));
    BM_TRY(const UnitId heir, m_handover.found(unit, how));
    m_heirs.push_back(heir);
    m_heirNames += tidyName(unit.facts.name);
    m_parents[heir] = unit.parent;
    m_codes.insert(unit.code);
    return heir;
}

Result<> UnitReorganisation::takeHeir(UnitId heir, Reorganisation how)
{
    BM_TRY_VOID(requireNode(m_org, heir, m_order.from));
    const bool isPredecessor = std::ranges::find(m_predecessors, heir) != m_predecessors.end();
    if (std::ranges::find(m_heirs, heir) != m_heirs.end() || (isPredecessor && m_predecessor == Predecessor::Stays))
        return refuse(u"order-twice"_s, heir);
    BM_TRY_VOID(requireOutside(heir));
    if (how != Reorganisation::None)
        m_handover.markReorganised(heir, how);
    m_heirs.push_back(heir);
    m_heirNames += nameOf(heir);
    m_withHead[heir] = hasHead(heir);
    return {};
}

Result<> UnitReorganisation::handOver(Unnamed unnamed)
{
    BM_TRY_VOID(checkTerms());
    chooseHeads();
    for (const UnitId unit : m_predecessors) {
        for (const NodeRef node : nodesOf(unit))
            if (!m_handover.isToEnd(node.unit()))
                BM_TRY_VOID(handNode(node, unit, unnamed));
        for (const FunctionId function : functionsOf(unit))
            BM_TRY_VOID(handFunction(function, unit, unnamed));
        if (m_predecessor == Predecessor::Ends)
            m_handover.end(unit, m_heirs);
    }
    return {};
}

void UnitReorganisation::succeed()
{
    const bool whole = m_heirs.size() == 1 && m_predecessor == Predecessor::Ends;
    for (const UnitId unit : m_predecessors)
        for (const UnitId heir : m_heirs)
            m_handover.succeed(heir, unit, whole ? SuccessionExtent::Whole : SuccessionExtent::Part);
}

void UnitReorganisation::handNumbers()
{
    for (const UnitId unit : m_predecessors)
        m_handover.giveNumbers(unit, m_heirs.front());
}

Result<> UnitReorganisation::handShares()
{
    const UnitId unit = m_predecessors.front();
    const int year = m_order.from.toDate().year();
    const auto isBad = [](std::optional<int> number) { return number && *number < 0; };
    for (const QuotaShare &share : m_terms.quotas) {
        BM_CHECK(share.heir >= 0 && share.heir < sizeOf(m_heirs), return refuse(u"order-not-of-unit"_s, unit));
        if (isBad(share.allotted) || isBad(share.inPost) || isBad(share.reserve) ||
            (share.year != 0 && share.year < year))
            return refuse(u"edit-bad-number"_s, unit);
    }
    for (const Quota *quota : m_org.naming<Quota>(keyOf(unit))) {
        if (quota->year < year)
            continue;
        BM_TRY_VOID(checkShares(*quota, quota->allotted, &QuotaShare::allotted, u"order-quota-sum"_s));
        BM_TRY_VOID(checkShares(*quota, quota->inPost, &QuotaShare::inPost, u"order-quota-in-post-sum"_s));
        BM_TRY_VOID(checkShares(*quota, quota->reserve, &QuotaShare::reserve, u"order-quota-reserve-sum"_s));
    }
    m_handover.shareQuotas(unit, m_heirs, m_terms.quotas, m_predecessor == Predecessor::Stays);
    return {};
}

Result<> UnitReorganisation::checkShares(const Quota &quota, std::optional<int> number,
                                         std::optional<int> QuotaShare::*part, const QString &code) const
{
    int asked = 0;
    for (const QuotaShare &share : m_terms.quotas)
        if (share.kind == quota.kind && (share.year == 0 ? m_order.from.toDate().year() : share.year) == quota.year)
            asked += (share.*part).value_or(0);
    if (!number || asked <= *number)
        return {};
    return fail(code, {{u"what"_s, nameOf(quota.unit)},
                       {u"count"_s, QString::number(asked)},
                       {u"allotted"_s, QString::number(*number)}});
}

Result<> UnitReorganisation::requireOfPredecessor(const RowKey &key) const
{
    for (const UnitId unit : m_predecessors) {
        const auto nodes = nodesOf(unit);
        const auto functions = functionsOf(unit);
        if (std::ranges::any_of(nodes, [&key](NodeRef node) { return keyOf(node) == key; }) ||
            std::ranges::any_of(functions, [&key](FunctionId function) { return keyOf(function) == key; }))
            return {};
    }
    return fail(u"order-not-of-unit"_s, {{u"what"_s, describeRow(m_org, key)}, {u"where"_s, namesOfPredecessors()}});
}

Result<> UnitReorganisation::checkFounding(const NewUnit &unit) const
{
    BM_TRY(const QString name, requireName(unit.facts.name));
    if (!unit.parent.isNull() && !m_handover.isFounded(unit.parent)) {
        BM_TRY_VOID(requireNode(m_org, unit.parent, m_order.from));
        BM_TRY_VOID(requireOutside(unit.parent));
    }
    BM_TRY_VOID(checkFacts(m_org, unit.facts));
    BM_TRY_VOID(requireFreeCode(unit.code));
    for (int i = 0; i < sizeOf(m_heirs); ++i)
        if (const auto other = m_parents.find(m_heirs[uz(i)]);
            other != m_parents.end() && other->second == unit.parent && nameFold(m_heirNames[i]) == nameFold(name))
            return nameTaken(name);
    return requireFreeName(name, unit.parent, {});
}

Result<> UnitReorganisation::requireFreeCode(const QString &code) const
{
    bool taken = !code.isEmpty() && m_codes.contains(code);
    for (const UnitId id : code.isEmpty() ? QList<UnitId>{} : m_org.unitsWithCode(code)) {
        const Unit *other = m_org.find(id);
        BM_CHECK(other != nullptr, continue);
        taken = taken || (!m_handover.isToEnd(id) && other->states.back().period.lastDay() >= m_order.from);
    }
    if (!taken)
        return {};
    return fail(u"order-code-taken"_s,
                {{u"code"_s, code}, {u"date"_s, m_order.from.toVietnamese()}, {u"iso"_s, m_order.from.toIso()}});
}

std::unexpected<Error> UnitReorganisation::nameTaken(const QString &name) const
{
    return fail(u"order-name-taken"_s, {{u"what"_s, name}, {u"date"_s, m_order.from.toVietnamese()}});
}

Result<> UnitReorganisation::requireFreeName(const QString &name, UnitId parent, UnitId self) const
{
    const auto isTaken = [&](UnitId id) {
        const Unit *other = m_org.find(id);
        const UnitState *state = other == nullptr || id == self ? nullptr : stateOn(*other, m_order.from);
        return state != nullptr && !m_handover.isToEnd(id) && nameFold(state->name) == nameFold(name);
    };
    bool taken = false;
    if (parent.isNull()) {
        taken = std::ranges::any_of(m_org.units(), [&](const Unit &unit) {
            return isTaken(unit.id) && belongsToOn(m_org, unit.id, m_order.from) == nullptr;
        });
    } else {
        for (const Relation &relation : relationsTo(m_org, parent))
            taken = taken || (relation.type == RelationType::BelongsTo && relation.period.contains(m_order.from) &&
                              relation.from.isUnit() && isTaken(relation.from.unit()));
    }
    return taken ? nameTaken(name) : Result<>{};
}

QString UnitReorganisation::nameOf(NodeRef node) const
{
    return nameOn(m_org, node, m_order.from);
}

QString UnitReorganisation::joined(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return names.first(names.size() - 1).join(u", "_s) + u" và "_s + names.back();
}

QString UnitReorganisation::namesOf(std::span<const UnitId> units) const
{
    QStringList names;
    for (const UnitId unit : units)
        names += nameOf(unit);
    return joined(names);
}

std::unexpected<Error> UnitReorganisation::refuse(const QString &code, NodeRef what) const
{
    return fail(code, {{u"what"_s, nameOf(what)}});
}

bool UnitReorganisation::endsByOrder(UnitId unit) const
{
    return m_predecessor == Predecessor::Ends && std::ranges::find(m_predecessors, unit) != m_predecessors.end();
}

Result<> UnitReorganisation::requireNoLaterStates(NodeRef node) const
{
    Day later = m_order.from;
    readNode(m_org, node, [&later](const auto &row) { later = row.states.back().period.firstDay(); });
    if (later <= m_order.from)
        return {};
    return fail(u"order-later-changes"_s, {{u"what"_s, nameOf(node)}, {u"date"_s, later.toVietnamese()}});
}

Result<> UnitReorganisation::requireOutside(UnitId unit) const
{
    NodeRef above = unit;
    while (true) {
        if (endsByOrder(above.unit())) {
            if (above == NodeRef(unit))
                return refuse(u"order-heir-ends"_s, unit);
            return fail(u"order-heir-below"_s, {{u"what"_s, nameOf(unit)}, {u"where"_s, nameOf(above)}});
        }
        const Relation *place = belongsToOn(m_org, above, m_order.from);
        if (place == nullptr)
            return {};
        above = place->to;
    }
}

Result<> UnitReorganisation::requireNotBelow(int heir, UnitId unit) const
{
    const auto founded = m_parents.find(m_heirs[uz(heir)]);
    NodeRef above = founded != m_parents.end() ? founded->second : m_heirs[uz(heir)];
    while (above != NodeRef(unit)) {
        const Relation *place = belongsToOn(m_org, above, m_order.from);
        if (place == nullptr)
            return {};
        above = place->to;
    }
    return fail(u"edit-into-itself"_s, {{u"what"_s, nameOf(unit)}, {u"where"_s, m_heirNames[heir]}});
}

Result<> UnitReorganisation::checkTerms() const
{
    std::vector<RowKey> named;
    for (const auto &[key, heir] : m_terms.heirs) {
        BM_CHECK(heir >= Terms::kEnds && heir < sizeOf(m_heirs), return fail(u"order-not-of-unit"_s));
        named.push_back(key);
    }
    for (const PostId post : m_terms.surplus)
        named.push_back(keyOf(post));
    for (const PostId post : m_terms.heads)
        named.push_back(keyOf(post));
    for (const RowKey &key : named)
        BM_TRY_VOID(requireOfPredecessor(key));
    return {};
}

std::vector<NodeRef> UnitReorganisation::nodesOf(UnitId unit) const
{
    struct Ranked
    {
        std::tuple<bool, PostRole, int, int, Uid> rank;
        NodeRef node;
    };
    std::vector<Ranked> ranked;
    for (const Relation &relation : relationsTo(m_org, unit)) {
        if (relation.type != RelationType::BelongsTo ||
            !existsDuring(m_org, relation.from, relation.period, m_order.from))
            continue;
        Ranked entry{{relation.from.isUnit(), PostRole::Unknown, 0, 0, relation.from.uid}, relation.from};
        readNode(m_org, relation.from, [&]<typename Entity>(const Entity &row) {
            const auto *found = stateOn(row, m_order.from);
            const auto &state = found != nullptr ? *found : row.states.back();
            std::get<3>(entry.rank) = state.order;
            if constexpr (std::is_same_v<Entity, Post>) {
                std::get<1>(entry.rank) = state.role;
                std::get<2>(entry.rank) = state.tier;
            }
        });
        ranked.push_back(entry);
    }
    std::ranges::sort(ranked, {}, &Ranked::rank);
    std::vector<NodeRef> nodes;
    for (const Ranked &entry : ranked)
        if (nodes.empty() || nodes.back() != entry.node)
            nodes.push_back(entry.node);
    return nodes;
}

std::vector<FunctionId> UnitReorganisation::functionsOf(UnitId unit) const
{
    std::vector<const Function *> rows = m_org.naming<Function>(keyOf(unit));
    std::erase_if(rows, [this](const Function *row) { return row->period.lastDay() < m_order.from; });
    std::ranges::sort(rows, {}, [](const Function *row) { return std::pair(row->order, row->id); });
    std::vector<FunctionId> ids;
    for (const Function *row : rows)
        ids.push_back(row->id);
    return ids;
}

Result<std::optional<int>> UnitReorganisation::heirOf(const RowKey &key, UnitId unit, Unnamed unnamed) const
{
    if (const auto named = m_terms.heirs.find(key); named != m_terms.heirs.end())
        return named->second;
    if (unnamed == Unnamed::Stays)
        return std::optional<int>{};
    if (unnamed == Unnamed::ToFirstHeir && !m_heirs.empty())
        return 0;
    if (unnamed == Unnamed::ToFirstHeir && key.kind == RowKind::Post)
        return Terms::kEnds;
    return fail(u"order-no-heir"_s, {{u"what"_s, describeRow(m_org, key)}, {u"where"_s, nameOf(unit)}});
}

Result<> UnitReorganisation::handNode(NodeRef node, UnitId unit, Unnamed unnamed)
{
    BM_TRY(const std::optional<int> index, heirOf(keyOf(node), unit, unnamed));
    if (!index)
        return {};
    if (*index == Terms::kEnds) {
        if (node.isUnit())
            return fail(u"order-no-heir"_s, {{u"what"_s, nameOf(node)}, {u"where"_s, nameOf(unit)}});
        return endPost(node.post());
    }
    const UnitId heir = m_heirs[uz(*index)];
    if (node.isUnit())
        BM_TRY_VOID(requireNotBelow(*index, node.unit()));
    if (!node.isUnit() && isSecondHead(node.post(), heir)) {
        if (!isHeld(node.post()))
            return endPost(node.post());
        m_handover.give(node, unit, heir);
        m_handover.markSurplus(node.post(), m_terms.surplusUntil);
        return {};
    }
    m_handover.give(node, unit, heir);
    if (!node.isUnit() && m_terms.surplus.contains(node.post()))
        m_handover.markSurplus(node.post(), m_terms.surplusUntil);
    return {};
}

Result<> UnitReorganisation::handFunction(FunctionId function, UnitId unit, Unnamed unnamed)
{
    BM_TRY(const std::optional<int> index, heirOf(keyOf(function), unit, unnamed));
    if (index == Terms::kEnds)
        m_handover.endFunction(function);
    else if (index)
        m_handover.giveFunction(function, m_heirs[uz(*index)]);
    return {};
}

Result<> UnitReorganisation::endPost(PostId post)
{
    BM_TRY_VOID(requireNoLaterStates(post));
    if (beginsOnOrAfter(m_org, post, m_order.from))
        return fail(u"order-later-changes"_s, {{u"what"_s, nameOf(post)}, {u"date"_s, m_order.from.toVietnamese()}});
    for (const Appointment *appointment : m_org.naming<Appointment>(keyOf(post)))
        if (const Day later = appointment->period.firstDay(); later >= m_order.from)
            return fail(u"order-later-changes"_s, {{u"what"_s, nameOf(post)}, {u"date"_s, later.toVietnamese()}});
    m_handover.endPost(post);
    return {};
}

void UnitReorganisation::chooseHeads()
{
    m_heads = m_terms.heads;
    if (!m_heads.empty() || m_heirs.size() != 1 || m_predecessor == Predecessor::Stays)
        return;
    for (const UnitId unit : m_predecessors)
        for (const NodeRef node : nodesOf(unit))
            if (!node.isUnit() && isHead(node.post()) && isHeld(node.post())) {
                m_heads.insert(node.post());
                return;
            }
}

bool UnitReorganisation::isHead(PostId post) const
{
    const Post *row = m_org.find(post);
    const PostState *state = row != nullptr ? stateOn(*row, m_order.from) : nullptr;
    return state != nullptr && state->role == PostRole::Head && !state->surplus;
}

bool UnitReorganisation::isSecondHead(PostId post, UnitId heir)
{
    if (!isHead(post))
        return false;
    bool &withHead = m_withHead[heir];
    const bool isSecond = withHead || (!m_heads.empty() && !m_heads.contains(post));
    withHead = withHead || !isSecond;
    return isSecond;
}

bool UnitReorganisation::hasHead(UnitId unit) const
{
    return std::ranges::any_of(nodesOf(unit), [this](NodeRef node) { return !node.isUnit() && isHead(node.post()); });
}

bool UnitReorganisation::isHeld(PostId post) const
{
    return std::ranges::any_of(m_org.naming<Appointment>(keyOf(post)), [this](const Appointment *appointment) {
        return appointment->period.lastDay() >= m_order.from;
    });
}

} // namespace bomay

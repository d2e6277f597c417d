// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/unit_handover.h"

#include "core/change/edits_support.h"
#include "core/model/provisional_code.h"

#include <algorithm>

namespace bomay {

namespace {

/// A sum is known where both numbers are.
std::optional<int> sumOf(std::optional<int> a, std::optional<int> b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

/// Nobody writes down that there is no reserve.
std::optional<int> sumOfReserves(std::optional<int> a, std::optional<int> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

std::optional<int> difference(std::optional<int> from, std::optional<int> number)
{
    return from && number ? std::optional(*from - *number) : from;
}

bool goesWithUnit(RelationType type)
{
    return type != RelationType::BelongsTo && type != RelationType::ReportsTo && type != RelationType::Succeeds;
}

} // namespace

UnitHandover::UnitHandover(const Organisation &organisation, ChangeBuilder &builder, const Order &order, IdSource &ids)
    : m_org(organisation)
    , m_builder(builder)
    , m_order(order)
    , m_ids(ids)
    , m_document(documentOf(builder, organisation, order, ids))
{}

Result<UnitId> UnitHandover::found(const NewUnit &unit, Reorganisation how)
{
    UnitState state = unit.facts;
    BM_TRY(state.name, requireName(state.name));
    state.period = {PartialDate::fromDay(m_order.from), {}};
    state.reorganisation = how;
    if (how != Reorganisation::None)
        state.reorganisedOn = reorganisedOn();
    if (state.legalBasis.isEmpty())
        state.legalBasis = m_order.document.number.trimmed();
    if (state.order == 0)
        state.order = nextRank(unit.parent, PostRole::Unknown, NodeRef::Kind::Unit);
    const auto isTaken = [this](const QString &code) {
        return m_codes.contains(code) || !m_org.unitsWithCode(code).isEmpty();
    };
    const bool provisional = unit.code.isEmpty();
    const QString code = provisional ? provisionalCode(state.name, isTaken) : unit.code;
    m_codes.insert(code);
    const auto id = m_ids.make<UnitId>();
    m_parents[id] = unit.parent;
    m_staff[id] = state.staffAllotted || state.staffFilled ? StaffNumbers::Given : StaffNumbers::Awaited;
    if (!unit.parent.isNull())
        m_builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, id, unit.parent, state.period});
    m_builder.put(Unit{id, code, provisional, {std::move(state)}});
    return id;
}

void UnitHandover::markReorganised(UnitId unit, Reorganisation how)
{
    modify(unit, [&](UnitState &state) {
        state.reorganisation = how;
        state.reorganisedOn = reorganisedOn();
    });
}

void UnitHandover::succeed(UnitId successor, UnitId predecessor, SuccessionExtent extent)
{
    Relation relation{m_ids.make<RelationId>(),
                      RelationType::Succeeds,
                      successor,
                      predecessor,
                      {PartialDate::fromDay(m_order.from), {}}};
    relation.extent = extent;
    m_builder.put(std::move(relation));
}

void UnitHandover::give(NodeRef node, UnitId from, UnitId heir)
{
    for (const RelationId id : m_org.graph().relationsFrom(node)) {
        std::optional<Relation> row = m_builder.find(id);
        if (!row || row->type != RelationType::BelongsTo || row->to != NodeRef(from) ||
            row->period.lastDay() < m_order.from)
            continue;
        Relation relation = *std::move(row);
        Relation next = relation;
        next.to = heir;
        if (endBefore(relation.period, m_order.from)) {
            m_builder.put(std::move(relation));
            next.id = m_ids.make<RelationId>();
            next.period.from = PartialDate::fromDay(m_order.from);
        }
        m_builder.put(std::move(next));
    }
    if (node.isUnit()) {
        modify(node.unit(),
               [&](UnitState &state) { state.order = nextRank(heir, PostRole::Unknown, NodeRef::Kind::Unit); });
    } else {
        m_posts[{node.post(), from}] = heir;
        modify(node.post(), [&](PostState &state) { state.order = nextRank(heir, state.role, NodeRef::Kind::Post); });
    }
}

void UnitHandover::markSurplus(PostId post, PartialDate until)
{
    modify(post, [until](PostState &state) {
        state.surplus = true;
        state.surplusUntil = until;
    });
}

void UnitHandover::endPost(PostId post)
{
    m_endedPosts.insert(post);
    std::optional<Post> row = m_builder.find(post);
    BM_CHECK(row.has_value(), return);
    std::erase_if(row->states, [this](PostState &state) { return !endBefore(state.period, m_order.from); });
    BM_CHECK(!row->states.empty(), return);
    m_builder.put(*std::move(row));
    for (const Relation &relation : relationsOf(m_org, post))
        endOrRemove(relation);
    for (const Appointment *held : m_org.naming<Appointment>(keyOf(post))) {
        Appointment appointment = *held;
        if (appointment.period.lastDay() < m_order.from)
            continue;
        BM_CHECK(endBefore(appointment.period, m_order.from), continue);
        appointment.ended = PersonnelAction::Reorganisation;
        m_builder.put(std::move(appointment));
    }
}

void UnitHandover::giveFunction(FunctionId function, UnitId heir)
{
    std::optional<Function> row = m_builder.find(function);
    BM_CHECK(row.has_value(), return);
    Function next = *row;
    next.unit = heir;
    if (endBefore(row->period, m_order.from)) {
        m_builder.put(*std::move(row));
        next.id = m_ids.make<FunctionId>();
        next.predecessor = function;
        next.period.from = PartialDate::fromDay(m_order.from);
    }
    m_builder.put(std::move(next));
}

void UnitHandover::endFunction(FunctionId function)
{
    std::optional<Function> row = m_builder.find(function);
    BM_CHECK(row.has_value(), return);
    if (endBefore(row->period, m_order.from))
        m_builder.put(*std::move(row));
    else
        m_builder.remove(keyOf(function));
}

void UnitHandover::giveNumbers(UnitId from, UnitId heir)
{
    const bool isCounted = isCountedIn(from, heir) || std::ranges::any_of(m_ended, [&](const auto &ended) {
                               const auto &[unit, heirs] = ended;
                               return !heirs.empty() && heirs.front() == heir && isCountedIn(from, unit);
                           });
    for (const Quota *quota : m_org.naming<Quota>(keyOf(from))) {
        if (quota->year < year())
            continue;
        if (!isCounted)
            addQuota(heir, quota->year, quota->kind, *quota);
        if (!wasThereIn(quota->year))
            m_builder.remove(keyOf(quota->id));
    }
    if (isCounted)
        return;
    const Unit *row = m_org.find(from);
    BM_CHECK(row != nullptr, return);
    const UnitState *state = stateOn(*row, m_order.from);
    BM_CHECK(state != nullptr, return);
    const auto [entry, isOld] = m_staff.try_emplace(heir, StaffNumbers::Summed);
    StaffNumbers &numbers = entry->second;
    if (numbers == StaffNumbers::Given)
        return;
    const bool isFirst = numbers == StaffNumbers::Awaited;
    numbers = StaffNumbers::Summed;
    modify(heir, [&](UnitState &sum) {
        sum.staffAllotted = isFirst ? state->staffAllotted : sumOf(sum.staffAllotted, state->staffAllotted);
        sum.staffFilled = isFirst ? state->staffFilled : sumOf(sum.staffFilled, state->staffFilled);
    });
}

void UnitHandover::shareQuotas(UnitId from, std::span<const UnitId> heirs, std::span<const QuotaShare> shares,
                               bool stays)
{
    std::vector<Quota> rests;
    for (const Quota *own : m_org.naming<Quota>(keyOf(from)))
        if (own->year >= year())
            rests.push_back(*own);
    for (const QuotaShare &share : shares) {
        const int shareYear = share.year == 0 ? year() : share.year;
        Quota numbers;
        numbers.allotted = share.allotted;
        numbers.inPost = share.inPost;
        numbers.reserve = share.reserve;
        addQuota(heirs[uz(share.heir)], shareYear, share.kind, numbers);
        if (isCountedIn(heirs[uz(share.heir)], from))
            continue;
        for (Quota &rest : rests) {
            if (rest.year != shareYear || rest.kind != share.kind)
                continue;
            rest.allotted = difference(rest.allotted, share.allotted);
            rest.inPost = difference(rest.inPost, share.inPost);
            rest.reserve = difference(rest.reserve, share.reserve);
        }
    }
    for (const Quota &rest : rests) {
        if (stays) {
            m_builder.put(rest);
        } else if (!wasThereIn(rest.year)) {
            if (rest.allotted.value_or(0) + rest.inPost.value_or(0) + rest.reserve.value_or(0) > 0)
                addQuota(heirs.front(), rest.year, rest.kind, rest);
            m_builder.remove(keyOf(rest.id));
        }
    }
}

void UnitHandover::end(UnitId unit, std::span<const UnitId> heirs)
{
    m_ended[unit] = {heirs.begin(), heirs.end()};
    std::optional<Unit> row = m_builder.find(unit);
    BM_CHECK(row.has_value(), return);
    std::erase_if(row->states, [this](UnitState &state) { return !endBefore(state.period, m_order.from); });
    m_builder.put(*std::move(row));
    for (const RelationId id : m_org.graph().relationsFrom(unit))
        if (std::optional<Relation> relation = m_builder.find(id);
            relation && relation->type == RelationType::BelongsTo)
            endOrRemove(*std::move(relation));
}

bool UnitHandover::isCountedIn(UnitId unit, UnitId above) const
{
    UnitId at = unit;
    while (at != above) {
        const std::optional<Unit> row = m_builder.find(at);
        const UnitState *state = row ? stateOn(*row, m_order.from) : nullptr;
        // Who ends has no state any more; what it was stands in the organisation.
        if (const Unit *was = m_org.find(at); state == nullptr && was != nullptr)
            state = stateOn(*was, m_order.from);
        if (state != nullptr && state->kind == UnitKind::PeoplesCommittee)
            return false;
        const auto founded = m_parents.find(at);
        const Relation *place = founded == m_parents.end() ? belongsToOn(m_org, at, m_order.from) : nullptr;
        at = founded != m_parents.end() ? founded->second : place != nullptr ? place->to.unit() : UnitId{};
        if (at.isNull())
            return false;
    }
    return unit != above;
}

void UnitHandover::settle()
{
    settleRelations();
    settleReports();
}

void UnitHandover::settleRelations()
{
    const auto endsOf = [this](NodeRef node) {
        if (m_endedPosts.contains(node.post()))
            return std::vector<NodeRef>{};
        const auto found = node.isUnit() ? m_ended.find(node.unit()) : m_ended.end();
        return found == m_ended.end() ? std::vector<NodeRef>{node}
                                      : std::vector<NodeRef>(found->second.begin(), found->second.end());
    };
    std::set<RelationId> seen;
    for (const auto &entry : m_ended) {
        for (const Relation &relation : relationsOf(m_org, entry.first)) {
            if (!goesWithUnit(relation.type) || relation.period.lastDay() < m_order.from ||
                !seen.insert(relation.id).second)
                continue;
            endOrRemove(relation);
            for (const NodeRef from : endsOf(relation.from))
                for (const NodeRef to : endsOf(relation.to))
                    begin(relation, from, to);
        }
    }
}

void UnitHandover::settleReports()
{
    const auto unitAfter = [this](NodeRef post, NodeRef before) {
        const auto given = m_posts.find({post.post(), before.unit()});
        return given == m_posts.end() ? before.unit() : given->second;
    };
    for (const auto &entry : m_posts) {
        for (const Relation &relation : relationsOf(m_org, entry.first.first)) {
            if (relation.type != RelationType::ReportsTo || relation.period.lastDay() < m_order.from)
                continue;
            const Day day = std::max(m_order.from, relation.period.firstDay());
            const Relation *from = belongsToOn(m_org, relation.from, day);
            const Relation *to = belongsToOn(m_org, relation.to, day);
            if (from != nullptr && to != nullptr && from->to == to->to &&
                unitAfter(relation.from, from->to) != unitAfter(relation.to, to->to))
                endOrRemove(relation);
        }
    }
}

bool UnitHandover::wasThereIn(int year) const
{
    return year <= dayBefore(m_order.from).toDate().year();
}

PartialDate UnitHandover::reorganisedOn() const
{
    return m_order.document.date.isEmpty() ? PartialDate::fromDay(m_order.from) : m_order.document.date;
}

int UnitHandover::nextRank(UnitId parent, PostRole role, NodeRef::Kind kind)
{
    const auto [entry, isNew] = m_ranks.try_emplace({parent, kind, role}, 0);
    int &last = entry->second;
    if (isNew) {
        const auto count = [&](NodeRef node) {
            readNode(m_org, node, [&]<typename Entity>(const Entity &row) {
                const auto *state = node.kind == kind ? stateOn(row, m_order.from) : nullptr;
                if constexpr (std::is_same_v<Entity, Post>)
                    if (state != nullptr && state->role != role)
                        return;
                if (state != nullptr)
                    last = std::max(last, state->order);
            });
        };
        if (parent.isNull()) {
            for (const Unit &unit : m_org.units())
                if (belongsToOn(m_org, unit.id, m_order.from) == nullptr)
                    count(unit.id);
        } else if (m_org.find(parent) != nullptr) {
            for (const Relation &relation : relationsTo(m_org, parent))
                if (relation.type == RelationType::BelongsTo && relation.period.contains(m_order.from))
                    count(relation.from);
        }
    }
    return ++last;
}

void UnitHandover::addQuota(UnitId unit, int year, QuotaKind kind, const Quota &numbers)
{
    std::optional<Quota> row;
    if (const auto made = m_quotas.find({unit, year, kind}); made != m_quotas.end())
        row = m_builder.find(made->second);
    else
        for (const Quota *own : m_org.naming<Quota>(keyOf(unit)))
            if (own->year == year && own->kind == kind)
                row = m_builder.find(own->id);
    if (row) {
        row->allotted = sumOf(row->allotted, numbers.allotted);
        row->inPost = sumOf(row->inPost, numbers.inPost);
        row->reserve = sumOfReserves(row->reserve, numbers.reserve);
    } else {
        row = Quota{m_ids.make<QuotaId>(), unit, year, kind, numbers.allotted, numbers.inPost, numbers.reserve, {}};
        m_quotas[{unit, year, kind}] = row->id;
    }
    row->document = m_document;
    m_builder.put(*std::move(row));
}

void UnitHandover::endOrRemove(Relation relation)
{
    if (relation.period.lastDay() < m_order.from)
        return;
    if (endBefore(relation.period, m_order.from))
        m_builder.put(std::move(relation));
    else
        m_builder.remove(keyOf(relation.id));
}

void UnitHandover::begin(const Relation &model, NodeRef from, NodeRef to)
{
    Relation next = model;
    next.from = from;
    next.to = to;
    if (next.period.firstDay() < m_order.from)
        next.period.from = PartialDate::fromDay(m_order.from);
    const auto isThere = [&next](const Relation &relation) {
        return relation.type == next.type && relation.from == next.from && relation.to == next.to &&
               relation.period.firstDay() <= next.period.firstDay() &&
               relation.period.lastDay() >= next.period.lastDay();
    };
    if (from == to || std::ranges::any_of(m_begun, isThere) ||
        (m_org.graph().hasNode(from) && std::ranges::any_of(relationsFrom(m_org, from), isThere)))
        return;
    next.id = m_ids.make<RelationId>();
    m_begun.push_back(next);
    m_builder.put(std::move(next));
}

template <typename Entity, typename Modify>
void UnitHandover::modify(Id<Entity> id, Modify &&change)
{
    std::optional<Entity> row = m_builder.find(id);
    BM_CHECK(row.has_value(), return);
    // Who comes later, or is gone, keeps what stands there.
    if (stateIndexOn(*row, m_order.from) < 0)
        return;
    modifyState(*row, scope(), change);
    m_builder.put(*std::move(row));
}

} // namespace bomay

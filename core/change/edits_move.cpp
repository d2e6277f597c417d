// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_move.h"

#include "core/change/edits_rank.h"
#include "core/change/edits_support.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// One move of one node: checks it, finds its place in the new row, changes the relation and the numbers.
class Move
{
public:
    Move(const Organisation &organisation, const OrgView &view, NodeRef node, const EditScope &scope, IdSource &ids,
         std::span<const NodeRef> together = {})
        : m_org(organisation)
        , m_node(node)
        , m_scope(scope)
        , m_ids(ids)
        , m_day(dayOfEdit(scope))
        , m_view(view)
        , m_together(together)
        , m_builder(organisation)
        , m_place(belongsToOn(organisation, node, m_day))
        , m_staged(parentInView().isNull() && hasStagedRow(organisation, node))
    {}

    Result<Change> run(const Destination &where)
    {
        m_samePlace = !m_staged && parentInView() == where.parent;
        if (!m_samePlace)
            BM_TRY_VOID(changePlace(where.parent));
        BM_TRY_VOID(changeRank(where));
        return finishChange(m_builder, title(where.parent), m_scope, &m_ids);
    }

    /// The neighbour to stand before so that the node goes `by` ranks down (up where negative). Errors:
    /// `edit-no-change` where there is no such rank.
    [[nodiscard]] Result<Destination> neighbour(int by) const
    {
        Destination where{parentInView(), std::nullopt};
        const std::vector<NodeRef> row = siblingsUnder(m_view, where.parent, m_node.kind);
        const auto self = std::ranges::find(row, m_node);
        const std::ptrdiff_t target = self - row.begin() + (by > 0 ? by + 1 : by);
        if (self == row.end() || by == 0 || target < 0 || target > std::ssize(row))
            return fail(u"edit-no-change"_s);
        if (target < std::ssize(row))
            where.before = row[static_cast<std::size_t>(target)];
        return where;
    }

private:
    [[nodiscard]] bool fromDate() const { return m_scope.mode == EditMode::FromDate; }

    /// The unit that the node hangs under in the view; null for one at the top, also where the unit above does not
    /// exist on the day.
    [[nodiscard]] UnitId parentInView() const
    {
        const int item = m_view.indexOf(m_node);
        BM_CHECK(item >= 0, return {});
        const int unit = m_node.isUnit() ? m_view.parentUnit(item) : m_view.posts()[uz(item)].unit;
        return unit < 0 ? UnitId{} : m_view.units()[uz(unit)].id;
    }

    [[nodiscard]] QString title(UnitId parent) const
    {
        const QString name = nameOn(m_org, m_node, m_day);
        if (m_samePlace)
            return u"Sắp xếp "_s + name;
        if (parent.isNull())
            return u"Đưa %1 lên cấp cao nhất"_s.arg(name);
        return u"Chuyển %1 về %2"_s.arg(name, nameOn(m_org, parent, m_day));
    }

    /// The longest period round the day in which the node has no place.
    [[nodiscard]] Period freePeriod() const
    {
        Day first = Day::earliest();
        Day last = Day::latest();
        for (const Relation &relation : relationsFrom(m_org, m_node)) {
            if (relation.type != RelationType::BelongsTo)
                continue;
            if (relation.period.lastDay() < m_day)
                first = std::max(first, Day{relation.period.lastDay().julian + 1});
            else
                last = std::min(last, dayBefore(relation.period.firstDay()));
        }
        return {first == Day::earliest() ? PartialDate{} : PartialDate::fromDay(first),
                last == Day::latest() ? PartialDate{} : PartialDate::fromDay(last)};
    }

    /// `Correct`: the relation of the day leads elsewhere for its whole period. `FromDate`: it ends the day before and
    /// a new one takes its place to the old end; one that begins on that very date leads elsewhere.
    Result<> changePlace(UnitId parent)
    {
        Period period = m_place != nullptr ? m_place->period : freePeriod();
        const bool splits = fromDate() && (m_place == nullptr || period.firstDay() != m_scope.from);
        if (splits)
            period.from = PartialDate::fromDay(m_scope.from);
        if (!parent.isNull()) {
            const RelationId id = m_place == nullptr || splits ? m_ids.make<RelationId>() : m_place->id;
            const Relation next{id, RelationType::BelongsTo, m_node, parent, period};
            BM_TRY_VOID(refuseLoop(next));
            m_builder.put(next);
        }
        if (m_place != nullptr && splits) {
            Relation closed = *m_place;
            BM_CHECK(endBefore(closed.period, m_scope.from), return {});
            m_builder.put(closed);
        } else if (m_place != nullptr && parent.isNull()) {
            m_builder.remove(keyOf(m_place->id));
        }
        // The row has no dates: it stays for the days before the date, on which the place is still not known. At the
        // top it would hold for the days after as well.
        if (!splits || parent.isNull())
            for (const Staged *staged : m_org.naming<Staged>(keyOf(m_node)))
                m_builder.remove(keyOf(staged->id));
        if (!m_node.isUnit() && m_place != nullptr)
            dropReports(period);
        return {};
    }

    /// A move below itself is refused: on the day, or on any other day of the new relation.
    [[nodiscard]] Result<> refuseLoop(const Relation &next) const
    {
        const auto refuse = [&](const QString &loop) -> Result<> {
            const MessageArgs names{{u"what"_s, nameOn(m_org, m_node, m_day)},
                                    {u"where"_s, nameOn(m_org, next.to, m_day)}};
            if (loop.isEmpty())
                return fail(u"edit-into-itself"_s, names);
            MessageArgs args = names;
            args.insert(u"loop"_s, loop);
            return fail(u"edit-into-itself-on-other-days"_s, args);
        };
        for (std::optional<NodeRef> above = next.to; above;
             above = m_org.graph().parentOn(*above, RelationType::BelongsTo, m_day))
            if (*above == m_node)
                return refuse({});
        const std::vector<NodeRef> loop = m_org.graph().loopThrough(next);
        return loop.empty() ? Result<>{} : refuse(describeLoop(m_org, loop));
    }

    /// A post leaves its colleagues: its reports-to relations with posts of the old unit, in both directions, would
    /// cross units. Those that meet the new period go as the scope says: taken away, or ended the day before. They do
    /// not come back behind the new period. Relations with posts of other units crossed before and stay, and so do
    /// those with posts that come along.
    void dropReports(const Period &period)
    {
        for (Relation &relation : relationsOf(m_org, m_node)) {
            if (relation.type != RelationType::ReportsTo || !relation.period.overlaps(period))
                continue;
            const NodeRef other = relation.from == m_node ? relation.to : relation.from;
            const Relation *place = belongsToOn(m_org, other, m_day);
            if (place == nullptr || place->to != m_place->to ||
                std::ranges::find(m_together, other) != m_together.end())
                continue;
            if (fromDate() && endBefore(relation.period, m_scope.from))
                m_builder.put(relation);
            else
                m_builder.remove(keyOf(relation.id));
        }
    }

    Result<> changeRank(const Destination &where)
    {
        std::vector<NodeRef> others = siblingsUnder(m_view, where.parent, m_node.kind);
        const auto self = std::ranges::find(others, m_node);
        const int present = m_samePlace ? static_cast<int>(self - others.begin()) : -1;
        if (self != others.end())
            others.erase(self);
        RowSlot slot{others, present};
        if (!m_samePlace || where.before != m_node) {
            BM_TRY(slot, slotBefore(m_org, std::move(others), where.before));
        }
        const PeerRange peers = peersIn(slot.others, m_samePlace ? present : sizeOf(slot.others));
        slot.index = std::clamp(slot.index, peers.first, peers.end);
        if (slot.index == present)
            return {};
        if (!m_samePlace && slot.index == peers.end) {
            setNumber(numberBehind(m_builder, m_view, slot.others));
            return {};
        }
        const std::optional<int> past = m_samePlace ? pastIndex(slot.others, peers, present) : std::nullopt;
        const RowNumbers numbers = numberRow(m_builder, m_view, slot, past);
        if (past)
            setPastNumber(numbers.past);
        setNumber(numbers.own);
        return {};
    }

    /// Where in a row a node may stand: protocol sets posts by role and tier first, rank decides only among equals.
    struct PeerRange
    {
        int first;
        int end;
    };

    [[nodiscard]] PeerRange peersIn(const std::vector<NodeRef> &others, int alone) const
    {
        if (m_node.isUnit())
            return {0, sizeOf(others)};
        const auto key = [this](NodeRef post) {
            const PostState &state = m_view.posts()[uz(m_view.indexOf(post))].state;
            return std::pair(state.role, state.tier);
        };
        const auto isPeer = [&](NodeRef post) { return key(post) == key(m_node); };
        const auto first = std::ranges::find_if(others, isPeer);
        if (first == others.end())
            return {alone, alone};
        const auto end = std::find_if_not(first, others.end(), isPeer);
        return {static_cast<int>(first - others.begin()), static_cast<int>(end - others.begin())};
    }

    /// The place that the node had in this row until the day before, where a date parts the two.
    [[nodiscard]] std::optional<int> pastIndex(const std::vector<NodeRef> &others, PeerRange peers, int present) const
    {
        if (!fromDate())
            return std::nullopt;
        const Relation *pastPlace = belongsToOn(m_org, m_node, dayBefore(m_scope.from));
        const bool sameUnit =
            (pastPlace == nullptr) == (m_place == nullptr) && (m_place == nullptr || pastPlace->to == m_place->to);
        if (!sameUnit)
            return std::nullopt;
        std::optional<int> index;
        readNode(m_org, m_node, [&](const auto &entity) {
            const auto *past = stateOn(entity, dayBefore(m_scope.from));
            if (past == nullptr)
                return;
            index = present;
            if (past->period.contains(m_scope.from))
                return;
            index = peers.first;
            while (*index < peers.end && orderOf(m_view, others[uz(*index)]) <= past->order)
                ++*index;
        });
        return index;
    }

    void setPastNumber(int order)
    {
        modifyNode(m_builder, m_node, {EditMode::Correct, dayBefore(m_scope.from), {}},
                   [order](auto &state) { state.order = order; });
    }

    void setNumber(int order)
    {
        modifyNode(m_builder, m_node, m_scope, [order](auto &state) { state.order = order; });
    }

    const Organisation &m_org;
    NodeRef m_node;
    EditScope m_scope;
    IdSource &m_ids;
    Day m_day;
    const OrgView &m_view;
    std::span<const NodeRef> m_together; ///< posts that go to the same unit
    ChangeBuilder m_builder;
    const Relation *m_place; ///< the relation of the day; null for one at the top or staged
    bool m_staged;           ///< on the day: under no unit that exists then, and known to be so
    bool m_samePlace = false;
};

} // namespace

Result<Change> move(const Organisation &organisation, NodeRef node, const Destination &where, const EditScope &scope,
                    IdSource &ids)
{
    return moveInView(organisation, OrgView(organisation, dayOfEdit(scope)), node, where, scope, ids);
}

Result<Change> moveInView(const Organisation &organisation, const OrgView &view, NodeRef node, const Destination &where,
                          const EditScope &scope, IdSource &ids, std::span<const NodeRef> together)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, node, dayOfEdit(scope)));
    if (!where.parent.isNull()) {
        BM_TRY_VOID(requireNode(organisation, where.parent, dayOfEdit(scope)));
    } else if (!node.isUnit()) {
        return fail(u"edit-post-needs-unit"_s, {{u"what"_s, nameOn(organisation, node, dayOfEdit(scope))}});
    }
    return Move(organisation, view, node, scope, ids, together).run(where);
}

Result<Change> moveInRank(const Organisation &organisation, NodeRef node, int by, const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    BM_TRY_VOID(requireNode(organisation, node, dayOfEdit(scope)));
    const OrgView view(organisation, dayOfEdit(scope));
    Move move(organisation, view, node, scope, ids);
    BM_TRY(const Destination where, move.neighbour(by));
    return move.run(where);
}

} // namespace bomay

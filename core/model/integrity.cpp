// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/integrity.h"

#include "core/base/numbers.h"
#include "core/model/fields.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Above this many touched tree edges one pass over the whole graph is cheaper than a walk up from each.
constexpr int kManyEdges = 64;

bool isTreeEdge(const Relation &relation)
{
    return relation.type == RelationType::BelongsTo || relation.type == RelationType::ReportsTo;
}

/// Collects the faults of one organisation.
class IntegrityCheck
{
public:
    explicit IntegrityCheck(const Organisation &organisation)
        : m_org(organisation)
    {}

    /// Every row has an id of its own; what the document says of itself has a fixed one.
    void checkId(const RowKey &row)
    {
        const bool isInfo = row.kind == RowKind::DocumentInfo;
        if (row.uid.isNull() || (isInfo && row.uid != documentInfoId().uid))
            add(u"fault-id"_s, row, {});
    }

    void checkRow(const DocumentInfo & /*info*/) {}

    void checkRow(const Locality &locality)
    {
        checkStates(locality);
        if (m_org.mayShareCode(locality))
            checkCode(locality, m_org.localitiesWithCode(locality.code));
        for (const LocalityState &state : locality.states) {
            requireCount(state.population, keyOf(locality.id));
            requireCount(state.minorityPopulation, keyOf(locality.id));
            checkLocalityLoop(locality, state);
        }
    }

    void checkRow(const Unit &unit)
    {
        checkStates(unit);
        if (m_org.mayShareCode(unit))
            checkCode(unit, m_org.unitsWithCode(unit.code));
        for (const UnitState &state : unit.states) {
            requireCount(state.staffAllotted, keyOf(unit.id));
            requireCount(state.staffFilled, keyOf(unit.id));
            requireCount(state.deputiesAllotted, keyOf(unit.id));
        }
    }

    void checkRow(const Post &post)
    {
        checkStates(post);
        for (const PostState &state : post.states)
            if (state.seats < 1 || state.tier < 0 || (state.fte && !(*state.fte >= 0)))
                add(u"fault-number"_s, keyOf(post.id), {});
    }

    void checkRow(const Person & /*person*/) {}

    void checkRow(const Portrait &portrait)
    {
        requireSet(portrait.person, keyOf(portrait.id));
        if (portrait.picture.isEmpty())
            add(u"fault-no-picture"_s, keyOf(portrait.id), {});
        if (countPortraits(portrait.person) > 1)
            add(u"fault-two-portraits"_s, keyOf(portrait.id), {});
    }

    void checkRow(const Appointment &appointment)
    {
        requireSet(appointment.post, keyOf(appointment.id));
        requireSet(appointment.person, keyOf(appointment.id));
        requireOrder(appointment.period, keyOf(appointment.id));
    }

    void checkRow(const Relation &relation)
    {
        requireOrder(relation.period, keyOf(relation.id));
        const bool fits = [&relation] {
            switch (relation.type) {
            case RelationType::BelongsTo:
                return relation.to.isUnit();
            case RelationType::ReportsTo:
                return !relation.from.isUnit() && !relation.to.isUnit();
            default:
                return true;
            }
        }();
        if (!fits)
            add(u"fault-wrong-ends"_s, keyOf(relation.id), {});
    }

    void checkRow(const Staged & /*staged*/) {}

    void checkRow(const LegalDocument &document) { requireOrder(document.validity, keyOf(document.id)); }

    void checkRow(const LocalitySuccession &succession)
    {
        requireSet(succession.predecessor, keyOf(succession.id));
        requireSet(succession.successor, keyOf(succession.id));
        if (succession.predecessor == succession.successor)
            add(u"fault-wrong-ends"_s, keyOf(succession.id), {});
    }

    void checkRow(const Function &function)
    {
        requireSet(function.unit, keyOf(function.id));
        requireOrder(function.period, keyOf(function.id));
        if (function.predecessor == function.id)
            add(u"fault-wrong-ends"_s, keyOf(function.id), {});
    }

    void checkRow(const Quota &quota)
    {
        requireSet(quota.unit, keyOf(quota.id));
        for (const std::optional<int> number : {quota.allotted, quota.inPost, quota.reserve})
            requireCount(number, keyOf(quota.id));
        if (countQuotas(quota.unit, quota.year, quota.kind) > 1)
            add(u"fault-duplicate-quota"_s, keyOf(quota.id), {{u"year"_s, QString::number(quota.year)}});
    }

    void checkRow(const Duty &duty) { requireSet(duty.accountable, keyOf(duty.id)); }

    void checkRow(const Note & /*note*/) {}
    void checkRow(const Waiver & /*waiver*/) {}
    void checkRow(const Confirmation & /*confirmation*/) {}
    void checkRow(const RuleSwitch & /*ruleSwitch*/) {}

    void checkRow(const ChartView &view)
    {
        for (const int number : {view.depth, view.framesFrom, view.countsFrom})
            requireCount(number, keyOf(view.id));
        requireLength(view.boxWidth, keyOf(view.id));
    }

    void checkRow(const BranchMark &mark)
    {
        requireSet(mark.view, keyOf(mark.id));
        requireCount(mark.columns, keyOf(mark.id));
        for (const double length : {mark.boxWidth, mark.gap, std::abs(mark.offsetX), std::abs(mark.offsetY)})
            requireLength(length, keyOf(mark.id));
    }

    void checkRow(const ChartObject &object)
    {
        requireSet(object.view, keyOf(object.id));
        requireLength(object.height, keyOf(object.id));
    }

    void checkRow(const DutyParticipant &participant) { requireSet(participant.duty, keyOf(participant.id)); }

    /// Every row that a row names is there. Relations have the graph for that: no edge is without its ends.
    template <typename Entity>
    void checkReferences(const Entity &row)
    {
        if constexpr (std::is_same_v<Entity, Relation>)
            return;
        bool dangling = false;
        visitReferences(row, [&](const RowKey &key) { dangling = dangling || !m_org.contains(key); });
        if (dangling)
            add(u"fault-dangling-reference"_s, keyOf(row.id), {});
    }

    /// Per node and day one parent of each kind, and for a post a unit.
    void checkParents(const Unit &unit) { checkRivals(unit.id); }

    void checkParents(const Post &post)
    {
        checkRivals(post.id);
        if (!m_org.graph().hasRelationFrom(post.id, RelationType::BelongsTo))
            requireStaged(post.id);
    }

    void checkParents(const Relation &relation)
    {
        if (isTreeEdge(relation))
            checkRivals(relation.from);
    }

    template <typename Entity>
    void checkParents(const Entity & /*row*/)
    {}

    /// The same of everything at once.
    void checkParents()
    {
        const StructureGraph::ParentFaults faults = m_org.graph().parentFaults();
        for (const auto &[node, rival] : faults.rivals)
            addRival(node, rival);
        for (const PostId post : faults.postsWithoutUnit)
            requireStaged(post);
    }

    void checkLoops(RelationType type)
    {
        for (const auto &loop : m_org.graph().loops(type))
            addLoop(loop, {});
    }

    void checkLoop(const Relation &relation)
    {
        if (const auto loop = m_org.graph().loopThrough(relation); !loop.empty())
            addLoop(loop, keyOf(relation.id));
    }

    /// Rows that still speak of a removed one.
    void checkNobodyNames(const RowKey &removed)
    {
        for (const RowKey &row : m_org.rowsNaming(removed))
            add(u"fault-dangling-reference"_s, row, {});
    }

    [[nodiscard]] std::vector<IntegrityFault> takeFaults() { return std::move(m_faults); }

private:
    void add(QString code, RowKey row, MessageArgs args)
    {
        args.insert(u"what"_s, describeRow(m_org, row));
        m_faults.push_back({{std::move(code), std::move(args)}, row});
    }

    void addLoop(std::span<const NodeRef> loop, RowKey row)
    {
        m_faults.push_back({{u"fault-cycle"_s, {{u"loop"_s, describeLoop(m_org, loop)}}}, row});
    }

    template <typename Entity>
    void checkStates(const Entity &entity)
    {
        if (entity.states.empty())
            add(u"fault-no-state"_s, keyOf(entity.id), {});
        for (std::size_t i = 0; i < entity.states.size(); ++i) {
            requireOrder(entity.states[i].period, keyOf(entity.id));
            if (i > 0 && entity.states[i].period.firstDay() <= entity.states[i - 1].period.lastDay())
                add(u"fault-overlapping-states"_s, keyOf(entity.id), {});
        }
    }

    void requireOrder(const Period &period, RowKey row)
    {
        if (!period.isOrdered())
            add(u"fault-date-order"_s, row, {});
    }

    void requireCount(std::optional<int> number, RowKey row)
    {
        if (number && *number < 0)
            add(u"fault-number"_s, row, {});
    }

    /// Lengths of a drawing, mm: beyond a few metres the layout would leave the numbers it can add up.
    void requireLength(double length, RowKey row)
    {
        constexpr double kLongest = 10000;
        if (!(length >= 0 && length <= kLongest))
            add(u"fault-number"_s, row, {});
    }

    template <typename Entity>
    void requireSet(Id<Entity> id, RowKey from)
    {
        if (id.isNull())
            add(u"fault-dangling-reference"_s, from, {});
    }

    /// On any day at most one owner of a code: when a ward is gone, its successor may carry the number on.
    template <typename Entity>
    void checkCode(const Entity &entity, const QList<Id<Entity>> &owners)
    {
        const auto meets = [&entity](const Entity &other) {
            return std::ranges::any_of(entity.states, [&other](const auto &mine) {
                return std::ranges::any_of(other.states,
                                           [&mine](const auto &state) { return mine.period.overlaps(state.period); });
            });
        };
        for (const Id<Entity> id : owners) {
            const Entity *other = m_org.find(id);
            if (id != entity.id && other != nullptr && meets(*other)) {
                add(u"fault-duplicate-code"_s, keyOf(entity.id), {{u"code"_s, entity.code}});
                return;
            }
        }
    }

    void checkRivals(NodeRef node)
    {
        if (!m_withParents.insert(node).second)
            return;
        for (const RelationId rival : m_org.graph().rivalParents(node))
            addRival(node, rival);
    }

    void addRival(NodeRef node, RelationId rival)
    {
        m_faults.push_back({{u"fault-two-parents"_s, {{u"what"_s, describeNode(m_org, node)}}}, keyOf(rival)});
    }

    void requireStaged(PostId post)
    {
        if (std::ranges::none_of(m_org.rowsNaming(keyOf(post)),
                                 [](const RowKey &key) { return key.kind == RowKind::Staged; }))
            add(u"fault-post-without-unit"_s, keyOf(post), {});
    }

    /// Looks upwards on the state's first day, and on every later one on which a locality on the way gets another
    /// parent: those above may have closed the loop, and they are not looked at where they were not touched.
    void checkLocalityLoop(const Locality &locality, const LocalityState &state)
    {
        std::vector<Day> days{state.period.firstDay()};
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (isBelowItself(locality, state, days[i], days)) {
                m_faults.push_back(
                    {{u"fault-cycle"_s, {{u"loop"_s, describeRow(m_org, keyOf(locality.id))}}}, keyOf(locality.id)});
                return;
            }
        }
    }

    [[nodiscard]] bool isBelowItself(const Locality &locality, const LocalityState &state, Day day,
                                     std::vector<Day> &days) const
    {
        // Law knows four levels of territory; so deep a tree is a loop, or no tree of localities.
        constexpr int kDeepest = 64;
        LocalityId above = state.parent;
        for (int steps = 0; !above.isNull(); ++steps) {
            if (above == locality.id || steps > kDeepest)
                return true;
            const Locality *parent = m_org.find(above);
            if (parent == nullptr)
                return false;
            for (const LocalityState &other : parent->states)
                if (const Day first = other.period.firstDay();
                    state.period.contains(first) && std::ranges::find(days, first) == days.end())
                    days.push_back(first);
            const LocalityState *onDay = stateOn(*parent, day);
            above = onDay != nullptr ? onDay->parent : LocalityId{};
        }
        return false;
    }

    /// How many quotas of a year and kind a unit has. All are counted at once: a file may give it any number of them.
    [[nodiscard]] int countQuotas(UnitId unit, int year, QuotaKind kind)
    {
        const auto [counts, isNew] = m_quotas.try_emplace(unit);
        if (isNew)
            for (const RowKey &key : m_org.rowsNaming(keyOf(unit)))
                if (const Quota *quota = key.kind == RowKind::Quota ? m_org.find(QuotaId{key.uid}) : nullptr)
                    ++counts->second[{quota->year, quota->kind}];
        return counts->second[{year, kind}];
    }

    [[nodiscard]] int countPortraits(PersonId person)
    {
        const auto [count, isNew] = m_portraits.try_emplace(person, 0);
        if (isNew)
            count->second =
                static_cast<int>(std::ranges::count(m_org.rowsNaming(keyOf(person)), RowKind::Portrait, &RowKey::kind));
        return count->second;
    }

    const Organisation &m_org;
    std::unordered_map<PersonId, int> m_portraits; ///< how many a person has
    std::unordered_map<UnitId, std::map<std::pair<int, QuotaKind>, int>> m_quotas;
    std::unordered_set<NodeRef> m_withParents; ///< whose parents have been looked at
    std::vector<IntegrityFault> m_faults;
};

} // namespace

std::vector<IntegrityFault> checkIntegrity(const Organisation &organisation)
{
    IntegrityCheck check(organisation);
    forEachRowKind([&]<typename Entity>() {
        for (const Entity &row : organisation.table<Entity>()) {
            check.checkId(keyOf(row.id));
            check.checkReferences(row);
            check.checkRow(row);
        }
    });
    check.checkParents();
    check.checkLoops(RelationType::BelongsTo);
    check.checkLoops(RelationType::ReportsTo);
    return check.takeFaults();
}

std::vector<IntegrityFault> checkIntegrity(const Organisation &organisation, std::span<const RowKey> touched)
{
    IntegrityCheck check(organisation);
    std::vector<const Relation *> treeEdges;
    for (const RowKey &key : touched) {
        bool isThere = false;
        organisation.visitRow(key, [&]<typename Entity>(const Entity &row) {
            isThere = true;
            check.checkId(key);
            check.checkReferences(row);
            check.checkRow(row);
            check.checkParents(row);
            if constexpr (std::is_same_v<Entity, Relation>)
                if (isTreeEdge(row))
                    treeEdges.push_back(&row);
        });
        if (!isThere)
            check.checkNobodyNames(key);
    }
    if (sizeOf(treeEdges) > kManyEdges) {
        check.checkLoops(RelationType::BelongsTo);
        check.checkLoops(RelationType::ReportsTo);
    } else {
        for (const Relation *relation : treeEdges)
            check.checkLoop(*relation);
    }
    return check.takeFaults();
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/conservation.h"

#include "core/model/dated_lookup.h"
#include "core/model/fields.h"
#include "core/model/lineage.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <map>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool exists(const Organisation &organisation, NodeRef node, Day day)
{
    if (const Unit *unit = organisation.find(node.unit()); node.isUnit())
        return unit != nullptr && stateOn(*unit, day) != nullptr;
    const Post *post = organisation.find(node.post());
    return post != nullptr && stateOn(*post, day) != nullptr;
}

bool isOfTree(RelationType type)
{
    return type == RelationType::BelongsTo || type == RelationType::ReportsTo;
}

/// A sum of numbers that is unknown where one of them is.
class Sum
{
public:
    void add(std::optional<int> number)
    {
        m_known = m_known && number;
        m_sum += number.value_or(0);
    }

    [[nodiscard]] QString text() const { return m_known ? QString::number(m_sum) : u"?"_s; }

private:
    int m_sum = 0;
    bool m_known = true;
};

class Conservation
{
public:
    Conservation(const Organisation &before, const Organisation &after, Day from, const Terms &terms)
        : m_before(before)
        , m_after(after)
        , m_from(from)
        , m_terms(terms)
    {
        for (const Relation &relation : after.relations())
            if (relation.type == RelationType::Succeeds && before.find(relation.id) == nullptr)
                m_heirs[relation.to.unit()].insert(relation.from.unit());
        for (const Unit &unit : before.units())
            if (exists(before, unit.id, from) && !exists(after, unit.id, from))
                m_ended[unit.id] = m_heirs.contains(unit.id) ? m_heirs[unit.id] : std::set<UnitId>{};
    }

    QStringList checkPast()
    {
        forEachRowKind([this]<typename Entity>() { checkPastOf<Entity>(); });
        return m_lost;
    }

    QStringList check()
    {
        (void)checkPast();
        for (const Relation &relation : m_before.relations())
            if (relation.period.contains(m_from) && exists(m_before, relation.from, m_from) &&
                exists(m_before, relation.to, m_from))
                checkRelation(relation);
        for (const Appointment &appointment : m_before.appointments())
            checkAppointment(appointment);
        for (const Function &function : m_before.functions())
            checkFunction(function);
        checkSuccessions();
        checkNumbers();
        checkLooseEnds();
        return m_lost;
    }

private:
    void say(const QString &law, const QString &what) { m_lost += law + u": "_s + what; }

    [[nodiscard]] QString name(const RowKey &key) const { return describeRow(m_before, key); }

    [[nodiscard]] bool endsByTerms(const RowKey &key) const
    {
        const auto named = m_terms.heirs.find(key);
        return named != m_terms.heirs.end() && named->second == Terms::kEnds;
    }

    // Until the day before

    template <typename Entity>
    void checkPastOf()
    {
        for (const Entity &row : m_before.table<Entity>()) {
            if (!isSameYesterday(row, m_after.find(row.id)))
                say(u"past"_s, name(keyOf(row.id)));
        }
        for (const Entity &row : m_after.table<Entity>())
            if (m_before.find(row.id) == nullptr && !isSameYesterday(row, static_cast<const Entity *>(nullptr)))
                say(u"past"_s, describeRow(m_after, keyOf(row.id)));
    }

    template <typename Entity>
    [[nodiscard]] bool isSameYesterday(Entity row, const Entity *other) const
    {
        const Day yesterday = dayBefore(m_from);
        if constexpr (Dated<Entity>) {
            const auto *state = stateOn(row, yesterday);
            const auto *otherState = other != nullptr ? stateOn(*other, yesterday) : nullptr;
            if (state == nullptr || otherState == nullptr)
                return state == otherState;
            auto same = *state;
            same.period = otherState->period;
            return same == *otherState && row.code == other->code;
        } else if constexpr (requires { row.period; }) {
            const bool is = row.period.contains(yesterday);
            if (!is || other == nullptr)
                return !is && (other == nullptr || !other->period.contains(yesterday));
            row.period.to = other->period.to;
            if constexpr (std::is_same_v<Entity, Appointment>)
                row.ended = other->ended;
            return row == *other && other->period.contains(yesterday);
        } else {
            return true;
        }
    }

    // From the date on

    void checkRelation(const Relation &relation)
    {
        if (relation.type == RelationType::BelongsTo) {
            const auto ended = m_ended.find(relation.to.unit());
            if (ended != m_ended.end())
                checkPlace(relation.from, ended->second);
            else if (exists(m_after, relation.from, m_from) && !parentIn(m_after, relation.from))
                say(u"place"_s, name(keyOf(relation.from)));
        } else if (relation.type == RelationType::ReportsTo) {
            checkReports(relation);
        } else if (!isOfTree(relation.type) && relation.type != RelationType::Succeeds) {
            checkGoesOn(relation);
        }
    }

    [[nodiscard]] std::optional<NodeRef> parentIn(const Organisation &organisation, NodeRef node) const
    {
        return organisation.graph().parentOn(node, RelationType::BelongsTo, m_from);
    }

    /// Posts of one unit that are parted no longer report to each other.
    void checkReports(const Relation &relation)
    {
        const Relation *now = m_after.find(relation.id);
        const bool wereTogether = parentIn(m_before, relation.from) == parentIn(m_before, relation.to);
        const bool areTogether = parentIn(m_after, relation.from) == parentIn(m_after, relation.to);
        const bool reports = now != nullptr && now->period.contains(m_from);
        if (wereTogether && !areTogether && reports)
            say(u"reports"_s, name(keyOf(relation.id)));
        if (areTogether && !reports && exists(m_after, relation.from, m_from) && exists(m_after, relation.to, m_from))
            say(u"reports"_s, name(keyOf(relation.id)));
    }

    void checkPlace(NodeRef node, const std::set<UnitId> &heirs)
    {
        if (node.isUnit() && m_ended.contains(node.unit()))
            return; // its own heirs have what it had
        const auto parent = parentIn(m_after, node);
        if (exists(m_after, node, m_from) && endsByTerms(keyOf(node)))
            say(u"place"_s, name(keyOf(node)));
        if (exists(m_after, node, m_from) && parent && heirs.contains(parent->unit()))
            return;
        const bool mayGo = !node.isUnit() && !exists(m_after, node, m_from) &&
                           (endsByTerms(keyOf(node)) || heirs.empty() || isVacantHead(node.post()));
        if (!mayGo)
            say(u"place"_s, name(keyOf(node)));
    }

    [[nodiscard]] bool isVacantHead(PostId post) const
    {
        const PostState *state = stateOn(*m_before.find(post), m_from);
        return state->role == PostRole::Head &&
               std::ranges::none_of(m_before.naming<Appointment>(keyOf(post)),
                                    [this](const Appointment *held) { return held->period.lastDay() >= m_from; });
    }

    /// People stay where they are, or come to be; a post that goes was said to, or has nobody who takes it over.
    void checkAppointment(const Appointment &appointment)
    {
        if (appointment.period.lastDay() < m_from || !exists(m_before, appointment.post, m_from))
            return;
        const auto unit = parentIn(m_before, appointment.post);
        const auto ended = unit ? m_ended.find(unit->unit()) : m_ended.end();
        const bool mayGo = endsByTerms(keyOf(appointment.post)) || (ended != m_ended.end() && ended->second.empty());
        const Appointment *now = m_after.find(appointment.id);
        if (!mayGo && (now == nullptr || *now != appointment || !exists(m_after, appointment.post, m_from)))
            say(u"seat"_s, name(keyOf(appointment.post)));
    }

    void checkFunction(const Function &function)
    {
        if (function.period.lastDay() < m_from)
            return;
        const Day day = std::max(m_from, function.period.firstDay());
        const auto heirs = functionHeirsOn(m_after, function.id, day);
        if (endsByTerms(keyOf(function.id))) {
            if (!heirs.empty())
                say(u"function"_s, function.text);
            return;
        }
        // Somebody may have shared it out before; then each heir goes on by itself.
        if (heirs.size() != functionHeirsOn(m_before, function.id, day).size()) {
            say(u"function"_s, function.text);
            return;
        }
        const auto ended = m_ended.find(function.unit);
        for (const FunctionId heir : heirs)
            if (ended != m_ended.end() && !ended->second.contains(m_after.find(heir)->unit))
                say(u"function"_s, function.text);
    }

    void checkGoesOn(const Relation &relation)
    {
        const auto endsOf = [this](NodeRef node) {
            const auto ended = node.isUnit() ? m_ended.find(node.unit()) : m_ended.end();
            if (ended != m_ended.end())
                return std::vector<NodeRef>(ended->second.begin(), ended->second.end());
            return exists(m_after, node, m_from) ? std::vector{node} : std::vector<NodeRef>{};
        };
        for (const NodeRef from : endsOf(relation.from)) {
            for (const NodeRef to : endsOf(relation.to)) {
                const bool goesOn = std::ranges::any_of(m_after.graph().relationsFrom(from), [&](RelationId id) {
                    const Relation &other = *m_after.find(id);
                    return other.type == relation.type && other.to == to && other.period.contains(m_from);
                });
                if (from != to && !goesOn)
                    say(u"relation"_s, name(keyOf(relation.id)));
            }
        }
    }

    // Successions

    [[nodiscard]] bool isMarkedByTheOrder(const Unit &unit) const
    {
        const UnitState *state = stateOn(unit, m_from);
        if (state == nullptr || state->reorganisation == Reorganisation::None || state->period.firstDay() != m_from)
            return false;
        const Unit *was = m_before.find(unit.id);
        const UnitState *before = was != nullptr ? stateOn(*was, m_from) : nullptr;
        return before == nullptr || before->reorganisation != state->reorganisation ||
               before->reorganisedOn != state->reorganisedOn;
    }

    void checkSuccessions()
    {
        std::set<UnitId> successors;
        for (const auto &entry : m_heirs)
            successors.insert(entry.second.begin(), entry.second.end());
        bool isReorganised = false;
        for (const Unit &unit : m_after.units()) {
            if (!isMarkedByTheOrder(unit))
                continue;
            isReorganised = true;
            if (!successors.contains(unit.id))
                say(u"predecessor"_s, describeRow(m_after, keyOf(unit.id)));
        }
        for (const auto &[unit, heirs] : m_ended)
            if (isReorganised && heirs.empty())
                say(u"heir"_s, name(keyOf(unit)));
    }

    // Numbers

    void checkNumbers()
    {
        std::set<UnitId> group;
        std::map<UnitId, std::set<UnitId>> wholes;
        for (const auto &[predecessor, heirs] : m_heirs) {
            group.insert(predecessor);
            group.insert(heirs.begin(), heirs.end());
            if (m_ended.contains(predecessor) && heirs.size() == 1)
                wholes[*heirs.begin()].insert(predecessor);
        }
        constexpr int kYears = 4; // the order's, and those of which quotas may speak
        for (int year = m_from.toDate().year(); year < m_from.toDate().year() + kYears; ++year) {
            for (const auto &term : bomay::terms<QuotaKind>()) {
                checkQuotas(group, year, term.value, &Quota::allotted);
                checkQuotas(group, year, term.value, &Quota::inPost);
            }
        }
        for (const auto &[heir, predecessors] : wholes) {
            checkStaff(heir, predecessors, &UnitState::staffAllotted);
            checkStaff(heir, predecessors, &UnitState::staffFilled);
        }
    }

    /// Numbers of a unit hold those of the units below it; a committee's are its own.
    [[nodiscard]] bool isCountedIn(const Organisation &organisation, UnitId unit, const std::set<UnitId> &group) const
    {
        UnitId at = unit;
        while (true) {
            const UnitState *state = stateOn(*organisation.find(at), m_from);
            const std::optional<NodeRef> above = organisation.graph().parentOn(at, RelationType::BelongsTo, m_from);
            if (state == nullptr || state->kind == UnitKind::PeoplesCommittee || !above)
                return false;
            at = above->unit();
            if (group.contains(at))
                return true;
        }
    }

    void checkQuotas(const std::set<UnitId> &group, int year, QuotaKind kind, std::optional<int> Quota::*number)
    {
        const auto sumOf = [&](const Organisation &organisation) {
            Sum sum;
            for (const Quota &quota : organisation.quotas())
                if (quota.year == year && quota.kind == kind && group.contains(quota.unit) &&
                    exists(organisation, quota.unit, m_from) && !isCountedIn(organisation, quota.unit, group))
                    sum.add(quota.*number);
            return sum.text();
        };
        if (const QString was = sumOf(m_before), is = sumOf(m_after); was != is)
            say(u"quota"_s, u"%1 %2 → %3"_s.arg(labelOf(kind), was, is));
    }

    void checkStaff(UnitId heir, const std::set<UnitId> &predecessors, std::optional<int> UnitState::*number)
    {
        Sum sum;
        std::set<UnitId> group = predecessors;
        if (exists(m_before, heir, m_from))
            group.insert(heir);
        for (const UnitId unit : group)
            if (!isCountedIn(m_before, unit, group))
                sum.add(stateOn(*m_before.find(unit), m_from)->*number);
        Sum is;
        is.add(stateOn(*m_after.find(heir), m_from)->*number);
        if (sum.text() != is.text())
            say(u"staff"_s, u"%1 → %2"_s.arg(sum.text(), is.text()));
    }

    // Loose ends

    /// Was a node there, or is it new, and does not exist on the date?
    [[nodiscard]] bool isGone(NodeRef node) const
    {
        return !exists(m_after, node, m_from) && (exists(m_before, node, m_from) || !m_before.contains(keyOf(node)));
    }

    void checkLooseEnds()
    {
        for (const Relation &relation : m_after.relations())
            if (relation.type != RelationType::Succeeds && relation.period.contains(m_from) &&
                (isGone(relation.from) || isGone(relation.to)))
                say(u"loose end"_s, describeRow(m_after, keyOf(relation.id)));
        for (const Appointment &appointment : m_after.appointments())
            if (appointment.period.contains(m_from) && isGone(appointment.post))
                say(u"loose end"_s, name(keyOf(appointment.post)));
    }

    const Organisation &m_before;
    const Organisation &m_after;
    Day m_from;
    const Terms &m_terms;
    std::map<UnitId, std::set<UnitId>> m_heirs; ///< who took over by the order, by predecessor
    std::map<UnitId, std::set<UnitId>> m_ended; ///< units that ended, and their heirs
    QStringList m_lost;
};

} // namespace

QStringList changedPast(const Organisation &before, const Organisation &after, Day from)
{
    const Terms none;
    return Conservation(before, after, from, none).checkPast();
}

QStringList lostBetween(const Organisation &before, const Organisation &after, Day from, const Terms &terms)
{
    return Conservation(before, after, from, terms).check();
}

} // namespace bomay

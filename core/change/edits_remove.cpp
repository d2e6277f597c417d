// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_support.h"
#include "core/change/personnel_support.h"
#include "core/model/org_view.h"

#include <set>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Takes nodes and all below them on the edit's day away. A row goes wholly where nothing of it is left: always with
/// `Correct`; with `FromDate` where all its states begin on or after the date. Other rows are ended the day before, and
/// what would begin on or after the date is dropped.
///
/// Nothing is lost silently: where a node that is not asked for belongs, on a day that the removal touches, to a unit
/// inside while it stands outside, or to a unit outside while it stands inside, the whole is refused.
class Removal
{
public:
    Removal(const Organisation &organisation, const EditScope &scope)
        : m_org(organisation)
        , m_scope(scope)
        , m_view(organisation, dayOfEdit(scope))
        , m_builder(organisation)
    {}

    Result<Change> run(std::span<const NodeRef> asked)
    {
        for (const NodeRef node : asked) {
            BM_TRY_VOID(requireNode(m_org, node, m_view.day()));
            m_asked.insert(node);
        }
        collect(asked);
        for (const NodeRef node : m_nodes)
            BM_TRY_VOID(refuseLoss(node));
        for (const NodeRef node : m_nodes) {
            takeRelations(node);
            takeRowsNaming(node);
            takeNode(node);
        }
        takePersons();
        const QString what =
            m_asked.size() == 1 ? nameOn(m_org, *m_asked.begin(), m_view.day()) : u"%1 mục"_s.arg(m_asked.size());
        return finishChange(m_builder, u"Xóa "_s + what, m_scope, nullptr);
    }

private:
    [[nodiscard]] bool fromDate() const { return m_scope.mode == EditMode::FromDate; }

    /// The first day that the removal touches.
    [[nodiscard]] Day firstDay() const { return fromDate() ? m_scope.from : Day::earliest(); }

    void collect(std::span<const NodeRef> asked)
    {
        const auto add = [this](NodeRef node) {
            if (!m_inside.insert(node).second)
                return;
            m_nodes.push_back(node);
            if (!fromDate() || beginsOnOrAfter(m_org, node, m_scope.from))
                m_gone.insert(node);
        };
        for (const NodeRef node : asked)
            add(node);
        for (std::size_t next = 0; next < m_nodes.size(); ++next) {
            if (!m_nodes[next].isUnit())
                continue;
            const int unit = m_view.indexOf(m_nodes[next]);
            for (const int post : m_view.postsOfUnit(unit))
                add(m_view.posts()[uz(post)].id);
            for (const int below : m_view.unitsOfUnit(unit))
                add(m_view.units()[uz(below)].id);
        }
    }

    [[nodiscard]] Result<> refuse(NodeRef what, NodeRef where) const
    {
        return fail(u"edit-used-on-other-days"_s,
                    {{u"what"_s, nameOn(m_org, what, m_view.day())}, {u"where"_s, nameOn(m_org, where, m_view.day())}});
    }

    /// Is a node there while a relation of its own holds, on a day that the removal touches?
    [[nodiscard]] bool counts(const Relation &relation) const
    {
        return existsDuring(m_org, relation.from, relation.period, firstDay());
    }

    [[nodiscard]] Result<> refuseLoss(NodeRef node) const
    {
        for (const Relation &relation : relationsTo(m_org, node)) {
            if (relation.type == RelationType::BelongsTo && !m_inside.contains(relation.from) &&
                (m_gone.contains(node) || counts(relation)))
                return refuse(relation.from, node);
        }
        bool keepsUnit = m_gone.contains(node) || node.isUnit() || hasStagedRow(m_org, node);
        for (const Relation &relation : relationsFrom(m_org, node)) {
            if (relation.type != RelationType::BelongsTo)
                continue;
            if (!m_asked.contains(node) && !m_inside.contains(relation.to) && counts(relation))
                return refuse(node, relation.to);
            keepsUnit = keepsUnit || (relation.period.firstDay() < m_scope.from && !m_gone.contains(relation.to));
        }
        // A post that was there before the date, but without a unit then, cannot stay without one.
        return keepsUnit ? Result<>{}
                         : fail(u"edit-post-needs-unit"_s, {{u"what"_s, nameOn(m_org, node, m_view.day())}});
    }

    /// Relations in both directions. From a date on, successions stay: who took over from whom outlives both. So do
    /// those by which nodes outside belong to a unit that keeps its row: they do not exist on the days in question.
    void takeRelations(NodeRef node)
    {
        for (Relation &relation : relationsOf(m_org, node)) {
            if (m_gone.contains(relation.from) || m_gone.contains(relation.to)) {
                m_builder.remove(keyOf(relation.id));
                continue;
            }
            if (relation.type == RelationType::Succeeds ||
                (relation.type == RelationType::BelongsTo && !m_inside.contains(relation.from)))
                continue;
            if (endBefore(relation.period, m_scope.from))
                m_builder.put(relation);
            else
                m_builder.remove(keyOf(relation.id));
        }
    }

    void takeNode(NodeRef node)
    {
        if (m_gone.contains(node)) {
            m_builder.remove(node.isUnit() ? keyOf(node.unit()) : keyOf(node.post()));
            return;
        }
        readNode(m_org, node, [this](auto entity) {
            std::erase_if(entity.states, [this](auto &state) { return !endBefore(state.period, m_scope.from); });
            m_builder.put(std::move(entity));
        });
    }

    /// What hangs on a node goes with it, or ends with it: appointments and functions on the day before, quotas with
    /// the year of that day. Duties stay as they are told.
    void takeRowsNaming(NodeRef node)
    {
        const bool gone = m_gone.contains(node);
        for (const Appointment *row : m_org.naming<Appointment>(keyOf(node))) {
            m_leaving.insert(row->person);
            endOrRemove(*row, &Appointment::period, gone);
        }
        for (const Function *row : m_org.naming<Function>(keyOf(node)))
            if (!endOrRemove(*row, &Function::period, gone))
                forgetPredecessor(row->id);
        for (const Quota *row : m_org.naming<Quota>(keyOf(node)))
            if (gone || row->year > dayBefore(m_scope.from).toDate().year())
                m_builder.remove(keyOf(row->id));
        if (!gone)
            return;
        for (const Staged *row : m_org.naming<Staged>(keyOf(node)))
            m_builder.remove(keyOf(row->id));
        for (const DutyParticipant *row : m_org.naming<DutyParticipant>(keyOf(node)))
            m_builder.remove(keyOf(row->id));
        for (const Note *row : m_org.naming<Note>(keyOf(node)))
            m_builder.remove(keyOf(row->id));
        leaveViews(node);
        for (const Duty *duty : m_org.naming<Duty>(keyOf(node))) {
            m_builder.remove(keyOf(duty->id));
            for (const DutyParticipant *row : m_org.naming<DutyParticipant>(keyOf(duty->id)))
                m_builder.remove(keyOf(row->id));
        }
    }

    /// Views are drawn without it; one that showed it alone shows everything.
    void leaveViews(NodeRef node)
    {
        for (const BranchMark *mark : m_org.naming<BranchMark>(keyOf(node)))
            m_builder.remove(keyOf(mark->id));
        for (const ChartObject *bracket : m_org.naming<ChartObject>(keyOf(node)))
            m_builder.remove(keyOf(bracket->id));
        for (const ChartView *row : m_org.naming<ChartView>(keyOf(node))) {
            ChartView view = *row;
            view.root = {};
            m_builder.put(std::move(view));
        }
    }

    /// False: nothing of the row is left.
    template <typename Entity>
    bool endOrRemove(Entity row, Period Entity::*period, bool gone)
    {
        const bool stays = !gone && endBefore(row.*period, m_scope.from);
        if (stays)
            m_builder.put(std::move(row));
        else
            m_builder.remove(keyOf(row.id));
        return stays;
    }

    /// A function that continues a removed one begins as new.
    void forgetPredecessor(FunctionId removed)
    {
        for (const Function *row : m_org.naming<Function>(keyOf(removed))) {
            std::optional<Function> heir = m_builder.find(row->id);
            if (!heir)
                continue;
            heir->predecessor = {};
            m_builder.put(*std::move(heir));
        }
    }

    /// Persons whose every appointment goes, go with them, and their photographs.
    void takePersons()
    {
        for (const PersonId person : m_leaving)
            if (holdsNothing(m_builder, m_org, person))
                removePerson(m_builder, m_org, person);
    }

    const Organisation &m_org;
    const EditScope &m_scope;
    OrgView m_view;
    ChangeBuilder m_builder;
    std::vector<NodeRef> m_nodes; ///< asked for and below, each once
    std::unordered_set<NodeRef> m_asked;
    std::unordered_set<NodeRef> m_inside; ///< `m_nodes` as a set
    std::unordered_set<NodeRef> m_gone;   ///< those whose row goes wholly
    std::set<PersonId> m_leaving;         ///< in the order of ids, so that equal input gives equal changes
};

} // namespace

Result<Change> removeNodes(const Organisation &organisation, std::span<const NodeRef> nodes, const EditScope &scope)
{
    BM_TRY_VOID(checkScope(scope));
    return Removal(organisation, scope).run(nodes);
}

} // namespace bomay

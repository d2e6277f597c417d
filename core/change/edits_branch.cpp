// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_branch.h"

#include "core/change/edits_rank.h"
#include "core/change/edits_structure.h"
#include "core/change/edits_support.h"
#include "core/model/provisional_code.h"

#include <unordered_map>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// One branch on its way into an organisation.
class Insertion
{
public:
    Insertion(const Organisation &organisation, const Branch &branch, const Destination &where, const EditScope &scope,
              IdSource &ids)
        : m_org(organisation)
        , m_branch(branch)
        , m_where(where)
        , m_scope(scope)
        , m_ids(ids)
        , m_view(organisation, dayOfEdit(scope))
        , m_builder(organisation)
    {}

    Result<Change> run(const QString &title)
    {
        BM_TRY_VOID(addUnits());
        BM_TRY_VOID(addPosts());
        return finishChange(m_builder, title, m_scope, &m_ids);
    }

private:
    /// The branch's upper units get numbers side by side, and those behind the place the next ones; below them every
    /// row is numbered as it stands.
    Result<> addUnits()
    {
        const int tops = static_cast<int>(std::ranges::count(m_branch.units, -1, &Branch::UnitPart::parent));
        BM_TRY(const RowSlot slot,
               slotBefore(m_org, siblingsUnder(m_view, m_where.parent, NodeRef::Kind::Unit), m_where.before));
        int next = m_where.before ? makeRoom(slot, tops) : numberBehind(m_builder, m_view, slot.others);
        std::unordered_map<int, int> below; // how many a unit of the branch has so far
        for (const Branch::UnitPart &part : m_branch.units) {
            UnitState state = part.state;
            BM_TRY(state.name, requireName(state.name));
            state.period = newPeriod(m_scope);
            state.order = part.parent < 0 ? next++ : ++below[part.parent];
            if (m_org.find(state.locality) == nullptr)
                state.locality = {};
            const auto id = m_ids.make<UnitId>();
            m_builder.put(Unit{id, newCode(state.name), true, {state}});
            place(id, part.parent < 0 ? m_where.parent : m_units[uz(part.parent)], state.period);
            m_units.push_back(id);
        }
        return {};
    }

    Result<> addPosts()
    {
        std::unordered_map<int, int> rank; // of the posts of a unit so far
        for (const Branch::PostPart &part : m_branch.posts) {
            PostState state = part.state;
            BM_TRY(state.title, requireName(state.title));
            if (part.unit < 0 && m_where.parent.isNull())
                return fail(u"edit-post-needs-unit"_s, {{u"what"_s, state.title}});
            if (part.unit < 0 && !rank.contains(-1))
                rank[-1] =
                    numberBehind(m_builder, m_view, siblingsUnder(m_view, m_where.parent, NodeRef::Kind::Post)) - 1;
            state.period = newPeriod(m_scope);
            state.order = ++rank[part.unit];
            const auto id = m_ids.make<PostId>();
            m_builder.put(Post{id, {}, {state}});
            place(id, part.unit < 0 ? m_where.parent : m_units[uz(part.unit)], state.period);
        }
        return {};
    }

    /// Numbers the row anew with as many numbers free at the place as are needed; gives the first of them.
    int makeRoom(const RowSlot &slot, int count)
    {
        int number = 1;
        int first = 1;
        for (int i = 0; i < sizeOf(slot.others); ++i) {
            if (i == slot.index) {
                first = number;
                number += count;
            }
            const int wanted = number++;
            if (orderOf(m_view, slot.others[uz(i)]) != wanted)
                modifyNode(m_builder, slot.others[uz(i)], {EditMode::Correct, m_view.day(), {}},
                           [wanted](auto &state) { state.order = wanted; });
        }
        return first;
    }

    QString newCode(const QString &name)
    {
        QString code = provisionalCode(name, [this](const QString &taken) {
            return m_codes.contains(taken) || !m_org.unitsWithCode(taken).isEmpty();
        });
        m_codes.insert(code);
        return code;
    }

    void place(NodeRef node, UnitId parent, const Period &period)
    {
        if (!parent.isNull())
            m_builder.put(Relation{m_ids.make<RelationId>(), RelationType::BelongsTo, node, parent, period});
    }

    const Organisation &m_org;
    const Branch &m_branch;
    const Destination &m_where;
    const EditScope &m_scope;
    IdSource &m_ids;
    OrgView m_view;
    ChangeBuilder m_builder;
    std::vector<UnitId> m_units; ///< by index in the branch
    std::unordered_set<QString> m_codes;
};

} // namespace

Branch branchOf(const OrgView &view, std::span<const NodeRef> nodes)
{
    Branch branch;
    std::unordered_map<int, int> places; // by index in the view's units
    for (const NodeRef node : topmost(view, nodes)) {
        const int first = view.nodeOf(node);
        if (!node.isUnit()) {
            branch.posts.push_back({view.posts()[uz(view.nodes()[uz(first)].item)].state, -1});
            continue;
        }
        // Posts by their unit: some are drawn where they report to.
        for (int i = first; i < view.nodes()[uz(first)].end; ++i) {
            const ViewNode &below = view.nodes()[uz(i)];
            if (!below.isUnit())
                continue;
            const auto above = places.find(view.parentUnit(below.item));
            const int place = sizeOf(branch.units);
            branch.units.push_back({view.units()[uz(below.item)].state, above == places.end() ? -1 : above->second});
            places.emplace(below.item, place);
            for (const int post : view.postsOfUnit(below.item))
                branch.posts.push_back({view.posts()[uz(post)].state, place});
        }
    }
    return branch;
}

Result<Change> insertBranch(const Organisation &organisation, const Branch &branch, const Destination &where,
                            const QString &title, const EditScope &scope, IdSource &ids)
{
    BM_TRY_VOID(checkScope(scope));
    if (!where.parent.isNull())
        BM_TRY_VOID(requireNode(organisation, where.parent, dayOfEdit(scope)));
    return Insertion(organisation, branch, where, scope, ids).run(title);
}

} // namespace bomay

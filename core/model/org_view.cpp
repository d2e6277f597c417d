// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/org_view.h"

#include "core/model/drawn_tree.h"
#include "core/model/early_view.h"
#include "core/model/org_view_patch.h"

#include <algorithm>

namespace bomay {

/// Builds a view: copies what is valid on the day, finds each node's parents, orders children, numbers the drawn tree.
class OrgViewBuilder
{
public:
    OrgViewBuilder(const Organisation &organisation, OrgView &view)
        : m_org(organisation)
        , m_view(view)
        , m_tree(view)
    {}

    void build()
    {
        m_view.copyLocalities(m_org);
        copyNodes();
        copyHolders();
        copyPortraits();
        findParents();
        orderChildren();
        numberNodes();
        m_view.inheritLocalities(0, sizeOf(m_view.m_nodes));
    }

    void fillEverySeat()
    {
        for (ViewPost &post : m_view.m_posts) {
            post.state.seats = 1;
            post.holders.assign(1, ViewHolder{});
        }
    }

private:
    void copyNodes()
    {
        m_view.m_units.reserve(uz(m_org.units().size()));
        m_view.m_posts.reserve(uz(m_org.posts().size()));
        m_view.m_items.reserve(uz(m_org.units().size() + m_org.posts().size()));
        for (const Unit &unit : m_org.units()) {
            const UnitState *state = stateOn(unit, m_view.m_day);
            if (state == nullptr)
                continue;
            m_view.m_items.emplace(unit.id, sizeOf(m_view.m_units));
            m_view.m_units.push_back({unit.id, unit.code, *state});
        }
        for (const Post &post : m_org.posts()) {
            const PostState *state = stateOn(post, m_view.m_day);
            if (state == nullptr)
                continue;
            m_view.m_items.emplace(post.id, sizeOf(m_view.m_posts));
            m_view.m_posts.push_back({post.id, *state, -1, {}});
        }
    }

    void copyHolders()
    {
        for (const Appointment &appointment : m_org.appointments()) {
            if (!appointment.period.contains(m_view.m_day))
                continue;
            const auto post = m_view.m_items.find(appointment.post);
            const Person *person = m_org.find(appointment.person);
            if (post != m_view.m_items.end() && person != nullptr)
                m_view.m_posts[uz(post->second)].holders.push_back({person->id, person->name, appointment.kind});
        }
    }

    /// From the photographs and not from the holders: most documents have few or none.
    void copyPortraits()
    {
        for (const Portrait &portrait : m_org.portraits())
            for (const Appointment *appointment : m_org.naming<Appointment>(keyOf(portrait.person)))
                if (const auto post = m_view.m_items.find(appointment->post); post != m_view.m_items.end())
                    for (ViewHolder &holder : m_view.m_posts[uz(post->second)].holders)
                        if (holder.person == portrait.person)
                            holder.portrait = portrait.picture;
    }

    /// Index of a graph node in the view's lists; −1 where it is not valid on the day.
    [[nodiscard]] int item(const StructureGraph::ParentList &parents, int position) const
    {
        return position < 0 ? -1 : m_view.indexOf(parents.nodes[uz(position)]);
    }

    void findParents()
    {
        const StructureGraph::ParentList parents = m_org.graph().parentsOn(m_view.m_day);
        m_view.m_parentUnit.assign(m_view.m_units.size(), -1);
        m_view.m_postsOfUnit.assign(m_view.m_units.size(), {});
        m_view.m_unitsOfUnit.assign(m_view.m_units.size(), {});
        m_view.m_reportsTo.assign(m_view.m_posts.size(), -1);
        for (int i = 0; i < sizeOf(parents.nodes); ++i) {
            const NodeRef node = parents.nodes[uz(i)];
            const int self = m_view.indexOf(node);
            if (self < 0)
                continue;
            const int unit = item(parents, parents.belongsTo[uz(i)]);
            if (node.isUnit()) {
                m_view.m_parentUnit[uz(self)] = unit;
                if (unit >= 0)
                    m_view.m_unitsOfUnit[uz(unit)].push_back(self);
            } else {
                m_view.m_posts[uz(self)].unit = unit;
                m_view.m_reportsTo[uz(self)] = item(parents, parents.reportsTo[uz(i)]);
                if (unit >= 0)
                    m_view.m_postsOfUnit[uz(unit)].push_back(self);
            }
        }
    }

    void orderChildren()
    {
        for (auto &units : m_view.m_unitsOfUnit)
            sortUnits(units);
        for (auto &posts : m_view.m_postsOfUnit)
            sortPosts(posts);
        for (int unit = 0; unit < sizeOf(m_view.m_units); ++unit)
            if (m_view.m_parentUnit[uz(unit)] < 0)
                (isStaged(m_view.m_units[uz(unit)].id) ? m_view.m_stagedUnits : m_view.m_roots).push_back(unit);
        sortUnits(m_view.m_roots);
        sortUnits(m_view.m_stagedUnits);
        for (int post = 0; post < sizeOf(m_view.m_posts); ++post)
            if (m_view.m_posts[uz(post)].unit < 0)
                m_view.m_loosePosts.push_back(post);
        sortPosts(m_view.m_loosePosts);
    }

    void sortUnits(std::vector<int> &units) const
    {
        std::ranges::sort(units, {}, [this](int unit) { return m_tree.unitKey(unit); });
    }

    void sortPosts(std::vector<int> &posts) const
    {
        std::ranges::sort(posts, {}, [this](int post) { return m_tree.postKey(post); });
    }

    [[nodiscard]] bool isStaged(UnitId unit) const { return !m_org.naming<Staged>(keyOf(unit)).empty(); }

    void numberNodes()
    {
        std::vector<std::vector<int>> postsOfPost(m_view.m_posts.size());
        std::vector<std::vector<int>> directPosts(m_view.m_units.size());
        for (int unit = 0; unit < sizeOf(m_view.m_units); ++unit)
            for (const int post : m_view.m_postsOfUnit[uz(unit)]) {
                const int superior = m_tree.superior(post);
                (superior >= 0 ? postsOfPost[uz(superior)] : directPosts[uz(unit)]).push_back(post);
            }
        for (auto &posts : postsOfPost)
            if (posts.size() > 1)
                std::ranges::sort(posts, [this](int a, int b) { return m_tree.isBefore(a, b); });

        m_view.m_nodeOfUnit.assign(m_view.m_units.size(), -1);
        m_view.m_nodeOfPost.assign(m_view.m_posts.size(), -1);
        m_view.m_nodes.reserve(m_view.m_units.size() + m_view.m_posts.size());
        for (const int unit : m_view.m_roots)
            numberTree({true, unit, -1}, 1, directPosts, postsOfPost);
        for (const int unit : m_view.m_stagedUnits)
            numberTree({true, unit, -1}, 0, directPosts, postsOfPost);
        for (const int post : m_view.m_loosePosts)
            numberTree({false, post, -1}, 0, directPosts, postsOfPost);
    }

    struct Pending
    {
        bool unit;
        int item;
        int parent;
    };

    void numberTree(const Pending &root, int rootDepth, const std::vector<std::vector<int>> &directPosts,
                    const std::vector<std::vector<int>> &postsOfPost)
    {
        std::vector<Pending> stack{root};
        const int first = sizeOf(m_view.m_nodes);
        while (!stack.empty()) {
            const Pending next = stack.back();
            stack.pop_back();
            const int self = sizeOf(m_view.m_nodes);
            const int above = next.parent < 0 ? -1 : m_view.m_nodes[uz(next.parent)].depth;
            const int depth = next.parent < 0 ? rootDepth : (above == 0 ? 0 : above + 1);
            (next.unit ? m_view.m_nodeOfUnit : m_view.m_nodeOfPost)[uz(next.item)] = self;
            m_view.m_nodes.push_back({m_tree.ref({next.unit, next.item}), next.item, next.parent, depth, self + 1});
            const auto push = [&stack, self](bool unit, const std::vector<int> &items) {
                for (auto item = items.rbegin(); item != items.rend(); ++item)
                    stack.push_back({unit, *item, self});
            };
            // The stack turns the order round: units are pushed first so that posts come first.
            if (next.unit) {
                push(true, m_view.m_unitsOfUnit[uz(next.item)]);
                push(false, directPosts[uz(next.item)]);
            } else {
                push(false, postsOfPost[uz(next.item)]);
            }
        }
        for (int i = sizeOf(m_view.m_nodes) - 1; i > first; --i) {
            int &end = m_view.m_nodes[uz(m_view.m_nodes[uz(i)].parent)].end;
            end = std::max(end, m_view.m_nodes[uz(i)].end);
        }
    }

    const Organisation &m_org;
    OrgView &m_view;
    DrawnTree m_tree;
};

OrgView earlyView(const Organisation &structure, Day day)
{
    OrgView view(structure, day);
    OrgViewBuilder(structure, view).fillEverySeat();
    return view;
}

int ViewPost::vacantSeats() const
{
    return std::max(0, state.seats - sizeOf(holders));
}

OrgView::OrgView() = default;
OrgView::OrgView(const OrgView &other) = default;
OrgView::OrgView(OrgView &&other) noexcept = default;
OrgView &OrgView::operator=(const OrgView &other) = default;
OrgView &OrgView::operator=(OrgView &&other) noexcept = default;
OrgView::~OrgView() = default;

OrgView::OrgView(const Organisation &organisation, Day day)
    : m_day(day)
{
    OrgViewBuilder(organisation, *this).build();
}

bool OrgView::apply(const Organisation &after, std::span<const RowKey> touched)
{
    OrgViewPatch patch(after, *this);
    const bool isPatched = patch.collect(touched);
    if (isPatched)
        patch.run();
    else
        *this = OrgView(after, m_day);
    return isPatched;
}

void OrgView::copyLocalities(const Organisation &organisation)
{
    m_localities.clear();
    m_localityIndices.clear();
    for (const Locality &locality : organisation.localities()) {
        const LocalityState *state = stateOn(locality, m_day);
        if (state == nullptr)
            continue;
        m_localityIndices.emplace(locality.id, sizeOf(m_localities));
        m_localities.push_back({locality.id, locality.code, *state});
    }
    for (ViewLocality &locality : m_localities)
        locality.parent = indexOfLocality(locality.state.parent);
}

int OrgView::indexOfLocality(LocalityId id) const
{
    const auto found = m_localityIndices.find(id);
    return found == m_localityIndices.end() ? -1 : found->second;
}

int OrgView::localityFor(int unit) const
{
    if (const LocalityId id = m_units[uz(unit)].state.locality; !id.isNull())
        if (const int own = indexOfLocality(id); own >= 0)
            return own;
    const int parent = m_parentUnit[uz(unit)];
    return parent >= 0 ? m_units[uz(parent)].locality : -1;
}

void OrgView::inheritLocalities(int firstNode, int endNode)
{
    for (int node = firstNode; node < endNode; ++node)
        if (m_nodes[uz(node)].isUnit())
            m_units[uz(m_nodes[uz(node)].item)].locality = localityFor(m_nodes[uz(node)].item);
}

int OrgView::unplacedCount() const
{
    const auto first = std::ranges::partition_point(m_nodes, [](const ViewNode &node) { return !node.isStaged(); });
    return static_cast<int>(std::count_if(first, m_nodes.end(), [](const ViewNode &node) { return node.parent < 0; }));
}

int OrgView::indexOf(NodeRef node) const
{
    const auto found = m_items.find(node);
    return found == m_items.end() ? -1 : found->second;
}

int OrgView::nodeOf(NodeRef node) const
{
    const int item = indexOf(node);
    if (item < 0)
        return -1;
    return node.isUnit() ? m_nodeOfUnit[uz(item)] : m_nodeOfPost[uz(item)];
}

} // namespace bomay

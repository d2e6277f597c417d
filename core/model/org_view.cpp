// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/org_view.h"

#include <algorithm>
#include <tuple>

namespace bomay {

namespace {

int rankOf(PostRole role)
{
    switch (role) {
    case PostRole::Head:
        return 0;
    case PostRole::Deputy:
        return 1;
    case PostRole::Member:
        return 2;
    case PostRole::Assistant:
        return 3;
    case PostRole::Unknown:
        return 4;
    case PostRole::Staff:
        return 5;
    }
    return 6;
}

} // namespace

/// Builds a view: copies what is valid on the day, finds each node's parents, orders children, numbers the drawn tree.
class OrgViewBuilder
{
public:
    OrgViewBuilder(const Organisation &organisation, OrgView &view)
        : m_org(organisation)
        , m_view(view)
    {}

    void build()
    {
        copyLocalities();
        copyNodes();
        copyHolders();
        findParents();
        orderChildren();
        numberNodes();
        inheritLocalities();
    }

private:
    void copyLocalities()
    {
        std::unordered_map<LocalityId, int> indices;
        for (const Locality &locality : m_org.localities()) {
            const LocalityState *state = stateOn(locality, m_view.m_day);
            if (state == nullptr)
                continue;
            indices.emplace(locality.id, sizeOf(m_view.m_localities));
            m_view.m_localities.push_back({locality.id, locality.code, *state});
        }
        for (ViewLocality &locality : m_view.m_localities)
            if (const auto parent = indices.find(locality.state.parent); parent != indices.end())
                locality.parent = parent->second;
        m_localityIndices = std::move(indices);
    }

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
            m_view.m_posts.push_back({post.id, *state, -1, -1, {}});
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
        m_reportsTo.assign(m_view.m_posts.size(), -1);
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
                m_reportsTo[uz(self)] = item(parents, parents.reportsTo[uz(i)]);
                if (unit >= 0)
                    m_view.m_postsOfUnit[uz(unit)].push_back(self);
            }
        }
    }

    /// Units stand by protocol rank; the code and the id decide between equals.
    [[nodiscard]] std::tuple<const int &, const QString &, const UnitId &> unitKey(int unit) const
    {
        const ViewUnit &u = m_view.m_units[uz(unit)];
        return std::tie(u.state.order, u.code, u.id);
    }

    void orderChildren()
    {
        const auto postLess = [this](int a, int b) {
            const ViewPost &p = m_view.m_posts[uz(a)];
            const ViewPost &q = m_view.m_posts[uz(b)];
            return std::tuple(rankOf(p.state.role), p.state.tier, p.state.order, p.id) <
                   std::tuple(rankOf(q.state.role), q.state.tier, q.state.order, q.id);
        };
        for (auto &units : m_view.m_unitsOfUnit)
            std::ranges::sort(units, {}, [this](int unit) { return unitKey(unit); });
        for (auto &posts : m_view.m_postsOfUnit)
            std::ranges::sort(posts, postLess);
    }

    /// The post a post hangs under in the drawn tree: the one it reports to, for a deputy else the only head of its
    /// unit.
    [[nodiscard]] int drawnSuperior(int post) const
    {
        if (m_reportsTo[uz(post)] >= 0)
            return m_reportsTo[uz(post)];
        const ViewPost &self = m_view.m_posts[uz(post)];
        if (self.state.role != PostRole::Deputy || self.unit < 0)
            return -1;
        int head = -1;
        for (const int other : m_view.m_postsOfUnit[uz(self.unit)]) {
            if (m_view.m_posts[uz(other)].state.role != PostRole::Head)
                continue;
            if (head >= 0)
                return -1;
            head = other;
        }
        return head;
    }

    void numberNodes()
    {
        std::vector<std::vector<int>> postsOfPost(m_view.m_posts.size());
        std::vector<std::vector<int>> directPosts(m_view.m_units.size());
        std::vector<int> loosePosts;
        // Walking by unit keeps the order of protocol among the posts under one post.
        for (int unit = 0; unit < sizeOf(m_view.m_units); ++unit)
            for (const int post : m_view.m_postsOfUnit[uz(unit)]) {
                const int superior = drawnSuperior(post);
                (superior >= 0 ? postsOfPost[uz(superior)] : directPosts[uz(unit)]).push_back(post);
            }
        for (int post = 0; post < sizeOf(m_view.m_posts); ++post)
            if (m_view.m_posts[uz(post)].unit < 0)
                loosePosts.push_back(post);

        std::vector<int> roots;
        std::vector<int> stagedUnits;
        for (int unit = 0; unit < sizeOf(m_view.m_units); ++unit)
            if (m_view.m_parentUnit[uz(unit)] < 0)
                (isStaged(m_view.m_units[uz(unit)].id) ? stagedUnits : roots).push_back(unit);
        for (auto *units : {&roots, &stagedUnits})
            std::ranges::sort(*units, {}, [this](int unit) { return unitKey(unit); });
        std::ranges::sort(loosePosts, {}, [this](int post) { return m_view.m_posts[uz(post)].id; });

        m_view.m_nodes.reserve(m_view.m_units.size() + m_view.m_posts.size());
        for (const int unit : roots)
            numberTree({true, unit, -1}, 1, directPosts, postsOfPost);
        for (const int unit : stagedUnits)
            numberTree({true, unit, -1}, 0, directPosts, postsOfPost);
        for (const int post : loosePosts)
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
            NodeRef ref =
                next.unit ? NodeRef(m_view.m_units[uz(next.item)].id) : NodeRef(m_view.m_posts[uz(next.item)].id);
            (next.unit ? m_view.m_units[uz(next.item)].node : m_view.m_posts[uz(next.item)].node) = self;
            m_view.m_nodes.push_back({ref, next.item, next.parent, depth, self + 1});
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

    [[nodiscard]] bool isStaged(UnitId unit)
    {
        if (!m_stagedKnown) {
            for (const Staged &staged : m_org.staged())
                m_staged.insert({staged.node, 0});
            m_stagedKnown = true;
        }
        return m_staged.contains(unit);
    }

    void inheritLocalities()
    {
        for (const ViewNode &node : m_view.m_nodes) {
            if (!node.isUnit())
                continue;
            ViewUnit &unit = m_view.m_units[uz(node.item)];
            const auto own = m_localityIndices.find(unit.state.locality);
            const int parent = m_view.m_parentUnit[uz(node.item)];
            if (own != m_localityIndices.end())
                unit.locality = own->second;
            else if (parent >= 0)
                unit.locality = m_view.m_units[uz(parent)].locality;
        }
    }

    const Organisation &m_org;
    OrgView &m_view;
    std::unordered_map<LocalityId, int> m_localityIndices;
    std::unordered_map<NodeRef, int> m_staged;
    bool m_stagedKnown = false;
    std::vector<int> m_reportsTo;
};

int ViewPost::vacantSeats() const
{
    return std::max(0, state.seats - sizeOf(holders));
}

OrgView::OrgView(const Organisation &organisation, Day day)
    : m_day(day)
{
    OrgViewBuilder(organisation, *this).build();
}

int OrgView::unplacedCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_nodes, [](const ViewNode &node) { return node.isStaged() && node.parent < 0; }));
}

int OrgView::indexOf(NodeRef node) const
{
    const auto found = m_items.find(node);
    return found == m_items.end() ? -1 : found->second;
}

} // namespace bomay

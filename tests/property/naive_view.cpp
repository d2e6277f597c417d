// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/naive_view.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class NaiveView
{
public:
    NaiveView(const Organisation &organisation, Day day)
        : m_org(organisation)
        , m_day(day)
    {}

    QStringList lines()
    {
        for (const Unit &unit : unitsUnder(std::nullopt))
            print(unit, 1);
        return m_lines;
    }

private:
    template <typename Entity>
    [[nodiscard]] bool exists(const Entity &entity) const
    {
        return std::ranges::any_of(entity.states, [this](const auto &state) { return state.period.contains(m_day); });
    }

    [[nodiscard]] bool exists(NodeRef node) const
    {
        if (node.isUnit())
            return m_org.find(node.unit()) != nullptr && exists(*m_org.find(node.unit()));
        return m_org.find(node.post()) != nullptr && exists(*m_org.find(node.post()));
    }

    /// The node's superior of one kind on the day, if both are there.
    [[nodiscard]] std::optional<NodeRef> superior(NodeRef node, RelationType type) const
    {
        for (const Relation &relation : m_org.relations())
            if (relation.type == type && relation.from == node && relation.period.contains(m_day) &&
                exists(relation.to))
                return relation.to;
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Unit> unitsUnder(std::optional<NodeRef> parent) const
    {
        std::vector<Unit> units;
        for (const Unit &unit : m_org.units())
            if (exists(unit) && superior(unit.id, RelationType::BelongsTo) == parent)
                units.push_back(unit);
        std::ranges::sort(units, [this](const Unit &a, const Unit &b) {
            return std::tuple(stateOn(a, m_day)->order, a.code, a.id) <
                   std::tuple(stateOn(b, m_day)->order, b.code, b.id);
        });
        return units;
    }

    [[nodiscard]] std::vector<Post> postsOf(NodeRef unit) const
    {
        std::vector<Post> posts;
        for (const Post &post : m_org.posts())
            if (exists(post) && superior(post.id, RelationType::BelongsTo) == std::optional(unit))
                posts.push_back(post);
        return posts;
    }

    [[nodiscard]] std::optional<NodeRef> drawnParent(const Post &post) const
    {
        if (const auto boss = superior(post.id, RelationType::ReportsTo))
            return boss;
        const auto unit = superior(post.id, RelationType::BelongsTo);
        if (stateOn(post, m_day)->role == PostRole::Deputy && unit) {
            std::vector<Post> heads = postsOf(*unit);
            std::erase_if(heads, [this](const Post &p) { return stateOn(p, m_day)->role != PostRole::Head; });
            if (heads.size() == 1)
                return heads.front().id;
        }
        return unit;
    }

    [[nodiscard]] std::vector<Post> postsUnder(NodeRef parent) const
    {
        std::vector<Post> posts;
        for (const Post &post : m_org.posts())
            if (exists(post) && superior(post.id, RelationType::BelongsTo) &&
                drawnParent(post) == std::optional(parent))
                posts.push_back(post);
        return posts;
    }

    void print(const Unit &unit, int depth)
    {
        m_lines += u"%1 %2"_s.arg(depth).arg(stateOn(unit, m_day)->name);
        printPosts(unit.id, depth + 1);
        for (const Unit &child : unitsUnder(unit.id))
            print(child, depth + 1);
    }

    // The order among posts is a promise of its own, tested where it is made: here they are sorted by title.
    void printPosts(NodeRef parent, int depth)
    {
        std::vector<Post> posts = postsUnder(parent);
        std::ranges::sort(posts, {}, [this](const Post &post) { return stateOn(post, m_day)->title; });
        for (const Post &post : posts) {
            m_lines += u"%1 %2"_s.arg(depth).arg(stateOn(post, m_day)->title);
            printPosts(post.id, depth + 1);
        }
    }

    const Organisation &m_org;
    Day m_day;
    QStringList m_lines;
};

} // namespace

QStringList naiveView(const Organisation &organisation, Day day)
{
    return NaiveView(organisation, day).lines();
}

QStringList linesOf(const OrgView &view)
{
    std::vector<std::vector<int>> children(view.nodes().size() + 1);
    for (int i = 0; i < sizeOf(view.nodes()); ++i)
        if (!view.nodes()[uz(i)].isStaged())
            children[uz(view.nodes()[uz(i)].parent + 1)].push_back(i);
    const auto title = [&view](int node) { return view.posts()[uz(view.nodes()[uz(node)].item)].state.title; };
    QStringList lines;
    const auto print = [&](int parent, auto &&self) -> void {
        auto &below = children[uz(parent + 1)];
        const auto firstUnit =
            std::ranges::find_if(below, [&view](int node) { return view.nodes()[uz(node)].isUnit(); });
        std::sort(below.begin(), firstUnit, [&](int a, int b) { return title(a) < title(b); });
        for (const int node : below) {
            const ViewNode &n = view.nodes()[uz(node)];
            lines += u"%1 %2"_s.arg(n.depth).arg(n.isUnit() ? view.units()[uz(n.item)].state.name : title(node));
            self(node, self);
        }
    };
    print(-1, print);
    return lines;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/naive_view.h"

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
        for (const bool staged : {false, true})
            for (const Unit &unit : unitsUnder(std::nullopt))
                if (isStaged(unit.id) == staged)
                    print(unit, staged ? 0 : 1);
        std::vector<Post> loose;
        for (const Post &post : m_org.posts())
            if (exists(post) && !superior(post.id, RelationType::BelongsTo))
                loose.push_back(post);
        print(std::move(loose), 0);
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

    [[nodiscard]] bool isStaged(NodeRef node) const
    {
        return std::ranges::any_of(m_org.staged(), [&node](const Staged &staged) { return staged.node == node; });
    }

    /// Code of the unit's locality, else of that of the nearest unit above.
    [[nodiscard]] QString localityOf(const Unit &unit) const
    {
        const Locality *own = m_org.find(stateOn(unit, m_day)->locality);
        if (own != nullptr && exists(*own))
            return own->code;
        const auto above = superior(unit.id, RelationType::BelongsTo);
        return above ? localityOf(*m_org.find(above->unit())) : QString();
    }

    [[nodiscard]] QString holdersOf(const Post &post) const
    {
        QString names;
        for (const Appointment &appointment : m_org.appointments())
            if (appointment.post == post.id && appointment.period.contains(m_day))
                names += u'/' + m_org.find(appointment.person)->name;
        return names;
    }

    /// What is staged has no depth, and nothing below it has.
    [[nodiscard]] static int depthBelow(int depth) { return depth == 0 ? 0 : depth + 1; }

    void print(const Unit &unit, int depth)
    {
        m_lines += u"%1 %2 @%3"_s.arg(depth).arg(stateOn(unit, m_day)->name, localityOf(unit));
        print(postsUnder(unit.id), depthBelow(depth));
        for (const Unit &child : unitsUnder(unit.id))
            print(child, depthBelow(depth));
    }

    // The order among posts is a promise of its own, tested where it is made: here they are sorted by title.
    void print(std::vector<Post> posts, int depth)
    {
        std::ranges::sort(posts, {}, [this](const Post &post) { return stateOn(post, m_day)->title; });
        for (const Post &post : posts) {
            m_lines += u"%1 %2 %3"_s.arg(depth).arg(stateOn(post, m_day)->title, holdersOf(post));
            print(postsUnder(post.id), depthBelow(depth));
        }
    }

    const Organisation &m_org;
    Day m_day;
    QStringList m_lines;
};

/// Prints a view as `NaiveView` does.
class ViewPrinter
{
public:
    explicit ViewPrinter(const OrgView &view)
        : m_view(view)
        , m_children(view.nodes().size() + 1)
    {
        for (int i = 0; i < sizeOf(view.nodes()); ++i)
            m_children[uz(view.nodes()[uz(i)].parent + 1)].push_back(i);
    }

    QStringList lines()
    {
        std::vector<int> &tops = m_children.front();
        const auto firstLoose = std::ranges::find_if(tops, [this](int node) { return !isUnit(node); });
        sortByTitle(firstLoose, tops.end());
        for (const int node : tops)
            print(node);
        return m_lines;
    }

private:
    [[nodiscard]] bool isUnit(int node) const { return m_view.nodes()[uz(node)].isUnit(); }

    [[nodiscard]] const ViewPost &post(int node) const { return m_view.posts()[uz(m_view.nodes()[uz(node)].item)]; }

    void sortByTitle(std::vector<int>::iterator begin, std::vector<int>::iterator end) const
    {
        std::sort(begin, end, [this](int a, int b) { return post(a).state.title < post(b).state.title; });
    }

    void print(int node)
    {
        const ViewNode &row = m_view.nodes()[uz(node)];
        if (row.isUnit()) {
            const ViewUnit &unit = m_view.units()[uz(row.item)];
            const QString locality = unit.locality < 0 ? QString() : m_view.localities()[uz(unit.locality)].code;
            m_lines += u"%1 %2 @%3"_s.arg(row.depth).arg(unit.state.name, locality);
        } else {
            QString holders;
            for (const ViewHolder &holder : post(node).holders)
                holders += u'/' + holder.name;
            m_lines += u"%1 %2 %3"_s.arg(row.depth).arg(post(node).state.title, holders);
        }
        std::vector<int> &below = m_children[uz(node + 1)];
        sortByTitle(below.begin(), std::ranges::find_if(below, [this](int child) { return isUnit(child); }));
        for (const int child : below)
            print(child);
    }

    const OrgView &m_view;
    std::vector<std::vector<int>> m_children; ///< by node + 1; first what stands at the top
    QStringList m_lines;
};

} // namespace

QStringList linesOf(const OrgView &view)
{
    return ViewPrinter(view).lines();
}

QStringList naiveView(const Organisation &organisation, Day day)
{
    return NaiveView(organisation, day).lines();
}

} // namespace bomay

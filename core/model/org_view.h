// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace bomay {

/// A locality on the day of a view.
struct ViewLocality
{
    LocalityId id;
    QString code;
    LocalityState state;
    int parent = -1; ///< index in `OrgView::localities`
};

/// A unit on the day of a view.
struct ViewUnit
{
    UnitId id;
    QString code;
    UnitState state;
    int locality = -1; ///< index in `OrgView::localities`: its own, else that of the nearest unit above; −1 = unknown
};

/// Who holds a post on the day of a view.
struct ViewHolder
{
    PersonId person;
    QString name;
    AppointmentKind kind = AppointmentKind::Full;
    Picture portrait = {}; ///< empty = there is none
};

/// A post on the day of a view.
struct ViewPost
{
    PostId id;
    PostState state;
    int unit = -1;                   ///< index in `OrgView::units`: the unit it belongs to; −1 for a staged post
    std::vector<ViewHolder> holders; ///< in the order of the appointments' rows

    /// Seats without a holder; never below 0.
    [[nodiscard]] int vacantSeats() const;
};

/// A node of the drawn tree: belongs-to with reports-to inside it.
struct ViewNode
{
    NodeRef ref;
    int item = -1;   ///< index in `units` or `posts`
    int parent = -1; ///< index in `nodes`, −1 for a root
    int depth = 0;   ///< a root has 1; 0 = staged, or under a staged node
    int end = 0;     ///< the subtree is [own index, end)

    [[nodiscard]] bool isUnit() const { return ref.isUnit(); }
    [[nodiscard]] bool isStaged() const { return depth == 0; }
};

/// The organisation on one day as a flat copy in preorder: what the checker, the layout, panels, statistics and exports
/// read. Children stand in the order of protocol: posts before units, heads first, then deputies by tier, then by rank.
/// Only `nodes`, the lists of a unit and `localities` have an order that follows from the organisation alone: units and
/// posts stand in their lists as edits left them, so output goes over `nodes`.
class OrgView
{
public:
    OrgView();
    OrgView(const Organisation &organisation, Day day);
    OrgView(const OrgView &other);
    OrgView(OrgView &&other) noexcept;
    OrgView &operator=(const OrgView &other);
    OrgView &operator=(OrgView &&other) noexcept;
    ~OrgView();

    /// Follows a change of the organisation: the view is as if made anew from `after`, at a cost that grows with what
    /// the change touches, and with the nodes behind a place where some came or went. `touched` holds every row that
    /// was added, modified or removed, the nodes that touched relations, appointments and staged rows speak of, and the
    /// persons of touched portraits, before or after (`ChangeSet::touched`). Keys may repeat. False: so much changed
    /// that the view was made anew, and units and posts have other indices; else they keep theirs, but that those
    /// behind the last of the new list stand where others went.
    bool apply(const Organisation &after, std::span<const RowKey> touched);

    [[nodiscard]] Day day() const { return m_day; }
    /// The drawn tree in preorder: roots, then what is staged.
    [[nodiscard]] const std::vector<ViewNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<ViewUnit> &units() const { return m_units; }
    [[nodiscard]] const std::vector<ViewPost> &posts() const { return m_posts; }
    [[nodiscard]] const std::vector<ViewLocality> &localities() const { return m_localities; }

    /// Indices of the posts of a unit (belongs-to), in the order of protocol.
    [[nodiscard]] const std::vector<int> &postsOfUnit(int unit) const { return m_postsOfUnit[uz(unit)]; }
    /// Indices of the units directly under a unit, in the order of protocol.
    [[nodiscard]] const std::vector<int> &unitsOfUnit(int unit) const { return m_unitsOfUnit[uz(unit)]; }
    /// The unit that a unit belongs to; −1 for a root.
    [[nodiscard]] int parentUnit(int unit) const { return m_parentUnit[uz(unit)]; }

    /// Units and posts that stand nowhere (staged), without those below them: no chart shows them.
    [[nodiscard]] int unplacedCount() const;

    /// Index of a unit or post in its list; −1 where it does not exist on this day.
    [[nodiscard]] int indexOf(NodeRef node) const;

    /// Index of a unit or post in `nodes`; −1 where it does not exist on this day, or is not drawn because posts report
    /// to each other in a circle.
    [[nodiscard]] int nodeOf(NodeRef node) const;
    /// Likewise by the index in `units` or `posts`.
    [[nodiscard]] int nodeOfUnit(int unit) const { return m_nodeOfUnit[uz(unit)]; }
    [[nodiscard]] int nodeOfPost(int post) const { return m_nodeOfPost[uz(post)]; }

private:
    friend class DrawnTree;
    friend class OrgViewBuilder;
    friend class OrgViewPatch;
    friend class PreorderPatch;

    void copyLocalities(const Organisation &organisation);
    [[nodiscard]] int indexOfLocality(LocalityId id) const;
    /// A unit's own locality, else that of the unit above it.
    [[nodiscard]] int localityFor(int unit) const;
    /// Gives the units among these nodes their localities; those above them must have theirs.
    void inheritLocalities(int firstNode, int endNode);

    Day m_day;
    std::vector<ViewNode> m_nodes;
    std::vector<ViewUnit> m_units;
    std::vector<ViewPost> m_posts;
    std::vector<ViewLocality> m_localities;
    // By unit.
    std::vector<std::vector<int>> m_postsOfUnit;
    std::vector<std::vector<int>> m_unitsOfUnit;
    std::vector<int> m_parentUnit;
    std::vector<int> m_nodeOfUnit;
    // By post.
    std::vector<int> m_reportsTo; ///< the post it reports to by a relation, −1 = none
    std::vector<int> m_nodeOfPost;
    // What stands at the top, each in its order.
    std::vector<int> m_roots;
    std::vector<int> m_stagedUnits;
    std::vector<int> m_loosePosts; ///< posts without a unit
    std::unordered_map<LocalityId, int> m_localityIndices;
    std::unordered_map<NodeRef, int> m_items; ///< index in `m_units` or `m_posts`
};

} // namespace bomay

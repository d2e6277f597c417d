// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drawn_tree.h"

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

std::tuple<const int &, const QString &, const UnitId &> DrawnTree::unitKey(int unit) const
{
    const ViewUnit &row = m_view.m_units[uz(unit)];
    return std::tie(row.state.order, row.code, row.id);
}

std::tuple<int, int, int, PostId> DrawnTree::postKey(int post) const
{
    const ViewPost &row = m_view.m_posts[uz(post)];
    return {rankOf(row.state.role), row.state.tier, row.state.order, row.id};
}

bool DrawnTree::isBefore(int post, int otherPost) const
{
    const int unit = m_view.m_posts[uz(post)].unit;
    const int otherUnit = m_view.m_posts[uz(otherPost)].unit;
    if (unit != otherUnit)
        return unitKey(unit) < unitKey(otherUnit);
    return postKey(post) < postKey(otherPost);
}

int DrawnTree::soleHead(int unit) const
{
    int sole = -1;
    for (const int post : m_view.m_postsOfUnit[uz(unit)]) {
        const PostState &state = m_view.m_posts[uz(post)].state;
        if (state.role != PostRole::Head)
            break; // heads stand first
        if (state.surplus)
            continue;
        if (sole >= 0)
            return -1;
        sole = post;
    }
    return sole;
}

int DrawnTree::superior(int post) const
{
    if (const int stored = m_view.m_reportsTo[uz(post)]; stored >= 0)
        return stored;
    const ViewPost &row = m_view.m_posts[uz(post)];
    return row.state.role == PostRole::Deputy && row.unit >= 0 ? soleHead(row.unit) : -1;
}

ViewItem DrawnTree::parent(ViewItem item) const
{
    if (item.unit)
        return {true, m_view.m_parentUnit[uz(item.index)]};
    const int unit = m_view.m_posts[uz(item.index)].unit;
    // A post that belongs nowhere is staged, whomever it reports to.
    const int above = unit >= 0 ? superior(item.index) : -1;
    return above >= 0 ? ViewItem{false, above} : ViewItem{true, unit};
}

NodeRef DrawnTree::ref(ViewItem item) const
{
    return item.unit ? NodeRef(m_view.m_units[uz(item.index)].id) : NodeRef(m_view.m_posts[uz(item.index)].id);
}

} // namespace bomay

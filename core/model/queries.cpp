// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"

namespace bomay {

Span spanOf(const OrgView &view, int unit)
{
    return {sizeOf(view.unitsOfUnit(unit)), sizeOf(view.postsOfUnit(unit))};
}

int widestUnit(const OrgView &view)
{
    int widest = -1;
    int most = -1;
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit())
            continue;
        const Span span = spanOf(view, node.item);
        if (span.units + span.posts > most) {
            most = span.units + span.posts;
            widest = node.item;
        }
    }
    return widest;
}

std::map<int, std::vector<int>> deputiesByTier(const OrgView &view, int unit)
{
    std::map<int, std::vector<int>> tiers;
    for (const int post : view.postsOfUnit(unit))
        if (const PostState &state = view.posts()[uz(post)].state; state.role == PostRole::Deputy)
            tiers[state.tier].push_back(post);
    return tiers;
}

RollUp rollUp(const OrgView &view, int unit)
{
    const int first = view.nodeOf(view.units()[uz(unit)].id);
    const int end = view.nodes()[uz(first)].end;
    RollUp sum;
    for (int i = first; i < end; ++i) {
        const ViewNode &node = view.nodes()[uz(i)];
        if (!node.isUnit())
            continue; // may be of another unit: posts are counted where they belong
        ++sum.units;
        for (const int index : view.postsOfUnit(node.item)) {
            const ViewPost &post = view.posts()[uz(index)];
            ++sum.posts;
            sum.seats += post.state.seats;
            sum.vacantSeats += post.vacantSeats();
            if (post.state.role == PostRole::Deputy)
                sum.deputies += post.state.seats;
        }
    }
    sum.staffAllotted = staffTotal(view, first, end, &UnitState::staffAllotted);
    sum.staffFilled = staffTotal(view, first, end, &UnitState::staffFilled);
    return sum;
}

std::optional<int> staffTotal(const OrgView &view, int first, int end, std::optional<int> UnitState::*figure)
{
    std::optional<int> total;
    int i = first;
    while (i < end) {
        const ViewNode &node = view.nodes()[uz(i)];
        const auto number = node.isUnit() ? view.units()[uz(node.item)].state.*figure : std::nullopt;
        if (number)
            total = total.value_or(0) + *number;
        i = number ? node.end : i + 1;
    }
    return total;
}

} // namespace bomay

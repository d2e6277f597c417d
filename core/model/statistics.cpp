// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statistics.h"

#include "core/model/queries.h"

#include <algorithm>
#include <unordered_set>

namespace bomay {

namespace {

/// Added up in the order of the drawn tree: the last digit of a sum of fractions must not tell how the view came about.
double fteTotal(const OrgView &view)
{
    double total = 0;
    const auto add = [&](int post) { total += view.posts()[uz(post)].state.fte.value_or(0); };
    for (const ViewNode &node : view.nodes()) {
        if (node.isUnit())
            std::ranges::for_each(view.postsOfUnit(node.item), add);
        else if (view.posts()[uz(node.item)].unit < 0)
            add(node.item);
    }
    return total;
}

} // namespace

Statistics statisticsOf(const Organisation &organisation, const OrgView &view)
{
    Statistics counts;
    counts.units = sizeOf(view.units());
    counts.posts = sizeOf(view.posts());
    counts.localities = sizeOf(view.localities());
    std::unordered_set<PersonId> people;
    for (const ViewPost &post : view.posts()) {
        counts.seats += post.state.seats;
        counts.vacantSeats += post.vacantSeats();
        if (post.state.role == PostRole::Deputy)
            counts.deputies += post.state.seats;
        for (const ViewHolder &holder : post.holders)
            people.insert(holder.person);
    }
    counts.people = sizeOf(people);
    counts.fte = fteTotal(view);

    std::vector<int> children(view.nodes().size(), 0);
    for (const ViewNode &node : view.nodes()) {
        if (node.isStaged())
            continue;
        counts.maxDepth = std::max(counts.maxDepth, node.depth);
        if (node.parent < 0)
            ++counts.roots;
        else
            counts.widest = std::max(counts.widest, ++children[uz(node.parent)]);
    }
    for (const Relation &relation : organisation.relations())
        if (relation.period.contains(view.day()))
            ++counts.relations;
    for (const Staged &staged : organisation.staged()) {
        const int place = view.nodeOf(staged.node);
        if (place >= 0 && (view.nodes()[uz(place)].parent >= 0 || !view.nodes()[uz(place)].isStaged()))
            continue; // it has found a place by that day
        ++(staged.reason == StagedReason::Cycle ? counts.cycles : counts.orphans);
    }
    const int nodes = sizeOf(view.nodes());
    counts.quotaAllotted = staffTotal(view, 0, nodes, &UnitState::staffAllotted).value_or(0);
    counts.quotaFilled = staffTotal(view, 0, nodes, &UnitState::staffFilled).value_or(0);
    return counts;
}

} // namespace bomay

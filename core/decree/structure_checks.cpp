// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

CheckOutcome answer(bool fine, int limit, int actual)
{
    if (fine)
        return {};
    return {Verdict::Fail, Quantity::of(limit), Quantity::of(actual)};
}

/// A second head that a reorganisation left is kept for a time beyond the number allowed: no head of the unit.
int headSeats(const CheckInput &input)
{
    int seats = 0;
    for (const int post : input.view().postsOfUnit(input.unit)) {
        const PostState &state = input.view().posts()[uz(post)].state;
        if (state.role == PostRole::Head && !state.surplus)
            seats += state.seats;
    }
    return seats;
}

bool isFull(const ViewHolder &holder)
{
    return holder.kind == AppointmentKind::Full;
}

/// Does the person hold another post by a full appointment that stands earlier in the chart?
bool hasEarlierFullPost(const CheckInput &input, PersonId person, int post)
{
    if (!input.facts.holdsSeveral(person))
        return false;
    for (const int other : input.facts.postsOf(person)) {
        if (other == post)
            return false;
        if (std::ranges::any_of(input.view().posts()[uz(other)].holders, [person](const ViewHolder &holder) {
                return holder.person == person && isFull(holder);
            }))
            return true;
    }
    return false;
}

} // namespace

CheckOutcome isPlaced(const CheckInput &input)
{
    const ViewNode &node = input.view().nodes()[uz(input.view().nodeOfUnit(input.unit))];
    const bool staged = node.isStaged() && node.parent < 0;
    return answer(!staged, 0, staged ? 1 : 0);
}

CheckOutcome atMostOneHead(const CheckInput &input)
{
    const int heads = headSeats(input);
    return answer(heads <= 1, 1, heads);
}

CheckOutcome hasHead(const CheckInput &input)
{
    const auto &posts = input.view().postsOfUnit(input.unit);
    // Without deputies it may be a unit whose head alone was left out, or one that has none: not worth a word.
    const bool led = std::ranges::any_of(
        posts, [&input](int post) { return input.view().posts()[uz(post)].state.role == PostRole::Deputy; });
    const bool open = std::ranges::any_of(
        posts, [&input](int post) { return input.view().posts()[uz(post)].state.role == PostRole::Unknown; });
    const int heads = headSeats(input);
    return answer(heads > 0 || !led || open, 1, heads);
}

CheckOutcome isNotEmpty(const CheckInput &input)
{
    const OrgView &view = input.view();
    const int parent = view.parentUnit(input.unit);
    if (parent < 0 || !view.postsOfUnit(input.unit).empty() || !view.unitsOfUnit(input.unit).empty())
        return answer(true, 1, 1);
    // Where none of the units beside it has posts, posts are not entered yet.
    const bool entered = input.facts.broodOf(parent).hasPosts;
    return answer(!entered, 1, 0);
}

CheckOutcome oneFullPostEach(const CheckInput &input)
{
    const OrgView &view = input.view();
    std::vector<Breach> found;
    for (const int index : view.postsOfUnit(input.unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        for (const ViewHolder &holder : post.holders)
            if (isFull(holder) && hasEarlierFullPost(input, holder.person, index))
                found.push_back({post.state.title, identityOf(post.state, holder.name)});
    }
    return breachesOf(std::move(found), 0);
}

CheckOutcome holdersFitSeats(const CheckInput &input)
{
    const OrgView &view = input.view();
    std::vector<Breach> found;
    for (const int index : view.postsOfUnit(input.unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        if (std::ranges::count_if(post.holders, isFull) > post.state.seats)
            found.push_back({post.state.title, identityOf(post.state, {})});
    }
    return breachesOf(std::move(found), 0);
}

} // namespace bomay

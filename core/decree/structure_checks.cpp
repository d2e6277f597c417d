// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

CheckOutcome answer(bool fine, int limit, int actual)
{
    return {fine ? Verdict::Pass : Verdict::Fail, Quantity::of(limit), Quantity::of(actual)};
}

CheckOutcome answer(const QStringList &found)
{
    return {found.isEmpty() ? Verdict::Pass : Verdict::Fail, Quantity::of(0), {sizeOf(found), found.join(u"; "_s)}};
}

int headSeats(const CheckInput &input)
{
    int seats = 0;
    for (const int post : input.view().postsOfUnit(input.unit)) {
        const PostState &state = input.view().posts()[uz(post)].state;
        if (state.role == PostRole::Head)
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
    const int node = input.view().nodeOf(input.view().units()[uz(input.unit)].id);
    const bool staged =
        node >= 0 && input.view().nodes()[uz(node)].isStaged() && input.view().nodes()[uz(node)].parent < 0;
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
    QStringList found;
    for (const int index : view.postsOfUnit(input.unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        for (const ViewHolder &holder : post.holders)
            if (isFull(holder) && hasEarlierFullPost(input, holder.person, index))
                found += post.state.title;
    }
    return answer(found);
}

CheckOutcome holdersFitSeats(const CheckInput &input)
{
    const OrgView &view = input.view();
    QStringList found;
    for (const int index : view.postsOfUnit(input.unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        if (std::ranges::count_if(post.holders, isFull) > post.state.seats)
            found += post.state.title;
    }
    return answer(found);
}

} // namespace bomay

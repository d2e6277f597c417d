// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Does the unit stand below another, at any depth? Bounded by the tree, which has no circle.
bool isBelow(const OrgView &view, int unit, int above)
{
    for (int at = view.parentUnit(unit); at >= 0; at = view.parentUnit(at))
        if (at == above)
            return true;
    return false;
}

bool isHeld(const ViewHolder &holder)
{
    return holder.kind != AppointmentKind::Acting && holder.kind != AppointmentKind::InCharge;
}

/// Units below the anchor in scope that a person heads.
std::vector<int> headedBelow(const CheckInput &input, PersonId person)
{
    const OrgView &view = input.view();
    const auto &kinds = input.rule.parameters.scope.kinds;
    std::vector<int> result;
    if (!input.facts.holdsSeveral(person))
        return result;
    for (const int index : input.facts.postsOf(person)) {
        const ViewPost &post = view.posts()[uz(index)];
        if (post.state.role != PostRole::Head || post.unit < 0 ||
            std::ranges::find(kinds, input.facts.state(post.unit).kind) == kinds.end() ||
            !isBelow(view, post.unit, input.unit))
            continue;
        if (std::ranges::any_of(
                post.holders, [person](const ViewHolder &holder) { return holder.person == person && isHeld(holder); }))
            result.push_back(post.unit);
    }
    return result;
}

} // namespace

CheckOutcome noDoublePost(const CheckInput &input)
{
    const OrgView &view = input.view();
    if (view.postsOfUnit(input.unit).empty())
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-posts"_s}}};
    std::vector<Breach> found;
    for (const int index : view.postsOfUnit(input.unit)) {
        const ViewPost &post = view.posts()[uz(index)];
        if (post.state.role != PostRole::Deputy)
            continue;
        for (const ViewHolder &holder : post.holders)
            for (const int unit : headedBelow(input, holder.person)) {
                QStringList identity = identityOf(post.state, holder.name);
                identity += view.units()[uz(unit)].code;
                found.push_back({post.state.title + u" – "_s + input.facts.state(unit).name, std::move(identity)});
            }
    }
    return breachesOf(std::move(found), 0);
}

CheckOutcome deputiesAtMostParent(const CheckInput &input)
{
    const int parent = input.view().parentUnit(input.unit);
    if (parent < 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-parent-unit"_s}}};
    const Measured actual = deputySeats(input.view(), input.unit);
    const Measured limit = deputySeats(input.view(), parent);
    // Most likely only its head was entered.
    if (limit.atMost == 0 && actual.atLeast > 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{parent, u"missing-deputies"_s}}};
    CheckOutcome outcome = comparison(atMostVerdict(actual, limit), actual, limit);
    if (outcome.verdict != Verdict::Pass)
        outcome.args = {{u"parent"_s, input.facts.state(parent).name}};
    return outcome;
}

CheckOutcome deputiesAtMostPeers(const CheckInput &input)
{
    const OrgView &view = input.view();
    const int parent = view.parentUnit(input.unit);
    const auto none = [] { return CheckOutcome{.verdict = Verdict::NotApplicable, .reason = {u"rule-no-peers"_s}}; };
    if (parent < 0 || !view.unitsOfUnit(input.unit).empty())
        return none();
    const Brood &brood = input.facts.broodOf(parent);
    if (brood.largest < 0)
        return none();
    const Measured &limit = brood.mostDeputies;
    const Measured actual = deputySeats(input.view(), input.unit);
    if (limit.atMost == 0 && actual.atLeast > 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{brood.largest, u"missing-deputies"_s}}};
    CheckOutcome outcome = comparison(atMostVerdict(actual, limit), actual, limit);
    if (outcome.verdict != Verdict::Pass)
        outcome.args = {{u"peer"_s, input.facts.state(brood.largest).name}};
    return outcome;
}

} // namespace bomay

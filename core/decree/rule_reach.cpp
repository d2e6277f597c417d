// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_reach.h"

#include "core/decree/check_table.h"

#include <algorithm>

namespace bomay {

namespace {

/// How deep under a unit a scope looks.
int depthOf(const Scope &scope)
{
    return scope.through.empty() ? 1 : 2;
}

bool countsUnits(const MeasureEntry *measure)
{
    return measure != nullptr && measure->countsUnits;
}

unsigned upTo(int depth)
{
    static constexpr unsigned kAbove[kMostAbove + 1]{0, kOneAbove, kOneAbove | kTwoAbove,
                                                     kOneAbove | kTwoAbove | kThreeAbove,
                                                     kOneAbove | kTwoAbove | kThreeAbove | kFourAbove};
    return kAbove[std::min(depth, kMostAbove)];
}

bool asksForParent(const UnitSelection &selection)
{
    const UnitTraits &parent = selection.parent;
    return !parent.kinds.empty() || !parent.names.isEmpty() || !parent.exceptNames.isEmpty() ||
           !parent.autonomies.empty();
}

unsigned reachOf(const UnitSelection &selection)
{
    unsigned near = asksForParent(selection) ? kDirectlyBelow : 0U;
    for (const NumberBounds &bounds : selection.numbers)
        if (countsUnits(bounds.measure))
            near |= upTo(1);
    return near;
}

unsigned reachOf(const WholeFrom &whole, Anchor anchor)
{
    if (whole.scope.kinds.empty())
        return 0;
    const int depth = depthOf(whole.scope);
    if (anchor != Anchor::Unit)
        return upTo(depth);
    return depth == 1 ? kBeside : kBeside | kCousin;
}

unsigned reachOf(Anchor anchor)
{
    switch (anchor) {
    case Anchor::Unit:
    case Anchor::Locality:
        return 0;
    case Anchor::Children:
        return kSamePerson; // heads of units at any depth; how deep the others look is up to the scope
    case Anchor::Branch:
        return upTo(kMostAbove) | kFarAbove;
    case Anchor::Siblings:
        return kDirectlyBelow | kBeside;
    case Anchor::Chart:
        return kSamePerson;
    }
    return 0;
}

} // namespace

RuleReach reachOf(const Rule &rule, std::span<const Rule *const> before)
{
    const Anchor anchor = rule.check->anchor;
    const Parameters &parameters = rule.parameters;
    const bool counts = countsUnits(parameters.measure) || countsUnits(parameters.limit.by);
    // A sum over units of what each of them counts looks as deep as both together.
    const int depth =
        (anchor == Anchor::Children ? depthOf(parameters.scope) : 0) + (counts ? depthOf(parameters.counted) : 0);
    RuleReach reach;
    reach.near |= reachOf(anchor) | reachOf(rule.select) | reachOf(rule.whole, anchor) | upTo(depth);
    for (const Rule *other : before)
        reach.near |= reachOf(other->select);
    reach.asksForStaged = anchor == Anchor::Children || counts || !rule.whole.scope.kinds.empty();
    reach.asksForCouncils = anchor == Anchor::Locality;
    return reach;
}

} // namespace bomay

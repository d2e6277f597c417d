// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"

#include <span>

namespace bomay {

/// How a unit can stand to one whose own facts, posts or list of units changed. Bits.
enum Nearness : unsigned {
    kItself = 1,
    kOneAbove = 2, ///< the changed unit is directly under it
    kTwoAbove = 4,
    kThreeAbove = 8,
    kFourAbove = 16,
    kDirectlyBelow = 32,
    kBeside = 64,     ///< under the same unit
    kCousin = 128,    ///< under a unit that is beside the one above the changed unit
    kSamePerson = 256, ///< somebody who holds, or held, a post there holds one here
    kFarAbove = 512    ///< the changed unit is below it, deeper than `kFourAbove`
};

/// How far above a changed unit it is told apart how far.
inline constexpr int kMostAbove = 4;

/// What the answer of a rule at a unit depends on (design.md §8.12): it follows from the anchor of the rule's check,
/// and from how deep the rule's scopes reach.
struct RuleReach
{
    unsigned near = kItself;      ///< whose changes matter
    bool asksForStaged = false;   ///< units without a place matter everywhere
    bool asksForCouncils = false; ///< the councils of all localities do
};

/// `before` are the rules that go before the rule: what they speak of matters too.
[[nodiscard]] RuleReach reachOf(const Rule &rule, std::span<const Rule *const> before);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <map>
#include <optional>
#include <vector>

namespace bomay {

/// How many stand directly in or under a unit by belongs-to.
struct Span
{
    int units = 0;
    int posts = 0; ///< posts, not seats

    friend bool operator==(const Span &, const Span &) = default;
};

/// What a unit and all units below it hold together.
struct RollUp
{
    int units = 0; ///< itself included
    int posts = 0;
    int seats = 0;
    int vacantSeats = 0;              ///< seats nobody holds
    int deputies = 0;                 ///< seats of deputy posts
    std::optional<int> staffAllotted; ///< biên chế giao: persons; nothing where no unit says a number
    std::optional<int> staffFilled;   ///< biên chế có mặt; likewise

    friend bool operator==(const RollUp &, const RollUp &) = default;
};

// Units and posts are given by their index in the view's lists.

[[nodiscard]] Span spanOf(const OrgView &view, int unit);

/// The unit with the most units and posts directly under it, the first of them in the order of the chart; −1 where
/// there are no units.
[[nodiscard]] int widestUnit(const OrgView &view);

/// The posts of the deputies directly in a unit, by tier (bậc; 0 = not said), each tier in the order of protocol.
[[nodiscard]] std::map<int, std::vector<int>> deputiesByTier(const OrgView &view, int unit);

/// Sums over a unit and all below it. Linear in what is below it.
[[nodiscard]] RollUp rollUp(const OrgView &view, int unit);

/// The sum of a staff figure over the nodes [first, end), which must be whole subtrees. A unit's own number holds those
/// of the units below it already: where both are given, theirs are not added. Nothing where no unit says a number.
[[nodiscard]] std::optional<int> staffTotal(const OrgView &view, int first, int end,
                                            std::optional<int> UnitState::*figure);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/chart_facts.h"
#include "core/decree/check_table.h"

namespace bomay {

/// What a check gets.
struct CheckInput
{
    ChartFacts &facts;
    int unit; ///< the anchor: index in `OrgView::units`
    const Rule &rule;

    [[nodiscard]] const OrgView &view() const { return facts.view(); }
};

// What is certain decides; what is open makes the answer open (design.md §8.13).

/// "At most" and "at least" on bounds.
[[nodiscard]] Verdict atMostVerdict(const Measured &actual, const Measured &limit);
[[nodiscard]] Verdict atLeastVerdict(const Measured &actual, const Measured &limit);

/// The answer of a comparison, with what is missing where it stays open.
[[nodiscard]] CheckOutcome comparison(Verdict verdict, const Measured &actual, const Measured &limit);

/// Has the unit posts? What must be there, or be so many, is asked of a half-filled chart only where it has.
[[nodiscard]] bool isEntered(const CheckInput &input);
/// The answer where it has none.
[[nodiscard]] CheckOutcome withoutPosts(const CheckInput &input);

/// The answer of a check that looks for single breaches; none = pass. What cannot be told apart is numbered.
[[nodiscard]] CheckOutcome breachesOf(std::vector<Breach> breaches, int limit);
/// What is said of a holder's breach: the post's title and the name, as far as they tell it from others.
[[nodiscard]] QStringList identityOf(const PostState &post, const QString &person);

// Numbers of one unit (count_checks.cpp).

/// The measure of the unit is not above the limit.
[[nodiscard]] CheckOutcome countAtMost(const CheckInput &input);
/// The measure is not below the limit.
[[nodiscard]] CheckOutcome countAtLeast(const CheckInput &input);
/// The measure is the limit.
[[nodiscard]] CheckOutcome countExactly(const CheckInput &input);
/// The measure is from the minimum to the limit.
[[nodiscard]] CheckOutcome countInRange(const CheckInput &input);
/// The tiers of the unit's deputies run from 1 without a gap, and no tier is above the limit; several may share one.
[[nodiscard]] CheckOutcome tiersConsecutive(const CheckInput &input);
/// The tiers that are given run from 1 without a gap, however many.
[[nodiscard]] CheckOutcome tiersWithoutGap(const CheckInput &input);

// Sums (sum_checks.cpp).

/// The sum of a measure over the units in scope is not above their number times the limit per unit, plus the constant
/// and what reorganised units add. An average in the law is read so: it makes no single unit wrong (law.md §9).
[[nodiscard]] CheckOutcome sumAtMost(const CheckInput &input);
/// "Phòng Nội vụ: 3; Phòng Tư pháp: 2": what units brought to a sum, as far as a sentence can bear it.
[[nodiscard]] QString writtenShares(const CheckInput &input, const std::vector<Share> &shares);
/// The locality of the unit has, at any depth, as many localities of each type as the rule says.
[[nodiscard]] CheckOutcome localitiesExactly(const CheckInput &input);

// Names and what there may be (name_checks.cpp).

/// The unit's name is one of those allowed.
[[nodiscard]] CheckOutcome nameInSet(const CheckInput &input);
/// The unit's name has its capitals where the first words of these names have them (written_name.cpp).
[[nodiscard]] CheckOutcome nameAsWritten(const CheckInput &input);
/// Each of the required names is there among the units in scope.
[[nodiscard]] CheckOutcome namesRequired(const CheckInput &input);
/// All units directly under the unit have a kind in scope.
[[nodiscard]] CheckOutcome kindsInSet(const CheckInput &input);
/// There is no such unit.
[[nodiscard]] CheckOutcome prohibited(const CheckInput &input);
/// The locality of the People's Committee has this many People's Councils. A chart without any council is one of the
/// executive side only and says nothing.
[[nodiscard]] CheckOutcome councilsExactly(const CheckInput &input);

// Posts of several units (post_checks.cpp).

/// No deputy of the unit is also head of a unit in scope anywhere below it. Who only acts or is in charge there does
/// not hold the post.
[[nodiscard]] CheckOutcome noDoublePost(const CheckInput &input);
/// The unit has not more deputies than the unit it belongs to.
[[nodiscard]] CheckOutcome deputiesAtMostParent(const CheckInput &input);
/// A unit without inner units has not more deputies than the one with most among those beside it that have inner units.
/// Public service units are not compared (law.md §11.9).
[[nodiscard]] CheckOutcome deputiesAtMostPeers(const CheckInput &input);

// Terms of office (term_checks.cpp); they ask for the organisation behind the view.

/// No appointment of a head or deputy of the unit that holds on the day is for more years than the limit, or has lasted
/// for more.
[[nodiscard]] CheckOutcome termAtMost(const CheckInput &input);
/// No head of the unit has headed it for more years on end than the limit, whatever the number of appointments.
[[nodiscard]] CheckOutcome tenureAtMost(const CheckInput &input);

// What allotting documents say (allotment_checks.cpp). Where one number is not given there is nothing to compare.

/// Not more deputies in post than were allotted to the unit.
[[nodiscard]] CheckOutcome deputiesWithinAllotment(const CheckInput &input);
/// Not more staff in post than were allotted to the unit, by its own figures and by each quota of the year of the day.
[[nodiscard]] CheckOutcome staffWithinAllotment(const CheckInput &input);
/// What the units below the unit were allotted, and what it keeps in reserve, is not above what was allotted to it.
[[nodiscard]] CheckOutcome allotmentsWithinParent(const CheckInput &input);

// The program's own sense of a well-formed chart (structure_checks.cpp). None of them is ever open.

/// The unit has its place in the tree.
[[nodiscard]] CheckOutcome isPlaced(const CheckInput &input);
/// Not more than one head.
[[nodiscard]] CheckOutcome atMostOneHead(const CheckInput &input);
/// A unit with posts has a head.
[[nodiscard]] CheckOutcome hasHead(const CheckInput &input);
/// The unit has posts or units, where those beside it have posts.
[[nodiscard]] CheckOutcome isNotEmpty(const CheckInput &input);
/// Nobody with a full appointment here has another one elsewhere that comes earlier in the chart.
[[nodiscard]] CheckOutcome oneFullPostEach(const CheckInput &input);
/// No post of the unit has more full holders than seats on the day.
[[nodiscard]] CheckOutcome holdersFitSeats(const CheckInput &input);

} // namespace bomay

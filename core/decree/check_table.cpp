// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/check_table.h"

#include <algorithm>
#include <array>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// "At most" on bounds: what is certain decides, what is open makes the answer open.
Verdict atMostVerdict(const Measured &actual, const Measured &limit)
{
    if (actual.atLeast > limit.atMost)
        return Verdict::Fail;
    return actual.atMost <= limit.atLeast ? Verdict::Pass : Verdict::CannotCheck;
}

/// The measure of the unit is not above the limit.
CheckOutcome countAtMost(const OrgView &view, int unit, const Rule &rule)
{
    const Measured actual = rule.measure->run(view, unit);
    const Measured limit = limitFor(rule.limit, view, unit);
    CheckOutcome outcome{atMostVerdict(actual, limit), Quantity::of(limit.atMost), Quantity::of(actual.atLeast)};
    if (outcome.verdict == Verdict::CannotCheck)
        for (const Measured &number : {actual, limit})
            if (!number.isKnown())
                outcome.gaps.push_back({unit, number.missing});
    return outcome;
}

/// The tiers of the unit's deputies run from 1 without a gap, and no tier is above the limit; several may share one.
CheckOutcome tiersConsecutive(const OrgView &view, int unit, const Rule &rule)
{
    const Measured limit = limitFor(rule.limit, view, unit);
    std::set<int> tiers;
    std::vector<Gap> gaps;
    if (view.postsOfUnit(unit).empty())
        gaps.push_back({unit, u"missing-posts"_s});
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (state.role == PostRole::Unknown)
            gaps.push_back({unit, u"missing-roles"_s});
        else if (state.role == PostRole::Deputy && state.tier == 0)
            gaps.push_back({unit, u"missing-tiers"_s});
        else if (state.role == PostRole::Deputy)
            tiers.insert(state.tier);
    }
    const int highest = tiers.empty() ? 0 : *tiers.rbegin();
    const bool tooMany = highest > limit.atMost;
    const bool consecutive = highest == sizeOf(tiers);
    QStringList written;
    for (const int tier : tiers)
        written += QString::number(tier);
    CheckOutcome outcome{Verdict::Pass, Quantity::of(limit.atMost), {highest, written.join(u", "_s)}, {}, gaps};
    if (!tooMany && highest > limit.atLeast)
        outcome.gaps.push_back({unit, limit.missing});
    // A missing tier may fill the gap, but it cannot bring the highest one down.
    if (tooMany || (!consecutive && gaps.empty()))
        outcome.verdict = Verdict::Fail;
    else if (!outcome.gaps.empty())
        outcome.verdict = Verdict::CannotCheck;
    return outcome;
}

/// Adds bounds; what is unbounded stays so.
void add(Measured &sum, const Measured &part)
{
    sum.atLeast += part.atLeast;
    sum.atMost =
        std::max(sum.atMost, part.atMost) == Measured::kUnbounded ? Measured::kUnbounded : sum.atMost + part.atMost;
}

/// The units a sum goes over, and what is not known of them.
struct SumOverScope
{
    Measured sum;
    int units = 0;
    int perhaps = 0; ///< units of unknown kind: in scope or not
    std::vector<Gap> gaps;
};

SumOverScope sumOverScope(const OrgView &view, int anchor, const Rule &rule)
{
    SumOverScope result;
    for (const int unit : view.unitsOfUnit(anchor)) {
        const UnitKind kind = view.units()[uz(unit)].state.kind;
        const Measured part = rule.measure->run(view, unit);
        // A division directly under a committee is most likely an agency that was entered as the wrong kind.
        if (kind == UnitKind::Unknown || kind == UnitKind::Division) {
            ++result.perhaps;
            add(result.sum, {0, part.atMost});
            result.gaps.push_back({unit, u"missing-unit-kind"_s});
        } else if (std::ranges::find(rule.scope.kinds, kind) != rule.scope.kinds.end()) {
            ++result.units;
            add(result.sum, part);
            if (!part.isKnown())
                result.gaps.push_back({unit, part.missing});
        }
    }
    // A unit without a place may belong here.
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit() || !node.isStaged() || node.parent >= 0)
            continue;
        const UnitKind kind = view.units()[uz(node.item)].state.kind;
        if (std::ranges::find(rule.scope.kinds, kind) == rule.scope.kinds.end())
            continue;
        ++result.perhaps;
        add(result.sum, {0, rule.measure->run(view, node.item).atMost});
        result.gaps.push_back({node.item, u"missing-parent-unit"_s});
    }
    return result;
}

/// The sum of a measure over the units in scope is not above their number times the limit per unit. An average in the
/// law is read so: it makes no single unit wrong (law.md §9, encoding advice 3).
CheckOutcome sumAtMost(const OrgView &view, int unit, const Rule &rule)
{
    SumOverScope scope = sumOverScope(view, unit, rule);
    if (scope.units == 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{unit, u"missing-units-in-scope"_s}}};
    const int limit = rule.limitPerUnit * scope.units;
    CheckOutcome outcome{Verdict::Pass, Quantity::of(limit), Quantity::of(scope.sum.atLeast)};
    outcome.args = {{u"units"_s, QString::number(scope.units)}, {u"per_unit"_s, QString::number(rule.limitPerUnit)}};
    outcome.verdict = atMostVerdict(scope.sum, {limit, limit + rule.limitPerUnit * scope.perhaps});
    if (outcome.verdict == Verdict::CannotCheck)
        outcome.gaps = std::move(scope.gaps);
    return outcome;
}

constexpr std::array kParameters{
    ParameterDescription{Parameter::Measure, u"measure"},
    ParameterDescription{Parameter::Limit, u"limit"},
    ParameterDescription{Parameter::LimitPerUnit, u"limit_per_unit"},
    ParameterDescription{Parameter::Scope, u"scope"},
};

constexpr std::array kCountParameters{Parameter::Measure, Parameter::Limit};
constexpr std::array kTierParameters{Parameter::Limit};
constexpr std::array kSumParameters{Parameter::Measure, Parameter::LimitPerUnit, Parameter::Scope};
constexpr std::array kSumPlaceholders{std::u16string_view(u"units"), std::u16string_view(u"per_unit")};

constexpr std::array kChecks{
    CheckEntry{u"count-at-most", Anchor::Unit, kCountParameters, {}, countAtMost},
    CheckEntry{u"tiers-consecutive", Anchor::Unit, kTierParameters, {}, tiersConsecutive},
    CheckEntry{u"sum-at-most", Anchor::Committee, kSumParameters, kSumPlaceholders, sumAtMost},
};

} // namespace

std::span<const ParameterDescription> parameterDescriptions()
{
    return kParameters;
}

std::span<const CheckEntry> checks()
{
    return kChecks;
}

} // namespace bomay

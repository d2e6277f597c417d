// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vietnamese_text.h"
#include "core/decree/checks.h"

#include <map>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

struct Compared
{
    Measured actual;
    Measured limit;
};

Compared comparedOf(const CheckInput &input)
{
    const Parameters &parameters = input.rule.parameters;
    return {parameters.measure->run(input.facts, input.unit, parameters.counted),
            limitFor(parameters.limit, input.facts, input.unit, parameters.counted)};
}

/// The tiers of the deputies directly in a unit; 0 = not said.
std::set<int> tiersOf(const OrgView &view, int unit)
{
    std::set<int> tiers;
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (state.role == PostRole::Deputy)
            tiers.insert(state.tier);
    }
    return tiers;
}

Quantity written(const std::set<int> &tiers)
{
    QStringList texts;
    for (const int tier : tiers)
        texts += QString::number(tier);
    return {tiers.empty() ? 0 : *tiers.rbegin(), texts.join(u", "_s)};
}

bool runsFromOne(const std::set<int> &tiers)
{
    return tiers.empty() || *tiers.rbegin() == sizeOf(tiers);
}

} // namespace

Verdict atMostVerdict(const Measured &actual, const Measured &limit)
{
    if (actual.atLeast > limit.atMost)
        return Verdict::Fail;
    return actual.atMost <= limit.atLeast ? Verdict::Pass : Verdict::CannotCheck;
}

Verdict atLeastVerdict(const Measured &actual, const Measured &limit)
{
    if (actual.atMost < limit.atLeast)
        return Verdict::Fail;
    return actual.atLeast >= limit.atMost ? Verdict::Pass : Verdict::CannotCheck;
}

CheckOutcome comparison(Verdict verdict, const Measured &actual, const Measured &limit)
{
    if (verdict == Verdict::Pass)
        return {};
    if (verdict == Verdict::Fail)
        return {verdict, Quantity::of(limit.atMost), Quantity::of(actual.atLeast)};
    CheckOutcome outcome{verdict};
    for (const Measured *number : {&actual, &limit})
        if (!number->isKnown())
            outcome.gaps.insert(outcome.gaps.end(), number->gaps.begin(), number->gaps.end());
    return outcome;
}

bool isEntered(const CheckInput &input)
{
    return !input.view().postsOfUnit(input.unit).empty();
}

CheckOutcome withoutPosts(const CheckInput &input)
{
    return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-posts"_s}}};
}

CheckOutcome breachesOf(std::vector<Breach> breaches, int limit)
{
    if (breaches.empty())
        return {};
    std::map<QStringList, int> counts;
    for (Breach &breach : breaches)
        if (const int nth = ++counts[breach.identity]; nth > 1)
            breach.identity += QString::number(nth);
    CheckOutcome outcome{Verdict::Fail, Quantity::of(limit)};
    outcome.breaches = std::move(breaches);
    return outcome;
}

QStringList identityOf(const PostState &post, const QString &person)
{
    return {nameFold(post.title), nameFold(person)};
}

CheckOutcome countAtMost(const CheckInput &input)
{
    const auto [actual, limit] = comparedOf(input);
    return comparison(atMostVerdict(actual, limit), actual, limit);
}

CheckOutcome countAtLeast(const CheckInput &input)
{
    const auto [actual, limit] = comparedOf(input);
    return comparison(atLeastVerdict(actual, limit), actual, limit);
}

CheckOutcome countExactly(const CheckInput &input)
{
    const auto [actual, limit] = comparedOf(input);
    const Verdict atMost = atMostVerdict(actual, limit);
    const Verdict atLeast = atLeastVerdict(actual, limit);
    if (atMost == Verdict::Fail || atLeast == Verdict::Fail)
        return comparison(Verdict::Fail, actual, limit);
    return comparison(atMost == Verdict::Pass ? atLeast : atMost, actual, limit);
}

CheckOutcome countInRange(const CheckInput &input)
{
    const auto [actual, limit] = comparedOf(input);
    const Measured minimum = Measured::exactly(input.rule.parameters.minimum);
    const Verdict atMost = atMostVerdict(actual, limit);
    const Verdict atLeast = atLeastVerdict(actual, minimum);
    Verdict verdict = atMost == Verdict::Pass ? atLeast : atMost;
    if (atMost == Verdict::Fail || atLeast == Verdict::Fail)
        verdict = Verdict::Fail;
    CheckOutcome outcome = comparison(verdict, actual, limit);
    if (verdict != Verdict::Pass)
        outcome.args = {{u"minimum"_s, QString::number(input.rule.parameters.minimum)}};
    return outcome;
}

CheckOutcome tiersConsecutive(const CheckInput &input)
{
    const OrgView &view = input.view();
    const int unit = input.unit;
    const Measured limit = limitFor(input.rule.parameters.limit, input.facts, unit, input.rule.parameters.counted);
    std::vector<Gap> gaps;
    if (view.postsOfUnit(unit).empty())
        gaps.push_back({unit, u"missing-posts"_s});
    for (const int post : view.postsOfUnit(unit))
        if (view.posts()[uz(post)].state.role == PostRole::Unknown)
            gaps.push_back({unit, u"missing-roles"_s});
    std::set<int> tiers = tiersOf(view, unit);
    if (tiers.erase(0) > 0)
        gaps.push_back({unit, u"missing-tiers"_s});
    CheckOutcome outcome{Verdict::Pass, Quantity::of(limit.atMost), written(tiers), {}, gaps};
    const bool tooMany = outcome.actual.number > limit.atMost;
    if (!tooMany && outcome.actual.number > limit.atLeast)
        outcome.gaps.insert(outcome.gaps.end(), limit.gaps.begin(), limit.gaps.end());
    // A missing tier may fill the gap, but it cannot bring the highest one down.
    if (tooMany || (!runsFromOne(tiers) && gaps.empty()))
        outcome.verdict = Verdict::Fail;
    else if (!outcome.gaps.empty())
        outcome.verdict = Verdict::CannotCheck;
    return outcome;
}

CheckOutcome tiersWithoutGap(const CheckInput &input)
{
    const std::set<int> tiers = tiersOf(input.view(), input.unit);
    if (tiers.contains(0) || runsFromOne(tiers))
        return {};
    return {Verdict::Fail, Quantity::of(sizeOf(tiers)), written(tiers)};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// More names than this make a sentence that nobody reads; the finding itself has them all.
constexpr int kSharesInText = 12;

QString inDecimals(int tenths)
{
    return tenths % 10 == 0 ? QString::number(tenths / 10) : QString::number(tenths / 10.0, 'f', 1).replace(u'.', u',');
}

/// What a unit's reorganisation adds to the limit. The chart holds one form, but more than one may be true of a unit,
/// and how they add up is not clear (law.md §9 G5): the form that is given counts for certain, another one perhaps.
Measured extraOf(const CheckInput &input, int unit)
{
    const auto &extras = input.rule.parameters.extras;
    if (extras.empty())
        return {};
    const Reorganisation form = input.facts.state(unit).reorganisation;
    int given = 0;
    std::vector<int> others;
    for (const auto &[extraForm, number] : extras) {
        if (extraForm == form)
            given = number;
        else
            others.push_back(number);
    }
    std::ranges::sort(others, std::greater());
    // Two at most: two provinces and three exclude each other.
    others.resize(std::min(others.size(), given > 0 ? std::size_t(1) : std::size_t(2)));
    const int most = std::accumulate(others.begin(), others.end(), given);
    if (most == given)
        return Measured::exactly(given);
    const bool isGiven = form != Reorganisation::None;
    return {given, most, {{unit, isGiven ? u"missing-extra-deputies"_s : u"missing-reorganisation"_s}}};
}

/// Localities of a type at any depth under one. Bounded by the number of localities, should a damaged file hold a loop.
bool liesIn(const OrgView &view, int locality, int top)
{
    int at = view.localities()[uz(locality)].parent;
    for (int steps = 0; at >= 0 && steps < sizeOf(view.localities()); ++steps) {
        if (at == top)
            return true;
        at = view.localities()[uz(at)].parent;
    }
    return false;
}

} // namespace

QString writtenShares(const CheckInput &input, const std::vector<Share> &shares)
{
    QStringList texts;
    for (const Share &share : shares) {
        if (sizeOf(texts) == kSharesInText) {
            texts += u"…"_s;
            break;
        }
        texts += input.facts.state(share.unit).name + u": "_s + QString::number(share.number);
    }
    return texts.join(u"; "_s);
}

CheckOutcome sumAtMost(const CheckInput &input)
{
    const Parameters &parameters = input.rule.parameters;
    const ScopeMembers members = membersOf(input.facts, input.unit, parameters.scope);
    if (members.units.empty())
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-units-in-scope"_s}}};
    const auto measured = [&](int unit) { return parameters.measure->run(input.facts, unit, parameters.counted); };
    const auto allowed = [&](int units) { return parameters.limitPerUnitTenths * units / 10 + parameters.constant; };
    const int units = sizeOf(members.units);
    Measured sum;
    Measured extra;
    std::vector<Share> shares;
    for (const int unit : members.units) {
        const Measured part = measured(unit);
        shares.push_back({unit, part.atLeast});
        sum.add(part);
        extra.add(extraOf(input, unit));
    }
    // A unit that may belong here may bring the average down, and may raise the sum.
    for (const int unit : members.perhaps) {
        sum.add({0, measured(unit).atMost});
        extra.atMost += extraOf(input, unit).atMost;
    }
    Measured limit{allowed(units) + extra.atLeast, allowed(units + sizeOf(members.perhaps)) + extra.atMost, extra.gaps};
    limit.gaps.insert(limit.gaps.end(), members.gaps.begin(), members.gaps.end());
    CheckOutcome outcome = comparison(atMostVerdict(sum, limit), sum, limit);
    // The limit that is named is that of the units that are certain. The ledger tells it where the sum is within it
    // too.
    outcome.limit = Quantity::of(allowed(units) + extra.atMost);
    if (outcome.verdict == Verdict::Fail)
        outcome.args = {{u"units"_s, QString::number(units)},
                        {u"per_unit"_s, inDecimals(parameters.limitPerUnitTenths)},
                        {u"constant"_s, QString::number(parameters.constant)},
                        {u"shares"_s, writtenShares(input, shares)}};
    outcome.shares = std::move(shares);
    return outcome;
}

CheckOutcome localitiesExactly(const CheckInput &input)
{
    const OrgView &view = input.view();
    const Parameters &parameters = input.rule.parameters;
    const int top = input.facts.localityIndexOf(input.unit);
    if (top < 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-locality"_s}}};
    std::vector<int> counts(parameters.localities.size());
    int total = 0;
    for (int i = 0; i < sizeOf(view.localities()); ++i) {
        const LocalityType type = view.localities()[uz(i)].state.type;
        const auto wanted =
            std::ranges::find(parameters.localities, type, [](const auto &entry) { return entry.first; });
        if (wanted == parameters.localities.end() || !liesIn(view, i, top))
            continue;
        ++counts[uz(static_cast<int>(wanted - parameters.localities.begin()))];
        ++total;
    }
    if (total < parameters.completeFrom)
        return {
            .verdict = Verdict::NotApplicable,
            .reason = {u"rule-partial-chart"_s,
                       {{u"count"_s, QString::number(total)}, {u"least"_s, QString::number(parameters.completeFrom)}}}};
    QStringList limits;
    QStringList actuals;
    int limit = 0;
    bool equal = true;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto &[type, number] = parameters.localities[i];
        limits += QString::number(number) + u' ' + labelOf(type).toLower();
        actuals += QString::number(counts[i]) + u' ' + labelOf(type).toLower();
        limit += number;
        equal = equal && counts[i] == number;
    }
    if (equal)
        return {};
    if (!isEntered(input))
        return withoutPosts(input);
    return {Verdict::Fail, {limit, limits.join(u", "_s)}, {total, actuals.join(u", "_s)}};
}

} // namespace bomay

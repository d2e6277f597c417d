// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/limit.h"

#include "core/base/result.h"
#include "core/decree/chart_facts.h"

#include <algorithm>

namespace bomay {

namespace {

Measured limitByName(const Limit &limit, const QString &name)
{
    for (const Limit::Named &entry : limit.named)
        if (entry.names.contains(name))
            return Measured::exactly(entry.limit);
    return Measured::exactly(Measured::kUnbounded);
}

} // namespace

Measured limitFor(const Limit &limit, ChartFacts &facts, int unit, const Scope &counted)
{
    if (!limit.named.empty())
        return limitByName(limit, facts.nameOf(unit));
    BM_CHECK(!limit.tiers.empty(), return {});
    Measured value = limit.by == nullptr ? Measured{} : limit.by->run(facts, unit, counted);
    const auto tierOf = [&limit](int number) {
        const auto tier = std::ranges::find_if(limit.tiers, [number](const Limit::Tier &candidate) {
            return !candidate.below || number < *candidate.below;
        });
        return tier == limit.tiers.end() ? std::prev(tier) : tier;
    };
    const auto last = std::next(tierOf(value.atMost));
    Measured allowed{Measured::kUnbounded, 0, std::move(value.gaps)};
    for (auto tier = tierOf(value.atLeast); tier != last; ++tier) {
        allowed.atLeast = std::min(allowed.atLeast, tier->limit);
        allowed.atMost = std::max(allowed.atMost, tier->limit);
    }
    return allowed;
}

} // namespace bomay

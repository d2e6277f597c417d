// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/limit.h"

#include "core/base/result.h"

#include <algorithm>

namespace bomay {

Measured limitFor(const Limit &limit, const OrgView &view, int unit)
{
    BM_CHECK(!limit.tiers.empty(), return {});
    const Measured value = limit.by == nullptr ? Measured{} : limit.by->run(view, unit);
    const auto tierOf = [&limit](int number) {
        const auto tier = std::ranges::find_if(limit.tiers, [number](const Limit::Tier &candidate) {
            return !candidate.below || number < *candidate.below;
        });
        return tier == limit.tiers.end() ? std::prev(tier) : tier;
    };
    const auto last = std::next(tierOf(value.atMost));
    Measured allowed{Measured::kUnbounded, 0, value.missing};
    for (auto tier = tierOf(value.atLeast); tier != last; ++tier) {
        allowed.atLeast = std::min(allowed.atLeast, tier->limit);
        allowed.atMost = std::max(allowed.atMost, tier->limit);
    }
    return allowed;
}

} // namespace bomay

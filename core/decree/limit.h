// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/measure.h"

#include <optional>
#include <vector>

namespace bomay {

/// The number that a rule allows: one for all, or in tiers by a measure of the unit ("fewer than 10 staff: 1; fewer
/// than 15: 2; else 3"), or by the unit's name.
struct Limit
{
    struct Tier
    {
        std::optional<int> below; ///< the tier holds for values below this; nothing = for all that are left
        int limit = 0;
    };

    struct Named
    {
        AgencyNames names;
        int limit = 0;
    };

    const MeasureEntry *by = nullptr; ///< null for one limit that holds for all
    std::vector<Tier> tiers;          ///< ascending; the last has no bound
    std::vector<Named> named;         ///< where not empty, there are no tiers
};

/// The limit for a unit; between the limits of several tiers where the measure is not known well enough; unbounded
/// where no name fits. `counted` is for a measure that counts units.
[[nodiscard]] Measured limitFor(const Limit &limit, ChartFacts &facts, int unit, const Scope &counted);

} // namespace bomay

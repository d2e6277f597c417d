// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/part_index.h"

namespace bomay {

// Internal to core/chart.

/// How the parts of a chart come to stand after a change.
struct PartPlan
{
    std::vector<ItemRun> runs;   ///< of the parts as they stood, and of those added
    std::vector<ItemRun> pieces; ///< the same runs, but what is drawn anew counts as added, in the order of `written`
    std::vector<ChartPart> added;
    std::vector<std::pair<int, int>> parents; ///< by new index: of what has come to stand under another part
    std::vector<int> written;                 ///< new indices of the parts that are drawn anew, sorted
};

/// Asks the scope what stands below the touched parts, and finds it again among the parts as they stood: with all below
/// it, wherever it was. Parts that stay get the shape that their branch has now. With `hides`, what is below a unit
/// depends on its level.
[[nodiscard]] PartPlan planParts(PartIndex &index, const ChartScope &scope, const TouchedParts &touched, bool hides);

} // namespace bomay

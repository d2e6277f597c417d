// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/chart/chart_builder.h"
#include "core/chart/paper_document.h"

namespace bomay {

/// A page of a booklet whose letters are too small.
struct SmallPage
{
    int page = 0;        ///< index
    double smallest = 0; ///< points
    QString unit = {};   ///< whose page it is; empty = the overview
};

struct Booklet
{
    PaperDocument document;
    std::vector<SmallPage> small;           ///< pages with letters under the floor, in their order
    std::optional<PaperSize> paperFor = {}; ///< the smallest larger paper of ISO 216 on which these would not be
};

/// A chart as a booklet: an overview of the first two levels, a page for each unit that others are below, with the
/// path from it to the top, and an index of all units. Boxes of units that have a page lead to it and say its number;
/// so do the lines of the index, and the path leads to the page above. Pages are named by their numbers. A page does
/// not go deeper than the units directly below: these have pages of their own. `floor`: points. Errors: `cancelled`.
[[nodiscard]] Result<Booklet> bookletOf(const OrgView &view, const PageRequest &request, double floor,
                                        const TextMeasurer &measurer, const ChartOptions &options,
                                        const Progress &progress = {});

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_builder.h"
#include "core/chart/paper_document.h"

namespace bomay {

/// A chart as a booklet: an overview of the first two levels, a page for each unit that others are below, with the
/// path from it to the top, and an index of all units. Boxes of units that have a page lead to it and say its number;
/// so do the lines of the index, and the path leads to the page above. Pages are named by their numbers. A page does
/// not go deeper than the units directly below: these have pages of their own.
[[nodiscard]] PaperDocument bookletOf(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
                                      const ChartOptions &options);

} // namespace bomay

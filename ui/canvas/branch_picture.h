// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/font_table.h"
#include "core/chart/page.h"

#include <QImage>

namespace bomay {

/// A page just as large as a picture of branches needs, for other programs: each upper unit among the nodes with all
/// that the view shows below it, side by side in their order. Posts stand in the boxes of their units and bring no
/// picture of their own; nothing where no unit is among the nodes.
[[nodiscard]] std::optional<Page> branchPage(const OrgView &view, const TextMeasurer &measurer,
                                             const ChartOptions &options, const std::vector<NodeRef> &nodes);

/// The page on white with so many pixels for a millimetre; null where it would be too large for a clipboard.
[[nodiscard]] QImage imageOf(const Page &page, double pixels);

} // namespace bomay

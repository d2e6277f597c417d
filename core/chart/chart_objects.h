// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/text_measurer.h"

namespace bomay {

/// Sets the objects of a view round its finished picture, which grows by them: those above and below in rows from the
/// left, those at the sides under each other from the top, each behind the ones before it. A bracket round a branch
/// that is not in the picture is left out.
void addObjects(DisplayList &list, const OrgView &view, const ChartOptions &options, const TextMeasurer &measurer);

/// Does an object of the view say the day of the data, so that the page need not?
[[nodiscard]] bool tellsDataDate(const ChartOptions &options);

} // namespace bomay

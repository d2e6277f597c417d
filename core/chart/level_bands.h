// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_scope.h"
#include "core/chart/text_measurer.h"

namespace bomay {

/// By part: how many parts are above it, where it and all of these stand in rows; −1 where a branch hangs or is in
/// columns, so that no height is common to its level.
[[nodiscard]] std::vector<int> rowLevels(std::span<const ChartPart> parts);

/// By part: mm that what hangs below it stands lower so that each level of rows begins at one height. `lengths`: mm
/// that each part reaches in the direction in which the chart grows.
[[nodiscard]] std::vector<double> dropsToLevels(std::span<const ChartPart> parts, std::span<const double> lengths);

/// What a level is called where the view says nothing else; counted from 1.
[[nodiscard]] QString levelWords(int level);

/// Names the levels of a finished picture at its margin: left of a chart that grows down, above one that grows right.
/// The runs of the parts are the first ones of the list.
void addBands(DisplayList &list, std::span<const ChartPart> parts, const ChartOptions &options,
              const TextMeasurer &measurer);

} // namespace bomay

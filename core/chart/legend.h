// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/relation_lines.h"
#include "core/chart/text_measurer.h"

namespace bomay {

/// What a legend says of a kind of relation and of a rule in the usual words.
[[nodiscard]] QString legendWords(RelationType type);
[[nodiscard]] QString legendWords(const ThemeRule &rule);

/// Explains below a picture, from its left edge, the lines and fills that occur in it: in rows in a box, no wider than
/// the picture or a sheet of A4. In the words of the view, where it
/// has its own. Nothing where nothing needs to be explained.
void addLegend(DisplayList &list, const RelationLines &relations, std::span<const ThemeRule *const> rules,
               const ChartOptions &options, const TextMeasurer &measurer);

} // namespace bomay

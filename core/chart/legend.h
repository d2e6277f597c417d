// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/relation_lines.h"
#include "core/chart/text_measurer.h"

namespace bomay {

/// Explains below a picture, from its left edge, the lines and fills that occur in it: in rows in a box, no wider than
/// the picture or a sheet of A4. Nothing where nothing needs to be explained.
void addLegend(DisplayList &list, const RelationLines &relations, std::span<const ThemeRule *const> rules,
               const Theme &theme, const TextMeasurer &measurer);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"

#include <QString>

namespace bomay::test {

/// Everything that holds for any picture; an empty text where all of it does: boxes of units and posts do not overlap,
/// no line runs through one, texts stay in a box, and everything within the bounds. A line may run through the leaders
/// that it connects: it is painted below them, so lines of one run pass over that run's own boxes.
[[nodiscard]] QString firstBrokenPromise(const DisplayList &list, const TextMeasurer &measurer);

/// The box of a node; null where the picture has none.
[[nodiscard]] const BoxItem *boxOf(const DisplayList &list, NodeRef node);

/// Does the picture have this line of text?
[[nodiscard]] bool says(const DisplayList &list, const QString &text);

} // namespace bomay::test

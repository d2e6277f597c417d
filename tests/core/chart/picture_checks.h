// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"

#include <QString>

namespace bomay::test {

/// Everything that holds for any picture; an empty text where all of it does: boxes of units and posts do not overlap,
/// no line runs through one, texts and pictures
/// stay in a box (a logo stands alone) and lie over none of their kind or the other, and everything is within the
/// bounds. A line may run through the leaders that it connects: it is painted below them, so lines of one run pass over
/// that run's own boxes.
[[nodiscard]] QString firstBrokenPromise(const DisplayList &list, const TextMeasurer &measurer);

/// How lines behind the first ones (those of relations) meet all others.
struct LineMeeting
{
    int lines = 0;
    int crossings = 0;
    double length = 0;   ///< mm
    double together = 0; ///< mm so near to another line that the two look like one
};

/// `first`: how many lines are those of the tree. Lines of one stroke may share their way.
[[nodiscard]] LineMeeting meetingOfLines(const DisplayList &list, std::size_t first);

/// The box of a node; null where the picture has none.
[[nodiscard]] const BoxItem *boxOf(const DisplayList &list, NodeRef node);

/// Does the picture have this line of text?
[[nodiscard]] bool says(const DisplayList &list, const QString &text);

} // namespace bomay::test

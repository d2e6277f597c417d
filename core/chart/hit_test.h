// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"

#include <optional>

namespace bomay {

/// The unit or post that a point (mm) means: the post on whose line or picture it lies, else whose box holds it;
/// nothing on frames, lines and paper.
[[nodiscard]] std::optional<NodeRef> nodeAt(const DisplayList &list, QPointF point, const TextMeasurer &measurer);

/// The unit or post whose box holds a point (mm), whatever stands written there.
[[nodiscard]] std::optional<NodeRef> boxAt(const DisplayList &list, QPointF point);

/// The rectangle round all boxes of a node (mm); null where the picture has none.
[[nodiscard]] QRectF rectOf(const DisplayList &list, NodeRef node);

/// The rectangle of a line of text (mm), from the top of its letters to the bottom.
[[nodiscard]] QRectF rectOf(const TextItem &text, const TextMeasurer &measurer);

} // namespace bomay

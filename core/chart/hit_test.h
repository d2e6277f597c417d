// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <optional>

namespace bomay {

/// The unit or post whose box holds a point (mm); nothing on frames, lines and paper.
[[nodiscard]] std::optional<NodeRef> nodeAt(const DisplayList &list, QPointF point);

/// The rectangle round all boxes of a node (mm); null where the picture has none.
[[nodiscard]] QRectF rectOf(const DisplayList &list, NodeRef node);

} // namespace bomay

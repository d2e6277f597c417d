// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <QString>

#include <span>
#include <vector>

class QMimeData;

namespace bomay {

// What is dragged between canvas and outline of one window: units and posts by their ids.

[[nodiscard]] QString nodeMimeType();
/// The caller owns it.
[[nodiscard]] QMimeData *mimeOf(std::span<const NodeRef> nodes);
/// In the order in which they were given; none where something else is dragged.
[[nodiscard]] std::vector<NodeRef> nodesOf(const QMimeData *data);

} // namespace bomay

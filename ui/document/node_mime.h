// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <QString>

#include <optional>

class QMimeData;

namespace bomay {

/// The format in which units and posts are dragged between outline and canvas.
[[nodiscard]] QString nodeMimeType();
/// A new object with the node in it; Qt's drag or the caller owns it.
[[nodiscard]] QMimeData *mimeOf(NodeRef node);
[[nodiscard]] std::optional<NodeRef> nodeOf(const QMimeData *data);

} // namespace bomay

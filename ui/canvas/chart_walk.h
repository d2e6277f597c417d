// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <QRectF>

#include <functional>
#include <optional>
#include <unordered_map>

namespace bomay {

enum class WalkStep { Up, Down, Left, Right };

/// Where a step leads in the drawn tree: up to the superior, down to the first below, left and right along those
/// beside. Only nodes that `isShown` names are stepped on, but for the superior. From nowhere any step leads to the
/// first; nothing where a step leads nowhere.
[[nodiscard]] std::optional<NodeRef> walk(const OrgView &view, std::optional<NodeRef> from, WalkStep step,
                                          const std::function<bool(const ViewNode &)> &isShown);

/// The box that an arrow key means when one goes by what the eye sees: the nearest whose middle lies that way, where a
/// box straight ahead counts as nearer than one aside. Nothing where there is none.
[[nodiscard]] std::optional<NodeRef> nearestBox(const std::unordered_map<NodeRef, QRectF> &boxes, const QRectF &from,
                                                WalkStep step);

} // namespace bomay

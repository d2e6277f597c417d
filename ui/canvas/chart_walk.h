// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <functional>
#include <optional>

namespace bomay {

enum class WalkStep { Up, Down, Left, Right };

/// Where an arrow key leads in the drawn tree: up to the superior, down to the first below, left and right along those
/// beside. Only nodes that `isShown` names are stepped on, but for the superior. From nowhere any step leads to the
/// first; nothing where a step leads nowhere.
[[nodiscard]] std::optional<NodeRef> walk(const OrgView &view, std::optional<NodeRef> from, WalkStep step,
                                          const std::function<bool(const ViewNode &)> &isShown);

} // namespace bomay

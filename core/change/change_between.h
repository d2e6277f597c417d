// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

namespace bomay {

/// The change that makes one organisation the other: an image of each row that is there in only one of them or differs.
/// Empty where they hold the same. Title and labels are the caller's.
[[nodiscard]] Change changeBetween(const Organisation &from, const Organisation &to);

} // namespace bomay

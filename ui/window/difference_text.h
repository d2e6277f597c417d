// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/differences.h"

#include <QString>

#include <span>

namespace bomay {

/// Differences as lines to read, under a heading with counts for each kind.
[[nodiscard]] QString differenceText(std::span<const Difference> differences);

} // namespace bomay

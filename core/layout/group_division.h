// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace bomay {

/// Divides lengths (mm), in their order and with a gap between neighbours, into at most so many groups whose longest is
/// as short as may be. Gives for each group the index behind its last length. Precondition: there is a length, and
/// `groups` is at least 1.
[[nodiscard]] std::vector<int> divideEvenly(std::span<const double> lengths, int groups, double gap);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace bomay {

/// Divides lengths (mm), in their order and with a gap between neighbours, into at most so many groups whose longest is
/// as short as may be. Gives for each group the index behind its last length. Precondition: there is a length, and
/// `groups` is at least 1.
[[nodiscard]] std::vector<int> divideEvenly(std::span<const double> lengths, int groups, double gap);

/// Divides items with a length and a thickness (mm), in their order, into groups that are no longer than `most`, so
/// that the thickest of each group, and `between` from group to group, add up to the least. Lengths in a group have a
/// gap between them. Gives for each group the index behind its last item. Precondition: there is an item, and none is
/// longer than `most`.
[[nodiscard]] std::vector<int> divideThinly(std::span<const double> lengths, std::span<const double> thicknesses,
                                            double most, double gap, double between);

/// The length of the longest group, mm.
[[nodiscard]] double longestGroup(std::span<const double> lengths, std::span<const int> ends, double gap);

} // namespace bomay

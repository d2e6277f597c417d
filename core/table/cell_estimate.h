// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace bomay {

/// A sheet's density is estimated after so many cells.
inline constexpr std::size_t kSampleCells = 4096;

/// How many cells `bytesInAll` will hold where `sample` of them took `bytesRead`, with some room; at most `cellsLeft`.
/// A vector that knows this at once needs half the memory of one that grows by doubling.
[[nodiscard]] inline std::size_t estimatedCells(std::size_t sample, std::size_t bytesRead, std::size_t bytesInAll,
                                                std::int64_t cellsLeft)
{
    const double cells = static_cast<double>(sample) * static_cast<double>(bytesInAll) /
                         static_cast<double>(std::max<std::size_t>(bytesRead, 1));
    constexpr double kRoom = 1.05;
    return static_cast<std::size_t>(
        std::clamp(cells * kRoom, 0.0, static_cast<double>(std::max<std::int64_t>(cellsLeft, 0))));
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace bomay {

/// The size of a sheet in every spreadsheet program since 2007.
inline constexpr int kMaxRows = 1'048'576;
inline constexpr int kMaxColumns = 16'384;

/// Steps of indent that Excel offers.
inline constexpr int kMaxIndent = 250;

/// `too-large` for a number of bytes: {limit} is "256 MB".
[[nodiscard]] std::unexpected<Error> failTooManyBytes(std::int64_t limit, Place place);

/// `too-large` for a number of cells: {limit} is the number.
[[nodiscard]] std::unexpected<Error> failTooManyCells(std::int64_t limit, Place place);

/// `too-large` for rows or columns beyond a sheet: {limit} is "1048576 × 16384".
[[nodiscard]] std::unexpected<Error> failBeyondSheet(Place place);

} // namespace bomay

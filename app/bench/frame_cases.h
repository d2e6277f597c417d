// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "core/base/result.h"
#include "core/chart/display_list.h"
#include "core/chart/font_table.h"

#include <utility>

namespace bomay {

// Jobs that end with a picture: a window of 1920 × 1080 pixels on a chart, painted without the help of a graphics card.
// Each gives the times of the program and of its reference. Errors: those of `loadBuiltInFonts`.

enum class FrameScale { Near, Far, Fit }; ///< as large as on paper, a tenth of it, the whole chart

/// Frames along a way across the chart; the reference is the least that a frame can cost: one picture of its size
/// blended in.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeFrames(const DisplayList &chart, FrameScale scale,
                                                           const RunBudget &budget);

/// What is on the screen when the clock stops: the whole chart without the names of persons where the document is
/// large, or with them, after that.
enum class FrameOf { Structure, Everybody };

/// From a file to a frame, as the window opens it; the reference reads the same cells and blends one picture in.
/// Errors: those of `Session::open`.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeOpening(const QString &document, const FontTable &fonts,
                                                            FrameOf frame, const RunBudget &budget);

} // namespace bomay

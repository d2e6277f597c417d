// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace bomay {

class PictureCache;

/// What is painted of a picture that would have to be decoded first.
enum class Undecoded { Decode, GreyGround };

/// What a surface asks of the painting. The default is paper: everything, in full.
struct PaintOptions
{
    std::optional<QRectF> visible = {}; ///< mm; runs outside are passed over
    /// Of a screen. Letters lower than a few pixels are drawn as grey bars: they could not be read, and cost most.
    /// Boxes of a few pixels become one tone, and no line is thinner than can be seen.
    std::optional<double> pixelsPerMm = {};
    /// Only these runs of the list, by place, growing: who paints many parts of one picture looks for them once.
    std::optional<std::span<const std::uint32_t>> runs = {};
    /// Of who paints again and again: the pictures that were decoded before. Without, each is decoded where it is
    /// drawn.
    PictureCache *pictures = nullptr;
    Undecoded undecoded = Undecoded::Decode; ///< of a painting with `pictures`
};

/// Marks and gaps of a broken stroke in turn, as multiples of its width; empty = unbroken.
[[nodiscard]] std::vector<double> dashesOf(const Stroke &stroke);

/// Is an image of a screen large enough to be more than a tone?
[[nodiscard]] bool isDrawnWithPixels(const ImageItem &image, double pixelsPerMm);

/// Paints a display list: the one drawing routine of the program. The painter's unit must be the millimetre. The
/// built-in fonts must be loaded.
void paint(QPainter &painter, const DisplayList &list, const PaintOptions &options = {});

} // namespace bomay

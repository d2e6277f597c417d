// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <QImage>
#include <QSizeF>

namespace bomay {

/// Pixels of the largest picture that is drawn: decoding a larger one would take more memory than it is worth.
inline constexpr qint64 kMostPicturePixels = 25'000'000;
/// A JPEG that comes in more passes is made to take time.
inline constexpr int kMostPictureScans = 100;

/// How often a picture can be halved and still has at least so many pixels each way.
[[nodiscard]] int halvingsFor(QSize picture, QSizeF pixels);

/// Decodes a picture, halved so often on the way. What the file says of which side is up, and of colours by a profile,
/// is not followed. Null where it cannot be decoded or is beyond the limits.
[[nodiscard]] QImage decodedImage(const Picture &picture, int halvings = 0);

/// The same with at least so many pixels, as far as it has so many.
[[nodiscard]] QImage imageFor(const Picture &picture, QSizeF pixels);

/// Does an image of 32 bits for a pixel let its ground through anywhere?
[[nodiscard]] bool hasClearPixels(const QImage &image);

/// An image as it looks on white paper, without transparency.
[[nodiscard]] QImage onWhite(const QImage &image);

/// A picture for the web.
struct WebImage
{
    QByteArray type; ///< "image/jpeg"
    QByteArray bytes;
};

/// The bytes of a picture as every browser shows them as `decodedImage` does; unchanged but for what is no pixel, where
/// that is so. Empty where it cannot be decoded.
[[nodiscard]] WebImage webImageOf(const Picture &picture);

/// What is drawn in place of a picture that cannot be: a frame with a cross.
[[nodiscard]] DisplayList missingImage(const QRectF &rect);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"

#include <QCache>
#include <QImage>
#include <QSizeF>

namespace bomay {

/// Decoded pictures of a surface that is painted again and again: each at about the sizes in which it was shown last,
/// up to so much memory in all. A picture is known by where its bytes lie, as copies of it share them. Not thread-safe.
class PictureCache
{
public:
    explicit PictureCache(qsizetype mostBytes = kUsualBytes);

    /// The picture with at least so many pixels, as far as it has so many; decoded where it is not there. Null where it
    /// cannot be drawn.
    [[nodiscard]] QImage image(const Picture &picture, QSizeF pixels);
    /// Is it there without being decoded?
    [[nodiscard]] bool has(const Picture &picture, QSizeF pixels) const;

    /// Bytes.
    [[nodiscard]] qsizetype memory() const { return m_images.totalCost(); }

private:
    /// Portraits that fill two large screens.
    static constexpr qsizetype kUsualBytes = qsizetype{64} << 20;

    struct Key
    {
        const char *bytes;
        qsizetype size;
        int halvings;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, quintptr(key.bytes), key.size, key.halvings);
        }
    };

    struct Decoded
    {
        Picture picture; ///< so that no other one comes to lie at its place
        QImage image;
    };

    [[nodiscard]] static Key keyOf(const Picture &picture, QSizeF pixels);

    QCache<Key, Decoded> m_images;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_cache.h"

#include "core/render/picture_image.h"

namespace bomay {

PictureCache::PictureCache(qsizetype mostBytes)
    : m_images(mostBytes)
{}

PictureCache::Key PictureCache::keyOf(const Picture &picture, QSizeF pixels)
{
    return {picture.bytes.constData(), picture.bytes.size(), halvingsFor(headerOf(picture).size, pixels)};
}

QImage PictureCache::image(const Picture &picture, QSizeF pixels)
{
    const Key key = keyOf(picture, pixels);
    if (const Decoded *known = m_images.object(key))
        return known->image;
    QImage image = decodedImage(picture, key.halvings);
    m_images.insert(key, new Decoded{picture, image}, image.sizeInBytes() + picture.bytes.size()); // it takes the entry
    return image;
}

bool PictureCache::has(const Picture &picture, QSizeF pixels) const
{
    return m_images.contains(keyOf(picture, pixels));
}

} // namespace bomay

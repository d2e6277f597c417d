// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_image.h"

#include "core/render/picture_bytes.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kMostHalvings = 12;

QSize halved(QSize size, int halvings)
{
    const auto side = [halvings](int length) {
        return std::max(1, static_cast<int>((qint64{length} + (qint64{1} << halvings) - 1) >> halvings));
    };
    return {side(size.width()), side(size.height())};
}

bool isWithinLimits(const Picture &picture, const PictureHeader &header)
{
    const qint64 pixels = qint64{header.size.width()} * header.size.height();
    return header.format != PictureHeader::Format::None && pixels <= kMostPicturePixels &&
           (header.format == PictureHeader::Format::Png ||
            scansOfJpeg(picture.bytes, kMostPictureScans) <= kMostPictureScans);
}

} // namespace

int halvingsFor(QSize picture, QSizeF pixels)
{
    int halvings = 0;
    const auto isEnough = [&](QSize size) {
        return size.width() >= pixels.width() && size.height() >= pixels.height();
    };
    while (halvings < kMostHalvings && isEnough(halved(picture, halvings + 1)) && halved(picture, halvings).width() > 1)
        ++halvings;
    return halvings;
}

QImage decodedImage(const Picture &picture, int halvings)
{
    const PictureHeader header = headerOf(picture);
    if (!isWithinLimits(picture, header))
        return {};
    const bool isJpeg = header.format == PictureHeader::Format::Jpeg;
    QByteArray bytes = picture.bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, isJpeg ? "jpg" : "png");
    if (reader.size() != header.size)
        return {};
    const QSize size = halved(header.size, halvings);
    if (isJpeg) // it is quicker to decode at a part of its size
        reader.setScaledSize(size);
    QImage image = reader.read();
    if (!image.isNull() && image.size() != size)
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.setColorSpace({});
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

QImage imageFor(const Picture &picture, QSizeF pixels)
{
    return decodedImage(picture, halvingsFor(headerOf(picture).size, pixels));
}

bool hasClearPixels(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    for (int y = 0; y < image.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(row, row + image.width(), [](QRgb pixel) { return qAlpha(pixel) < 255; }))
            return true;
    }
    return false;
}

QImage onWhite(const QImage &image)
{
    QImage ground(image.size(), QImage::Format_RGB32);
    ground.fill(Qt::white);
    QPainter(&ground).drawImage(0, 0, image);
    return ground;
}

WebImage webImageOf(const Picture &picture)
{
    const QImage image = decodedImage(picture);
    if (image.isNull())
        return {};
    const QByteArray bare = bareBytes(picture);
    const bool isJpeg = headerOf(picture).format == PictureHeader::Format::Jpeg;
    const JpegLayout layout = jpegLayoutOf(picture);
    if (!bare.isEmpty() && (!isJpeg || ((layout.components == 1 || layout.components == 3) && layout.isUsual)))
        return {isJpeg ? "image/jpeg" : "image/png", bare};
    WebImage web{"image/png", {}};
    QBuffer buffer(&web.bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? web : WebImage{};
}

DisplayList missingImage(const QRectF &rect)
{
    constexpr Stroke kEdge{{120, 120, 120, 255}, 0.2, StrokeStyle::Solid};
    DisplayList list;
    list.boxes.push_back({rect, {255, 255, 255, 0}, kEdge, {}});
    list.addLine({rect.topLeft(), rect.bottomRight()}, kEdge);
    list.addLine({rect.bottomLeft(), rect.topRight()}, kEdge);
    list.bounds = rect;
    return list;
}

} // namespace bomay

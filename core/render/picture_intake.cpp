// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_intake.h"

#include "core/base/numbers.h"
#include "core/render/picture_bytes.h"
#include "core/render/picture_image.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <optional>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 32 << 20;
constexpr int kMostMegapixels = 60; ///< a telephone's largest photographs have 50
constexpr qint64 kMegapixel = 1'000'000;
constexpr QSize kPortraitSize(480, 640);
constexpr QSize kLogoSize(1200, 1200);
constexpr int kPortraitQuality = 85; ///< of JPEG, of 100
constexpr int kLogoQuality = 90;
constexpr qsizetype kLogoBytes = 512 << 10; ///< written into the log with each edit of what shows it
constexpr int kLeastLogo = 200;             ///< pixels of the longer side: no smaller for the sake of bytes
/// Drawings: so many parts may be drawn again elsewhere (`use`), elements may stand in each other so deep, and so many
/// pixels may come in pictures that are written into the drawing: all of these are decoded at once, in full.
constexpr int kMostRepeats = 200;
constexpr int kMostDepth = 256;
constexpr qint64 kMostWrittenIn = 33 * kMegapixel;

struct Format
{
    const char *name; ///< as Qt has it
    std::array<const char *, 2> endings;
};

constexpr std::array kFormats{
    Format{"png", {"png", nullptr}}, Format{"jpeg", {"jpg", "jpeg"}},   Format{"bmp", {"bmp", nullptr}},
    Format{"gif", {"gif", nullptr}}, Format{"webp", {"webp", nullptr}}, Format{"svg", {"svg", nullptr}},
};

bool isTaken(const QByteArray &format)
{
    return std::ranges::any_of(kFormats, [&format](const Format &known) { return format == known.name; });
}

/// The pixels alone, with the size given: profile, texts and resolution stay behind.
QImage pixelsOf(const QImage &image, QSize size)
{
    QImage source = image;
    if (source.colorSpace().isValid() && source.colorSpace() != QColorSpace(QColorSpace::SRgb))
        source.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    source = source.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage pixels(size, image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QRect(QPoint(0, 0), size), source);
    return pixels;
}

Picture encoded(const QImage &pixels, const char *format, int quality)
{
    Picture picture;
    QBuffer buffer(&picture.bytes);
    const bool isWritten = buffer.open(QIODevice::WriteOnly) && pixels.save(&buffer, format, quality);
    BM_CHECK(isWritten, return {});
    return picture;
}

/// The part of a photograph that is kept.
QRect portraitIn(QSize size)
{
    const QSize kept = kPortraitSize.scaled(size, Qt::KeepAspectRatio).expandedTo({1, 1});
    return {QPoint((size.width() - kept.width()) / 2, (size.height() - kept.height()) / 3), kept};
}

Picture portraitOf(const QImage &image)
{
    const QImage part = image.copy(portraitIn(image.size()));
    const QSize size = kPortraitSize.boundedTo(part.size());
    const QImage pixels = pixelsOf(part, size);
    return encoded(hasClearPixels(pixels) ? onWhite(pixels) : pixels.convertToFormat(QImage::Format_RGB32), "jpeg",
                   kPortraitQuality);
}

Picture encodedLogo(const QImage &pixels)
{
    constexpr int kSmallest = 0; // of PNG: the number says how hard to try, as Qt has it
    if (hasClearPixels(pixels))
        return encoded(pixels, "png", kSmallest);
    const QImage opaque = pixels.convertToFormat(QImage::Format_RGB32);
    Picture png = encoded(opaque, "png", kSmallest);
    Picture jpeg = encoded(opaque, "jpeg", kLogoQuality);
    return jpeg.bytes.size() < png.bytes.size() ? jpeg : png;
}

Picture logoOf(const QImage &image)
{
    constexpr double kStep = 0.7; // half the pixels
    QSize size = image.size();
    if (size.width() > kLogoSize.width() || size.height() > kLogoSize.height())
        size = size.scaled(kLogoSize, Qt::KeepAspectRatio).expandedTo({1, 1});
    Picture logo = encodedLogo(pixelsOf(image, size));
    while (logo.bytes.size() > kLogoBytes && std::max(size.width(), size.height()) > kLeastLogo) {
        size = (QSizeF(size) * kStep).toSize().expandedTo({1, 1});
        logo = encodedLogo(pixelsOf(image, size));
    }
    return logo;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(u"file-not-found"_s, {}, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {}, {path}, file.errorString());
    if (file.size() > kMostBytes)
        return fail(u"too-large"_s, {{u"limit"_s, u"%1 MB"_s.arg(kMostBytes >> 20)}}, {path});
    return file.read(kMostBytes + 1);
}

/// What a drawing in SVG refers to.
struct DrawingLinks
{
    bool isDrawing = false;
    bool leadsOut = false; ///< to other files, or holds pictures that are not decoded here
    bool repeats = false;  ///< parts within parts, or very many: a short file could be drawn for ever
};

qint64 pixelsIn(QSize size)
{
    return qint64{size.width()} * size.height();
}

/// The pixels of a picture that is written into a drawing; nothing unless it is a PNG or a JPEG by its first bytes. The
/// address is taken in one form only, since readers of SVG differ about the others.
std::optional<qint64> pixelsWrittenIn(QStringView address)
{
    const qsizetype comma = address.indexOf(u',');
    const QStringView content = address.mid(comma + 1);
    if (comma < 0 || !address.first(comma).endsWith(u";base64"_s) || content.contains(u'%') || content.contains(u','))
        return std::nullopt;
    const Picture picture{QByteArray::fromBase64(content.toLatin1())};
    const PictureHeader header = headerOf(picture);
    if (header.format == PictureHeader::Format::None ||
        (header.format == PictureHeader::Format::Jpeg &&
         scansOfJpeg(picture.bytes, kMostPictureScans) > kMostPictureScans))
        return std::nullopt;
    return pixelsIn(header.size);
}

DrawingLinks linksOf(const QByteArray &bytes)
{
    DrawingLinks links;
    QXmlStreamReader xml(bytes);
    std::vector<QString> above;      // ids of the elements that are open
    std::vector<QStringList> around; // of each use, the ids of those around it and its own
    QSet<QString> used;
    qint64 pixels = 0; // of the pictures that are written in
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && !above.empty())
            above.pop_back();
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (above.empty() && !links.isDrawing) {
            links.isDrawing = xml.name() == u"svg"_s;
            if (!links.isDrawing)
                return links;
        }
        above.push_back(xml.attributes().value(u"id"_s).toString());
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            if (attribute.name() != u"href"_s || xml.name() == u"a"_s)
                continue;
            const QStringView to = attribute.value().trimmed();
            if (to.startsWith(u'#')) {
                if (xml.name() == u"use"_s)
                    used.insert(to.mid(1).toString());
                continue;
            }
            const auto written = to.startsWith(u"data:"_s) ? pixelsWrittenIn(to) : std::nullopt;
            links.leadsOut = !written || *written > kMostWrittenIn - pixels;
            if (links.leadsOut)
                return links;
            pixels += *written;
        }
        if (xml.name() == u"use"_s)
            around.emplace_back(above.begin(), above.end());
        // Asked at once: each `use` holds all that are around it.
        links.repeats = above.size() > uz(kMostDepth) || around.size() > uz(kMostRepeats);
        if (links.repeats)
            return links;
    }
    links.isDrawing = links.isDrawing && !xml.hasError();
    links.repeats = std::ranges::any_of(around, [&used](const QStringList &ids) {
        return std::ranges::any_of(ids, [&used](const QString &id) { return used.contains(id); });
    });
    return links;
}

/// What the file is drawn at: no more than twice what is kept, so that a large photograph is not spread out in memory.
QSize decodedSize(QSize size, PictureUse use, bool isDrawing)
{
    const QSize most = use == PictureUse::Portrait ? kPortraitSize * 2 : kLogoSize * 2;
    const QSize least = size.scaled(most, Qt::KeepAspectRatioByExpanding);
    if (isDrawing) // has no pixels of its own
        return size.scaled(kLogoSize, Qt::KeepAspectRatio).expandedTo({1, 1});
    return least.width() < size.width() ? least : size;
}

/// How many million pixels are read. Qt gives an image no more memory than so much, counted with at least 32 bits for a
/// pixel; these alone are decoded at a part of their size: JPEG, and PNG of colours of 8 bits with its rows in order.
int mostMegapixels(const QImageReader &reader, const QByteArray &bytes)
{
    constexpr qsizetype kInterlacedAt = 28; // of a PNG
    constexpr int kUsualBits = 32;
    const int bits = QImage::toPixelFormat(reader.imageFormat()).bitsPerPixel(); // 0 = not known
    if (reader.format() == "jpeg" || reader.format() == "svg" ||
        (reader.format() == "png" && bits == kUsualBits && bytes.size() > kInterlacedAt && bytes[kInterlacedAt] == 0))
        return kMostMegapixels;
    const qint64 allowed = (qint64{QImageReader::allocationLimit()} << 20) * 8 / std::max(bits, kUsualBits);
    return allowed > 0 ? static_cast<int>(std::min<qint64>(kMostMegapixels, allowed / kMegapixel)) : kMostMegapixels;
}

Result<QImage> imageOf(QByteArray &bytes, const QString &path, PictureUse use)
{
    const DrawingLinks links = linksOf(bytes);
    if (links.isDrawing && (links.leadsOut || links.repeats))
        return fail(u"picture-links"_s, {}, {path});
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, links.isDrawing ? QByteArray("svg") : QByteArray());
    reader.setAutoTransform(true);
    if (!links.isDrawing)
        reader.setDecideFormatFromContent(true);
    if (!reader.canRead() || !isTaken(reader.format()) || (reader.format() == "svg") != links.isDrawing)
        return fail(u"picture-unreadable"_s, {}, {path});
    if (reader.format() == "jpeg" && scansOfJpeg(bytes, kMostPictureScans) > kMostPictureScans)
        return fail(u"picture-unreadable"_s, {}, {path});
    const QSize size = reader.size();
    const int most = mostMegapixels(reader, bytes);
    if (pixelsIn(size) > most * kMegapixel)
        return fail(
            u"picture-too-large"_s,
            {{u"size"_s, u"%1 × %2"_s.arg(size.width()).arg(size.height())}, {u"limit"_s, QString::number(most)}},
            {path});
    if (!size.isEmpty())
        reader.setScaledSize(decodedSize(size, use, links.isDrawing));
    QImage image = reader.read();
    if (image.isNull())
        return fail(u"picture-unreadable"_s, {}, {path}, reader.errorString());
    return image;
}

} // namespace

Result<Picture> keptPicture(const QImage &image, PictureUse use)
{
    if (image.isNull())
        return fail(u"picture-unreadable"_s);
    return use == PictureUse::Portrait ? portraitOf(image) : logoOf(image);
}

Result<Picture> readPicture(const QString &path, PictureUse use)
{
    BM_TRY(QByteArray bytes, bytesOf(path));
    BM_TRY(const QImage image, imageOf(bytes, path, use));
    return keptPicture(image, use);
}

QStringList picturePatterns()
{
    const QList<QByteArray> readable = QImageReader::supportedImageFormats();
    QStringList patterns;
    for (const Format &format : kFormats)
        for (const char *ending : format.endings)
            if (ending != nullptr && readable.contains(format.name))
                patterns += u"*."_s + QLatin1StringView(ending);
    return patterns;
}

} // namespace bomay

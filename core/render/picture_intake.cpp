// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_intake.h"

#include "core/base/numbers.h"

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

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 32 << 20;
constexpr int kMostMegapixels = 60; ///< a telephone's largest photographs have 50; Qt's own limit of memory is above
constexpr QSize kPortraitSize(480, 640);
constexpr QSize kLogoSize(1200, 1200);
constexpr int kPortraitQuality = 85; ///< of JPEG, of 100
constexpr int kLogoQuality = 90;
/// Drawings: so many parts may be drawn again elsewhere (`use`).
constexpr int kMostRepeats = 200;

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

bool showsThrough(const QImage &pixels)
{
    if (!pixels.hasAlphaChannel())
        return false;
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

QImage onWhite(const QImage &pixels)
{
    QImage opaque(pixels.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, pixels);
    return opaque;
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
    return encoded(showsThrough(pixels) ? onWhite(pixels) : pixels.convertToFormat(QImage::Format_RGB32), "jpeg",
                   kPortraitQuality);
}

Picture logoOf(const QImage &image)
{
    QSize size = image.size();
    if (size.width() > kLogoSize.width() || size.height() > kLogoSize.height())
        size = size.scaled(kLogoSize, Qt::KeepAspectRatio).expandedTo({1, 1});
    const QImage pixels = pixelsOf(image, size);
    constexpr int kSmallest = 0; // of PNG: the number says how hard to try, as Qt has it
    if (showsThrough(pixels))
        return encoded(pixels, "png", kSmallest);
    const QImage opaque = pixels.convertToFormat(QImage::Format_RGB32);
    Picture png = encoded(opaque, "png", kSmallest);
    Picture jpeg = encoded(opaque, "jpeg", kLogoQuality);
    return jpeg.bytes.size() < png.bytes.size() ? jpeg : png;
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
    bool leadsOut = false; ///< to other files
    bool repeats = false;  ///< parts within parts, or very many: a short file could be drawn for ever
};

DrawingLinks linksOf(const QByteArray &bytes)
{
    DrawingLinks links;
    QXmlStreamReader xml(bytes);
    std::vector<QString> above;      // ids of the elements that are open
    std::vector<QStringList> around; // of each use, the ids of those around it and its own
    QSet<QString> used;
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
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            if (const QStringView to = attribute.value().trimmed();
                attribute.name() == u"href"_s && !to.startsWith(u'#') && !to.startsWith(u"data:"_s))
                links.leadsOut = links.leadsOut || xml.name() != u"a"_s;
            else if (attribute.name() == u"href"_s && xml.name() == u"use"_s)
                used.insert(to.mid(1).toString());
        if (xml.name() == u"use"_s)
            around.emplace_back(above.begin(), above.end());
    }
    links.isDrawing = links.isDrawing && !xml.hasError();
    links.repeats = around.size() > uz(kMostRepeats) || std::ranges::any_of(around, [&used](const QStringList &ids) {
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
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > qint64(kMostMegapixels) * 1'000'000)
        return fail(u"picture-too-large"_s,
                    {{u"size"_s, u"%1 × %2"_s.arg(size.width()).arg(size.height())},
                     {u"limit"_s, QString::number(kMostMegapixels)}},
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

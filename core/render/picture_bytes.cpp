// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/picture_bytes.h"

#include "core/base/jpeg_markers.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace bomay {

namespace {

constexpr uchar kEndOfImage = 0xd9;
constexpr uchar kStartOfScan = 0xda;
constexpr uchar kJfif = 0xe0;
constexpr uchar kAdobe = 0xee;

/// A part of a JPEG from one marker to the next.
struct JpegPart
{
    uchar marker = 0;
    QByteArrayView bytes = {}; ///< with the marker; of a scan with its samples

    [[nodiscard]] uchar at(qsizetype place) const
    {
        return place < bytes.size() ? static_cast<uchar>(bytes[place]) : uchar{0};
    }
};

/// Frames, tables, restarts and scans: what samples are read with.
bool isForSamples(uchar marker)
{
    return marker >= 0xc0 && marker <= 0xdf;
}

/// What stands behind the marker and the length, as far as it is of the kind and has so many bytes; else empty.
QByteArrayView contentOf(const JpegPart &part, QByteArrayView kind, qsizetype length)
{
    constexpr qsizetype kBegin = 4;
    if (part.bytes.size() < kBegin + length || !part.bytes.sliced(kBegin).startsWith(kind))
        return {};
    return part.bytes.sliced(kBegin, length);
}

/// Says that this is JFIF, with the resolution; a preview may stand behind.
QByteArrayView jfifOf(const JpegPart &part)
{
    return part.marker == kJfif ? contentOf(part, {"JFIF\0", 5}, 14) : QByteArrayView();
}

/// Says what the components are.
QByteArrayView adobeOf(const JpegPart &part)
{
    return part.marker == kAdobe ? contentOf(part, {"Adobe", 5}, 12) : QByteArrayView();
}

/// Where the samples of a scan end: at the next marker that is no restart.
qsizetype endOfSamples(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype i = from; i + 1 < bytes.size(); ++i) {
        const auto next = static_cast<uchar>(bytes[i + 1]);
        const bool isWithin = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
        if (static_cast<uchar>(bytes[i]) == 0xff && !isWithin)
            return i;
    }
    return bytes.size();
}

/// The parts behind the start up to the end of the image; nothing where they are not laid out as they must be.
std::optional<std::vector<JpegPart>> partsOfJpeg(QByteArrayView bytes)
{
    constexpr std::size_t kMostParts = 5000;
    std::vector<JpegPart> parts;
    for (qsizetype at = 2; at + 1 < bytes.size() && parts.size() < kMostParts;) {
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        if (static_cast<uchar>(bytes[at]) != 0xff)
            return std::nullopt;
        if (marker == 0xff) {
            ++at; // fill bytes may stand before a marker
            continue;
        }
        if (marker == kEndOfImage)
            return parts;
        if (at + 4 > bytes.size())
            return std::nullopt;
        const qsizetype length = qFromBigEndian<quint16>(bytes.data() + at + 2);
        qsizetype end = at + 2 + length;
        if (length < 2 || end > bytes.size())
            return std::nullopt;
        if (marker == kStartOfScan)
            end = endOfSamples(bytes, end);
        parts.push_back({marker, bytes.sliced(at, end - at)});
        at = end;
    }
    return std::nullopt;
}

QByteArray bareJpeg(const QByteArray &bytes)
{
    const auto parts = partsOfJpeg(bytes);
    if (!parts)
        return {};
    QByteArray bare = bytes.first(2);
    for (const JpegPart &part : *parts) {
        if (const QByteArrayView jfif = jfifOf(part); !jfif.isEmpty())
            bare.append("\xff\xe0\0\x10", 4).append(jfif.chopped(2)).append("\0\0", 2); // a preview of 0 × 0
        else if (const QByteArrayView adobe = adobeOf(part); !adobe.isEmpty())
            bare.append("\xff\xee\0\x0e", 4).append(adobe);
        else if (isForSamples(part.marker))
            bare.append(part.bytes);
    }
    return bare.append("\xff\xd9", 2);
}

QByteArray barePng(const QByteArray &bytes)
{
    constexpr qsizetype kSignature = 8;
    constexpr qsizetype kFrame = 12; // length, name and check sum
    constexpr std::array<QByteArrayView, 4> kKept{"IHDR", "PLTE", "tRNS", "IDAT"};
    QByteArray bare = bytes.first(kSignature);
    for (qsizetype at = kSignature; at + kFrame <= bytes.size();) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at) + kFrame;
        if (at + length > bytes.size())
            return {};
        const QByteArrayView chunk = QByteArrayView(bytes).sliced(at, length);
        const QByteArrayView name = chunk.sliced(4, 4);
        if (name == QByteArrayView("IEND"))
            return bare.append(chunk);
        if (std::ranges::find(kKept, name) != kKept.end())
            bare.append(chunk);
        at += length;
    }
    return {};
}

} // namespace

QByteArray bareBytes(const Picture &picture)
{
    switch (headerOf(picture).format) {
    case PictureHeader::Format::Png:
        return barePng(picture.bytes);
    case PictureHeader::Format::Jpeg:
        return bareJpeg(picture.bytes);
    case PictureHeader::Format::None:
        break;
    }
    return {};
}

JpegLayout jpegLayoutOf(const Picture &picture)
{
    JpegLayout layout;
    const auto parts =
        headerOf(picture).format == PictureHeader::Format::Jpeg ? partsOfJpeg(picture.bytes) : std::nullopt;
    if (!parts)
        return layout;
    bool isExplained = false;
    bool isHuffman = false;
    for (const JpegPart &part : *parts) {
        isExplained = isExplained || !adobeOf(part).isEmpty();
        if (!isStartOfFrame(part.marker))
            continue;
        layout.bits = part.at(4);
        layout.components = part.at(9);
        isHuffman = part.marker <= 0xc2;
        isExplained = isExplained || part.at(10) <= 1; // JFIF numbers from 1; some write from 0
    }
    layout.isUsual = isHuffman && isExplained;
    return layout;
}

int scansOfJpeg(QByteArrayView bytes, int most)
{
    int scans = 0;
    for (qsizetype at = 2; at + 1 < bytes.size() && scans <= most;) {
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        if (static_cast<uchar>(bytes[at]) != 0xff || marker == 0xff) {
            ++at; // samples, stray bytes, fill bytes
            continue;
        }
        if (marker == kEndOfImage)
            break;
        scans += marker == kStartOfScan ? 1 : 0;
        at += 2;
        const bool hasLength =
            marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd8); // restarts and the start have none
        if (hasLength && at + 2 <= bytes.size())
            at += std::max(qsizetype{2}, qsizetype{qFromBigEndian<quint16>(bytes.data() + at)});
    }
    return scans;
}

} // namespace bomay

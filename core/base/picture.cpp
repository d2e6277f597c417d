// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/picture.h"

#include "core/base/jpeg_markers.h"

#include <QByteArrayView>
#include <QtEndian>

namespace bomay {

namespace {

PictureHeader headerOfSize(PictureHeader::Format format, quint32 width, quint32 height)
{
    // PNG allows 31 bits; zero is no picture.
    constexpr quint32 kMost = 0x7fffffff;
    if (width == 0 || height == 0 || width > kMost || height > kMost)
        return {};
    return {format, {static_cast<int>(width), static_cast<int>(height)}};
}

PictureHeader headerOfPng(QByteArrayView bytes)
{
    constexpr QByteArrayView kSignature("\x89PNG\r\n\x1a\n", 8);
    constexpr QByteArrayView kFirstChunk("\0\0\0\x0dIHDR", 8);
    constexpr qsizetype kWidthAt = 16;
    constexpr qsizetype kHeightAt = 20;
    if (bytes.size() < kHeightAt + 4 || !bytes.startsWith(kSignature) || bytes.sliced(8, 8) != kFirstChunk)
        return {};
    return headerOfSize(PictureHeader::Format::Png, qFromBigEndian<quint32>(bytes.data() + kWidthAt),
                        qFromBigEndian<quint32>(bytes.data() + kHeightAt));
}

PictureHeader headerOfJpeg(QByteArrayView bytes)
{
    if (!bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3)))
        return {};
    // A photograph has a dozen segments before its frame; a file of nothing but segments is none.
    constexpr int kMostSegments = 1000;
    qsizetype at = 2;
    for (int segment = 0; segment < kMostSegments && at + 9 <= bytes.size(); ++segment) {
        if (static_cast<uchar>(bytes[at]) != 0xff)
            return {};
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        if (marker == 0xff) {
            ++at; // fill bytes may stand before a marker
            continue;
        }
        if (isStartOfFrame(marker))
            return headerOfSize(PictureHeader::Format::Jpeg, qFromBigEndian<quint16>(bytes.data() + at + 7),
                                qFromBigEndian<quint16>(bytes.data() + at + 5));
        at += 2 + qFromBigEndian<quint16>(bytes.data() + at + 2);
    }
    return {};
}

} // namespace

PictureHeader headerOf(const Picture &picture)
{
    const PictureHeader png = headerOfPng(picture.bytes);
    return png.format == PictureHeader::Format::None ? headerOfJpeg(picture.bytes) : png;
}

QByteArray base64Of(const Picture &picture)
{
    return picture.bytes.toBase64();
}

std::optional<Picture> pictureOfBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    Picture picture{decoded.decoded};
    // Qt passes over missing padding and over bits beyond the last byte.
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || base64Of(picture) != text)
        return std::nullopt;
    return picture;
}

} // namespace bomay

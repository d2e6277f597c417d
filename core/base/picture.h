// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace bomay {

/// A photograph or a logo as a file holds it: PNG or JPEG. Two are equal when their bytes are; copies share them.
/// Nobody has decoded it yet: what came with a document may be anything.
struct Picture
{
    QByteArray bytes;

    [[nodiscard]] bool isEmpty() const { return bytes.isEmpty(); }

    friend bool operator==(const Picture &, const Picture &) = default;
};

/// What a picture says of itself at its beginning.
struct PictureHeader
{
    enum class Format { None, Png, Jpeg };

    Format format = Format::None;
    QSize size; ///< pixels, each at least 1; empty where the format is `None`

    friend bool operator==(const PictureHeader &, const PictureHeader &) = default;
};

/// Reads the header alone, in time that does not grow with what follows it. Sources: PNG (ISO/IEC 15948) §11.2.2, JPEG
/// (ITU-T T.81) §B.2.2.
[[nodiscard]] PictureHeader headerOf(const Picture &picture);

/// A picture as text, for JSON and for the document's tables: base64 (RFC 4648 §4), empty for none.
[[nodiscard]] QByteArray base64Of(const Picture &picture);

/// The way back. Nothing where the text is not what `base64Of` gives, to the letter.
[[nodiscard]] std::optional<Picture> pictureOfBase64(const QByteArray &text);

} // namespace bomay

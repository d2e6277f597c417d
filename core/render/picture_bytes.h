// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"

#include <QByteArrayView>

namespace bomay {

/// The bytes of a picture with its pixels alone: without what the file says of the place, the day and the camera,
/// without previews, comments, colour profiles and parts of other programs, and without what stands behind its end.
/// Empty where the file is not built as its format asks for. No pixel is decoded. Sources: ITU-T T.81 annex B; PNG
/// (ISO/IEC 15948) §5 and §11.
[[nodiscard]] QByteArray bareBytes(const Picture &picture);

/// What a JPEG says of its components.
struct JpegLayout
{
    int bits = 0;       ///< of a sample
    int components = 0; ///< 1 grey, 3 colours, 4 inks; 0 = no JPEG
    /// Coded as everybody reads it (Huffman, not arithmetic), its components numbered as JFIF numbers them or explained
    /// by Adobe's marker: every reader takes them alike.
    bool isUsual = false;
};

[[nodiscard]] JpegLayout jpegLayoutOf(const Picture &picture);

/// The passes that decoding a JPEG makes over the whole picture, at most `most + 1`: also of a file that is not built
/// as it must be, since decoders go on with what they find. Source: `jdmarker.c` of the Independent JPEG Group's
/// library.
[[nodiscard]] int scansOfJpeg(QByteArrayView bytes, int most);

} // namespace bomay

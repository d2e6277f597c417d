// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"

#include <QtEndian>

namespace bomay {

/// The beginning of a PNG of so many pixels, for what reads no more of it. Those of other marks are other pictures.
inline Picture pictureOfSize(QSize size, char mark = 0)
{
    const auto number = [](int value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(static_cast<quint32>(value), bytes.data());
        return bytes;
    };
    return {QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + number(size.width()) + number(size.height()) +
            QByteArray("\x08\x02\0\0\0", 5) + mark};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/picture.h"

namespace bomay {

/// As much of a PNG of that size, each side below 256, as tells what it is: nobody can decode it.
[[nodiscard]] inline Picture pngOf(int width, int height)
{
    const auto number = [](int value) { return QByteArray(3, '\0') + static_cast<char>(value); };
    return {QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + number(width) + number(height) +
            QByteArray("\x08\x02\0\0\0", 5)};
}

} // namespace bomay

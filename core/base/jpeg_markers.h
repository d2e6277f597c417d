// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bomay {

/// Of a JPEG's marker: does it begin a frame? SOF0 to SOF15 without DHT, JPG and DAC, which stand between them. Source:
/// ITU-T T.81, table B.1.
[[nodiscard]] constexpr bool isStartOfFrame(uchar marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

} // namespace bomay

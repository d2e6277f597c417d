// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace bomay {

/// A constant text as QString.
[[nodiscard]] inline QString toQString(std::u16string_view text)
{
    return QStringView(text).toString();
}

} // namespace bomay

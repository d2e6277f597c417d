// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <string_view>

namespace bomay {

/// Index of the first byte that does not belong to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms,
/// nothing above U+10FFFF), or -1 where all of it does. Qt's decoders only say that something was wrong, not where.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView bytes);

/// The bytes as the scanners take them; they have to stay where they are.
[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace bomay

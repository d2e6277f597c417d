// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string_view>

namespace bomay {

/// Index of the first byte that does not belong to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms,
/// nothing above U+10FFFF), or -1 where all of it does. Qt's decoders only say that something was wrong, not where.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView bytes);

/// The text of well-formed UTF-8; nothing where it is not. Made for cells: short texts, each looked at once.
[[nodiscard]] std::optional<QString> textOfUtf8(std::string_view bytes);

/// Bytes of Latin-1 as UTF-8.
[[nodiscard]] QByteArray utf8OfLatin1(QByteArrayView bytes);

/// The bytes as the scanners take them; they have to stay where they are.
[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace bomay

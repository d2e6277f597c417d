// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace bomay {

/// Index of the first byte that does not belong to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms,
/// nothing above U+10FFFF), or -1 where all of it does. Qt's decoders only say that something was wrong, not where.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView bytes);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>

namespace bomay {

/// The zip with other bytes in some of its parts, by their full names; every other part keeps its packed bytes, its
/// time and its place. Errors: `truncated`, `damaged-spreadsheet` {part} where a part is missing, `cannot-write-file`;
/// with `file` in the place.
[[nodiscard]] Result<QByteArray> withParts(const QByteArray &zip, const QMap<QString, QByteArray> &parts,
                                           const QString &file);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace bomay {

/// Writes a file, which appears whole or stays what it was. Errors: `cannot-write-file` {file}, with its place.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace bomay

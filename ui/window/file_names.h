// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bomay {

/// A text as the name of a file on every system: "Chốt số liệu 31/12/2025" has no folder in it.
[[nodiscard]] QString fileNameFrom(const QString &text);

/// A path with an ending of the filter, which reads as QFileDialog takes it: as it is where it has one of them, else
/// with the first ending of `kind`, the line of the filter that was chosen; empty = its first line.
[[nodiscard]] QString withEnding(const QString &path, const QString &filter, const QString &kind = {});

} // namespace bomay

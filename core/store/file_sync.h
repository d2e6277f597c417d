// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace bomay {

/// Makes what was written to an open file survive a power loss. May take as long as the disk does. False where the
/// device refuses.
[[nodiscard]] bool syncFile(const QFile &file);

/// Makes new and renamed files of a folder survive a power loss. Windows does that by itself, some file systems cannot.
void syncFolder(const QString &folder);

} // namespace bomay

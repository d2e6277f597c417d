// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace bomay {

/// How many bytes the directory of a zip takes by what the end of the file says; of several answers the largest, 0
/// where there is none. Whoever unpacks a zip holds all of its directory in memory before anything can be asked about
/// it. Format: APPNOTE 6.3.10, sections 4.3.14 to 4.3.16.
[[nodiscard]] std::uint64_t zipDirectoryBytes(QByteArrayView zip);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace bomay {

/// A code for a unit that came without one: "Phòng Nội vụ" gives "PNV", the first letters of the words without marks;
/// where `isTaken` says so PNV2, PNV3 … A name without letters gives "DV".
[[nodiscard]] QString provisionalCode(const QString &name, const std::function<bool(const QString &)> &isTaken);

} // namespace bomay

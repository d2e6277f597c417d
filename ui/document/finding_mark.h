// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace bomay {

/// What a row of the findings says, the gravest first.
enum class FindingKind { Error, Warning, Advice, Waived, NotChecked, NotApplicable, Disabled };

inline constexpr int kFindingKinds = static_cast<int>(FindingKind::Disabled) + 1;

/// A mark for a kind: each has a shape of its own, the colour only adds. Drawn, because fonts lack the signs.
[[nodiscard]] QIcon findingMark(FindingKind kind);

} // namespace bomay

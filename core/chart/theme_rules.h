// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/theme.h"
#include "core/model/org_view.h"

namespace bomay {

/// The rule of a theme that a unit meets, the first of several; −1 = none.
[[nodiscard]] int ruleFor(const OrgView &view, int unit, const Theme &theme);

} // namespace bomay

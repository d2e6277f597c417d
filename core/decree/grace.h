// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"
#include "core/model/entities.h"

namespace bomay {

/// The last day of a grace for a unit; nothing where it does not cover the unit. A reorganisation of which only the
/// year or month is known is taken at its last day. See law.md §11.10.
[[nodiscard]] std::optional<Day> lastDayOfGrace(const Grace &grace, const UnitState &unit);

} // namespace bomay

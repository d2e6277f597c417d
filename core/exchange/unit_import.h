// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

namespace bomay {

/// Takes the rows of DON_VI: units with their states, places in the tree and predecessors. A row whose parent is
/// unknown, is the unit itself or closes a loop is staged: the unit is there without a place, and the officer is asked.
[[nodiscard]] UnitDirectory importUnits(ImportContext &context, const SheetRows &sheet);

} // namespace bomay

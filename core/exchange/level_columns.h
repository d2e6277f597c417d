// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/foreign_rows.h"

namespace bomay {

/// Has the table a code and a name for each of several levels, so that every row repeats what it hangs under:
/// "AGENCY CODE, AGENCY NAME, SUBTIER CODE, SUBTIER NAME"?
[[nodiscard]] bool looksLikeLevels(const SheetTable &table);

/// Maps such a table: a unit for each row, and once for each what the rows repeat.
void mapLevels(ForeignRows &rows, const SheetTable &table);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/foreign_rows.h"

#include <span>

namespace bomay {

/// Is this a list of areas with their codes and those of the areas above: "ma, ten, ma_tinh"?
[[nodiscard]] bool looksLikeAreaCodes(const SheetTable &table);

/// Could it be the top of such a list: codes and names alone?
[[nodiscard]] bool looksLikeTopAreas(const SheetTable &table);

/// Maps lists of areas, a table for each level or all in one. Of several columns that name areas above, the one with
/// most different codes is the nearest. An area that only other rows name is made, with its code for a name.
void mapAreaCodes(ForeignRows &rows, std::span<const SheetTable *const> tables);

} // namespace bomay

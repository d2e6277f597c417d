// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/foreign_rows.h"

namespace bomay {

/// Is this the one-sheet form (DANH_SACH), or a staff list with sections? It names units, or who sits where, and has
/// an ordinal number or titles; rows do not name the rows above them.
[[nodiscard]] bool looksLikeList(const SheetTable &table);

/// Maps lists in which units and posts follow each other: the one of a sheet, or those that stand side by side on it.
/// The ordinal (I, 1, a, -) or the indent gives the hierarchy; a row with a title is a post of the unit above it.
/// Sections called "Khối …" become the block of their units. What surrounds the data, totals included, is named in the
/// report and is no row. A list whose own heading names no other agency goes on where the one to its left ends; `whole`
/// is the table that they are parts of, or null.
void mapLists(ForeignRows &rows, std::span<const SheetTable *const> lists, const SheetTable *whole);

} // namespace bomay

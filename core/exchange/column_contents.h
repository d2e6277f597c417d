// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_table.h"

namespace bomay {

/// What columns say whose headers nobody knows, from what stands in them: names of units, titles, names of persons,
/// numbers of an outline. Of the meanings that the table has not yet; a column is taken where most of its cells are of
/// one kind. For tables that cannot be read by their headers alone.
[[nodiscard]] ColumnMeanings meaningsOfContents(const SheetTable &table);

} // namespace bomay

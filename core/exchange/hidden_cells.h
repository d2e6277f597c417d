// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet_table.h"

namespace bomay {

struct ImportReport;

/// Says how many rows of data, and columns with data, a sheet does not show, and where the first is; or that it is not
/// shown itself. They are read all the same: an officer who filters a sheet sees fewer rows than are taken.
void tellHidden(ImportReport &report, const Workbook &workbook, const Sheet &sheet, std::span<const CellRow> data);

/// Is there anything in or about a sheet that is not shown?
[[nodiscard]] inline bool hidesAnything(const Sheet &sheet)
{
    return sheet.state == SheetState::Hidden || !sheet.hiddenRows.empty() || !sheet.hiddenColumns.empty();
}

/// Is a row or column in one of these ranges?
[[nodiscard]] bool isHidden(std::span<const HiddenRange> ranges, int number);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"
#include "core/table/xlsx_sheet_edit.h"

#include <vector>

namespace bomay {

/// A cell of an office's own form and what goes into it.
struct FormCell
{
    QString sheet; ///< its name, whatever the case
    CellReference place;
    FormValue value;
};

/// Fills an office's own form (XLSX, XLSM): a copy of the workbook in which these cells have these values, written
/// whole or not at all. All other parts are the same byte for byte, and so are the sheets but for the cells. Formulas
/// stay, and so do the results that they show until a spreadsheet program works them out anew. Of two values for one
/// cell the last counts. Errors: those of reading an XLSX; `form-sheet` {name} where there is no such sheet;
/// `form-formula`, `form-merged` as `editedSheet` has them; `cannot-write-file` with the target as place.
[[nodiscard]] Result<> fillXlsxForm(const QString &form, const std::vector<FormCell> &cells, const QString &target,
                                    const TableLimits &limits = {});

} // namespace bomay

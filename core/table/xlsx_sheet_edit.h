// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/result.h"
#include "core/table/cell_reference.h"
#include "core/table/number_format.h"

#include <QByteArray>

#include <map>
#include <variant>
#include <vector>

namespace bomay {

/// What is written into a cell. A text never becomes a formula, whatever it starts with; an empty one clears the cell.
/// A day is a day to the spreadsheet program where the cell's format shows one, and else written out as "01/07/2025".
using FormValue = std::variant<QString, double, Day>;

/// What a sheet's cells are written with.
struct SheetEdit
{
    const std::map<CellReference, FormValue> &values;
    const std::vector<bool> &isDateByStyle; ///< as in `XlsxPackage`
    DateSystem dateSystem;
    Place place; ///< file and sheet
    QString part;
};

/// The worksheet with other values in some cells, which keep their format; a cell that was not there gets that of its
/// row or column. Every other byte stays. Errors, with the place of the cell: `damaged-spreadsheet` {part};
/// `form-formula` where a formula stands; `form-merged` where the cell is hidden by the one it is merged with.
[[nodiscard]] Result<QByteArray> editedSheet(const QByteArray &xml, const SheetEdit &edit);

} // namespace bomay

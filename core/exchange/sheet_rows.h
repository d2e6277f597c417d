// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/diagnostics.h"
#include "core/exchange/template_spec.h"
#include "core/model/entities.h"
#include "core/table/workbook.h"

#include <QHash>
#include <QMap>

#include <optional>
#include <vector>

namespace bomay {

/// One data row of a recognised sheet: cells by column code, unknown columns by their header.
struct SheetRow
{
    int row = 0;                       ///< as the spreadsheet counts
    QMap<QString, const Cell *> cells; ///< by column code
    CustomFields custom;
    const QString *file = nullptr;  ///< where it comes from, if not from the sheet it is in
    const QString *sheet = nullptr; ///< likewise
    bool asksRole = true;           ///< false where titles are in no language that tells head from deputy
    bool counts = true;             ///< false for one made beside another from the same row of the file, or from none
};

/// A sheet whose header was found.
struct SheetRows
{
    const SheetSpec *spec = nullptr;
    QString file;
    QString sheet;
    QHash<QString, int> columns; ///< column code → column number
    std::vector<SheetRow> rows;

    [[nodiscard]] Place place(const SheetRow &row, const QString &column = {}) const
    {
        const Cell *cell = row.cells.value(column);
        return {row.file != nullptr ? *row.file : file, row.sheet != nullptr ? *row.sheet : sheet, row.row,
                cell != nullptr ? cell->column : columns.value(column, 0)};
    }
};

/// The spec whose code or label is the sheet's name, or null.
[[nodiscard]] const SheetSpec *findSheetSpec(const QString &name);

/// Finds the header row of a sheet (the first of its first 20 rows with all required columns, else with most columns)
/// and takes the rows below it, without empty ones and without the example row. `workbook` must outlive the result.
/// Errors: `no-header` where no column of the template is there.
[[nodiscard]] Result<SheetRows> readSheetRows(const Workbook &workbook, const Sheet &sheet, const SheetSpec &spec);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/diagnostics.h"
#include "core/exchange/template_spec.h"
#include "core/model/entities.h"
#include "core/table/workbook.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace bomay {

/// The cells of a row by the code of their column. They are so few that looking through them is quickest. The codes are
/// constants of the program: no copy is kept.
class RowCells
{
public:
    /// Null where the row has none.
    [[nodiscard]] const Cell *value(QStringView column) const
    {
        const auto found = std::ranges::find(m_cells, column, &std::pair<QStringView, const Cell *>::first);
        return found == m_cells.end() ? nullptr : found->second;
    }
    [[nodiscard]] bool contains(QStringView column) const { return value(column) != nullptr; }
    [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }
    /// `cell` is not null; it takes the place of one that was there.
    void insert(QStringView column, const Cell *cell)
    {
        const auto found = std::ranges::find(m_cells, column, &std::pair<QStringView, const Cell *>::first);
        if (found == m_cells.end())
            m_cells.emplace_back(column, cell);
        else
            found->second = cell;
    }
    void reserve(std::size_t count) { m_cells.reserve(count); }

    [[nodiscard]] auto begin() const { return m_cells.begin(); }
    [[nodiscard]] auto end() const { return m_cells.end(); }

private:
    std::vector<std::pair<QStringView, const Cell *>> m_cells;
};

/// One data row of a recognised sheet: cells by column code, unknown columns by their header.
struct SheetRow
{
    int row = 0; ///< as the spreadsheet counts
    RowCells cells;
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
    std::map<QStringView, int> columns; ///< column code → column number
    std::vector<SheetRow> rows;

    [[nodiscard]] Place place(const SheetRow &row, QStringView column = {}) const
    {
        const Cell *cell = row.cells.value(column);
        const auto number = columns.find(column);
        return {row.file != nullptr ? *row.file : file, row.sheet != nullptr ? *row.sheet : sheet, row.row,
                cell != nullptr           ? cell->column
                : number == columns.end() ? 0
                                          : number->second};
    }
};

/// The spec whose code or label is the sheet's name, or null.
[[nodiscard]] const SheetSpec *findSheetSpec(const QString &name);

/// Finds the header row of a sheet (the first of its first 20 rows with all required columns, else with most columns)
/// and takes the rows below it, without empty ones and without the example row. `workbook` must outlive the result.
/// Errors: `no-header` where no column of the template is there.
[[nodiscard]] Result<SheetRows> readSheetRows(const Workbook &workbook, const Sheet &sheet, const SheetSpec &spec);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"
#include "core/table/style_table.h"
#include "core/table/table_limits.h"

namespace bomay {

/// Collects what a reader finds, within the limits, whatever the format: cells in any order, looks by number.
class GridBuilder
{
public:
    GridBuilder(const QString &file, const TableLimits &limits);

    /// Counts what stays in memory while cells are added: the file and its unpacked parts. Errors: `too-large`.
    [[nodiscard]] Result<> hold(qsizetype bytes) { return m_memory.take(bytes, {m_workbook.file}); }
    [[nodiscard]] MemoryBudget &memory() { return m_memory; }

    void beginSheet(const QString &name, SheetState state);
    [[nodiscard]] Sheet &sheet() { return m_workbook.sheets.back(); }
    [[nodiscard]] bool hasSheet() const { return !m_workbook.sheets.empty(); }
    [[nodiscard]] StyleTable &styles() { return m_styles; }

    /// The place of a cell in the present sheet, for errors.
    [[nodiscard]] Place place(int row = 0, int column = 0) const;

    /// Adds to the present sheet. Cells without text are none, unless they are errors. Errors: `too-large`.
    [[nodiscard]] Result<> add(Cell cell);

    /// Asks before one written cell becomes many: a file of a few bytes must not fill the memory. Errors: `too-large`.
    [[nodiscard]] Result<> allowRepeats(std::int64_t cells);

    void hideRows(int first, int last);
    void hideColumns(int first, int last);
    /// Errors: `too-large` where it passes the end of a sheet.
    [[nodiscard]] Result<> merge(const CellRange &range);

    /// The workbook, its cells in order. Errors: `damaged-spreadsheet` {part} where a place has two cells.
    [[nodiscard]] Result<Workbook> finish(const QString &part);

private:
    [[nodiscard]] Result<> makeRoom();

    Workbook m_workbook;
    StyleTable m_styles;
    TableLimits m_limits;
    MemoryBudget m_memory;
    std::int64_t m_cellsLeft;
    std::int64_t m_repeatsLeft;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/column_meaning.h"
#include "core/table/workbook.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace bomay {

/// The filled cells of one row, by column.
using CellRow = std::span<const Cell>;

/// The rows of a sheet in order; cells of a row stand side by side in the list.
[[nodiscard]] std::vector<CellRow> splitRows(const Sheet &sheet);

/// What a row of a sheet is there for.
enum class RowPart {
    Heading,       ///< above the table: agency, title, decision
    Header,        ///< names of the columns
    ColumnNumbers, ///< "(1) (2) (3)" under the header
    Data,
    Total, ///< Cộng, Tổng số
    Note,
    Signature,       ///< place and date, who made and signed it; and all below
    OtherTable,      ///< a row of another table on the same sheet, under headers of its own: not read
    OtherSurrounding ///< title, header, totals and the like of another table
};

/// A table found in a sheet: what its columns say and which rows hold data. Points into the workbook, which must
/// outlive it.
struct SheetTable
{
    const Workbook *workbook = nullptr;
    const Sheet *sheet = nullptr;
    std::map<int, QString> headers; ///< column → text; the lines of a header of several rows are parted by "\n"
    ColumnMeanings meanings;
    std::vector<CellRow> rows;  ///< all filled rows
    std::vector<RowPart> parts; ///< of each row

    [[nodiscard]] const Cell *cell(CellRow row, ColumnMeaning meaning) const;
    /// Trimmed text; empty where the column or the cell is not there.
    [[nodiscard]] QString text(CellRow row, ColumnMeaning meaning) const;
    /// The holder's whole name, tidied, be it in one column or two.
    [[nodiscard]] QString holder(CellRow row) const;
    [[nodiscard]] bool has(ColumnMeaning meaning) const { return meanings.contains(meaning); }
    /// How far a cell is set in: steps of its alignment and of two spaces in front.
    [[nodiscard]] int indent(const Cell &cell) const;
};

/// Columns of a sheet, from 1 and inclusive.
struct ColumnRange
{
    int first = 1;
    int last = std::numeric_limits<int>::max();
};

/// How far down a header is looked for.
inline constexpr int kLastHeaderRow = 60;

/// What is known of a table before it is looked for.
struct TableHints
{
    HeaderWords words = {};
    int headerRow = 0; ///< the first row of the header; 0 = to be found

    friend bool operator==(const TableHints &, const TableHints &) = default;
};

/// Finds the table of a sheet by its header: one row or several, cells merged or not, anywhere in the first 60 rows.
/// Where no two columns have a header that is known, the first row that looks like one is taken.
[[nodiscard]] std::optional<SheetTable> findTable(const Workbook &workbook, const Sheet &sheet,
                                                  const TableHints &hints = {});

/// The columns of each of the lists that stand side by side under headers that come again, to the right of each other;
/// one range where there is one list, be it with the same headers under "Trước sắp xếp" and "Sau sắp xếp".
[[nodiscard]] std::vector<ColumnRange> listsSideBySide(const SheetTable &table);

/// One of the lists that stand side by side in a table: of other columns than these nothing is seen, but who signs the
/// whole table signs each of its lists.
[[nodiscard]] std::optional<SheetTable> findListIn(const SheetTable &whole, const TableHints &hints,
                                                   const ColumnRange &columns);

/// The cell of a row in a column, or null.
[[nodiscard]] const Cell *cellAt(CellRow row, int column);

} // namespace bomay

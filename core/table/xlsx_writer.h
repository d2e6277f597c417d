// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace bomay {

/// How a written cell looks; the names say what the cell is for, not its colours.
enum class CellStyle {
    Plain,
    Required,
    Optional,
    Example,
    Title,
    Note,
    Total,
    Input ///< can be written where the sheet is locked
};

/// How the value of a cell is shown; days as "31/12/2021". In cells with the format of a text what is typed stays as it
/// is typed: "007".
enum class CellFormat { General, Text, Count, Day };

struct OutCell
{
    int row = 0;    ///< from 1
    int column = 0; ///< from 1
    /// Written as a number where `isNumber`, else as text; never as a formula, whatever it starts with.
    QString text;
    bool isNumber = false;
    CellStyle style = CellStyle::Plain;
    QString comment = {}; ///< shown by the spreadsheet program when the pointer rests on the cell
    CellFormat format = CellFormat::General;
    std::optional<Day> day = {}; ///< written in the place of the text, as a day that can be reckoned with
};

struct OutColumn
{
    double width = 12;      ///< in characters of the default font
    bool collapsed = false; ///< grouped and shut
    /// Drop-down list for the cells below the frozen rows, at least below the first, down to row 5000; names a range of
    /// another sheet, for example
    /// "=DANH_MUC!$A$2:$A$9".
    QString listFormula = {};
    CellFormat format = CellFormat::General; ///< of the cells that are filled in later
    bool isInput = false;                    ///< they can be written where the sheet is locked
};

struct OutSheet
{
    QString name;
    std::vector<OutColumn> columns = {};
    std::vector<OutCell> cells = {};
    int frozenRows = 0;
    bool hidden = false;
    /// The last frozen row, or the first row where none is, gets buttons that filter the rows below.
    bool hasFilter = false;
    bool isLocked = false; ///< against slips of the hand: there is no password
};

struct OutWorkbook
{
    QString title;
    std::vector<OutSheet> sheets;
    std::optional<Day> created; ///< written into the file's properties; fixes its bytes
};

/// Writes an XLSX file whole or not at all (aside, then renamed). At least one sheet must be visible. Errors:
/// `cannot-write-file` (with sheet, row and column where a cell is to blame), `bad-sheet-name` {name}.
[[nodiscard]] Result<> writeXlsx(const OutWorkbook &workbook, const QString &path);

} // namespace bomay

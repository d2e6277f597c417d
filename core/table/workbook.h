// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace bomay {

enum class CellType { Text, Number, Boolean, Date, Error };

/// One filled cell as the user sees it, whatever file format it came from.
struct Cell
{
    int row = 0;    ///< from 1
    int column = 0; ///< from 1
    CellType type = CellType::Text;
    /// Text: as written. Number: shortest decimal form with "." ("15", "0.5"). Date: ISO ("2021-12-31", with
    /// "T08:30:00" where a time of day is set; "T08:30:00" for a time without a day). Boolean: "1" or "0". Error: the
    /// error's name
    /// ("#REF!"), or nothing for a formula whose result the writing program did not store.
    QString text;
    bool fromFormula = false; ///< the text is the cached result of a formula

    friend bool operator==(const Cell &, const Cell &) = default;
};

enum class SheetState { Visible, Hidden };

/// A sheet: its filled cells, by row and then by column. Empty cells are not there; white space only is text and stays.
struct Sheet
{
    QString name;
    SheetState state = SheetState::Visible;
    std::vector<Cell> cells;

    friend bool operator==(const Sheet &, const Sheet &) = default;
};

/// Spreadsheet contents without domain knowledge: what table readers give and writers take.
struct Workbook
{
    QString file; ///< name as given, for places in messages
    std::vector<Sheet> sheets;

    friend bool operator==(const Workbook &, const Workbook &) = default;
};

} // namespace bomay

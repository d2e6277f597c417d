// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/legacy_encoding.h"

#include <QString>

#include <cstdint>
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
    std::uint32_t style = 0;  ///< index into Workbook::styles

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// What of a cell's or a run's look can tell something: legacy text by its font, hierarchy by indent, headings by bold.
struct CellLook
{
    QString font; ///< name as the file has it; empty where it says none
    bool bold = false;
    int indent = 0; ///< steps of the alignment, not spaces

    friend bool operator==(const CellLook &, const CellLook &) = default;
};

/// Where in a cell's text another style begins; the text in front of the first run has the cell's own.
struct TextRun
{
    qsizetype start = 0;
    std::uint32_t style = 0; ///< index into Workbook::styles

    friend bool operator==(const TextRun &, const TextRun &) = default;
};

/// The runs of one cell. Few cells have any, so they stand apart.
struct RichCell
{
    int row = 0;
    int column = 0;
    std::vector<TextRun> runs; ///< by start

    friend bool operator==(const RichCell &, const RichCell &) = default;
};

/// Cells shown as one; the text is in the first. All from 1 and inclusive.
struct CellRange
{
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;

    friend bool operator==(const CellRange &, const CellRange &) = default;
};

/// Rows or columns that are not shown, from 1 and inclusive.
struct HiddenRange
{
    int first = 0;
    int last = 0;

    friend bool operator==(const HiddenRange &, const HiddenRange &) = default;
};

enum class SheetState { Visible, Hidden };

/// A sheet: its filled cells, by row and then by column. Empty cells are not there; white space only is text and stays.
struct Sheet
{
    QString name{};
    SheetState state = SheetState::Visible;
    std::vector<Cell> cells{};
    std::vector<RichCell> richCells{}; ///< by row and column
    std::vector<CellRange> merges{};
    std::vector<HiddenRange> hiddenRows{};
    std::vector<HiddenRange> hiddenColumns{};

    friend bool operator==(const Sheet &, const Sheet &) = default;
};

/// Cells whose text was taken from one legacy encoding.
struct ConvertedText
{
    LegacyEncoding encoding = LegacyEncoding::None;
    bool byFont = false;   ///< else by what the text looks like
    double confidence = 1; ///< by look: the share of words that become Vietnamese
    int cells = 0;
    QString sheet{}; ///< of the sample
    int row = 0;
    int column = 0;
    QString before{};
    QString after{};

    friend bool operator==(const ConvertedText &, const ConvertedText &) = default;
};

/// Spreadsheet contents without domain knowledge: what table readers give and writers take.
struct Workbook
{
    QString file{}; ///< name as given, for places in messages
    std::vector<Sheet> sheets{};
    std::vector<CellLook> styles{};           ///< the first one is plain; none where the format has no looks
    std::vector<ConvertedText> conversions{}; ///< what convertLegacyText did

    friend bool operator==(const Workbook &, const Workbook &) = default;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/xlsx_package.h"

#include <QByteArray>

#include <vector>

namespace bomay {

/// What a sheet's cells refer to, and what still may be read.
struct XlsxSheetContext
{
    const std::vector<QString> &strings;
    const std::vector<bool> &isDateByStyle;
    DateSystem dateSystem;
    std::int64_t cellsLeft;
    std::int64_t maxCells; ///< named in the error where cellsLeft is passed
    Place place;           ///< file and sheet
    QString part;
};

/// The shared strings of a workbook; runs are joined, phonetic hints left out. Errors: `damaged-spreadsheet` {part},
/// `too-large` where there are more than the cells that are allowed.
[[nodiscard]] Result<std::vector<QString>> readSharedStrings(const QByteArray &xml, const QString &part,
                                                             const QString &file, const TableLimits &limits);

/// The filled cells of a worksheet by row and column. Errors: `damaged-spreadsheet` {part} with the place of the cell,
/// `too-large`.
[[nodiscard]] Result<std::vector<Cell>> readXlsxSheet(const QByteArray &xml, const XlsxSheetContext &context);

} // namespace bomay

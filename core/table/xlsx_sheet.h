// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/style_table.h"
#include "core/table/table_limits.h"
#include "core/table/xlsx_package.h"
#include "core/table/xlsx_text.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace bomay {

/// The shared strings of a workbook; runs only for the few that have some.
struct XlsxStrings
{
    std::vector<QString> texts;
    QHash<std::uint32_t, std::vector<XlsxText::Run>> runs; ///< by index
};

/// What a sheet's cells refer to, and what still may be read.
struct XlsxSheetContext
{
    const XlsxStrings &strings;
    const std::vector<bool> &isDateByStyle;
    const std::vector<std::uint32_t> &styleByPackageStyle; ///< indexes into `styles`
    StyleTable &styles;
    DateSystem dateSystem;
    MemoryBudget &memory;
    std::int64_t cellsLeft;
    std::int64_t maxCells; ///< named in the error where cellsLeft is passed
    Place place;           ///< file and sheet
    QString part;
};

/// The shared strings of a workbook; runs are joined, phonetic hints left out. Errors: `damaged-spreadsheet` {part},
/// `too-large`.
[[nodiscard]] Result<XlsxStrings> readSharedStrings(const QByteArray &xml, const QString &part, const QString &file,
                                                    MemoryBudget &memory);

/// A worksheet without name and state: its filled cells by row and column, merges, what is hidden. Errors:
/// `damaged-spreadsheet` {part} with the place of the cell, `too-large`.
[[nodiscard]] Result<Sheet> readXlsxSheet(const QByteArray &xml, const XlsxSheetContext &context);

} // namespace bomay

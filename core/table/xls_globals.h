// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/biff_input.h"
#include "core/table/biff_records.h"
#include "core/table/number_format.h"
#include "core/table/table_limits.h"

#include <QHash>

namespace bomay {

/// Where in a text another font begins.
struct XlsRun
{
    std::uint16_t start = 0;
    std::uint16_t font = 0;
};

struct XlsSheetEntry
{
    QString name;
    SheetState state = SheetState::Visible;
    std::uint32_t position = 0; ///< of its BOF in the stream
};

/// What the first part of an XLS stream says of all sheets.
struct XlsGlobals
{
    bool isBiff8 = true;
    DateSystem dateSystem = DateSystem::From1900;
    std::vector<XlsSheetEntry> sheets; ///< worksheets only
    std::vector<QString> strings;
    QHash<std::uint32_t, std::vector<XlsRun>> runs; ///< of the strings, by index
    std::vector<CellLook> fonts;
    std::vector<CellLook> styles; ///< by XF
    std::vector<bool> isDateByXf;

    /// A font by its number in the file, which leaves out 4.
    [[nodiscard]] CellLook font(std::uint16_t number) const;
};

/// Errors: `encrypted`, `truncated`, `not-a-spreadsheet` (older than Excel 5), `too-large`, `damaged-spreadsheet`.
[[nodiscard]] Result<XlsGlobals> readXlsGlobals(QByteArrayView stream, const QString &file, MemoryBudget &memory);

/// Bytes of BIFF5 as the characters that stand for them: the encoding is found out later, by font or look.
[[nodiscard]] QString xlsBytesText(QByteArrayView bytes);

} // namespace bomay

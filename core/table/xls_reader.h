// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"

#include <QByteArray>

namespace bomay {

/// Reads the worksheets of an XLS (Excel 5 to 2003: BIFF5 and BIFF8) that is held in memory; charts and macros are left
/// out. Formulas give their cached results. Errors: `encrypted` (also an XLSX with a password), `not-a-spreadsheet`
/// (another program's OLE2 file, or Excel 4), `truncated`, `too-large`, `damaged-spreadsheet` {part} with the place of
/// the cell.
[[nodiscard]] Result<Workbook> readXls(const QByteArray &bytes, const QString &file, const TableLimits &limits);

} // namespace bomay

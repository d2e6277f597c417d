// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"

#include <QByteArray>

namespace bomay {

/// Reads SpreadsheetML 2003, the one-file XML of Excel XP and 2003 that some web software still exports. UTF-8. Errors:
/// `damaged-spreadsheet` {part} with the place of the cell, `too-large`.
[[nodiscard]] Result<Workbook> readSpreadsheetMl(const QByteArray &bytes, const QString &file,
                                                 const TableLimits &limits);

} // namespace bomay

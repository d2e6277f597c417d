// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"
#include "core/table/zip_archive.h"

#include <QByteArray>

namespace bomay {

/// Reads the sheets of an XLSX that is held in memory; chart sheets are left out, hidden sheets are not. Dates are
/// numbers with a date format. A formula gives its cached result. `file` names it in errors.
///
/// Errors: `truncated` (no whole zip), `encrypted` (an entry is), `not-a-spreadsheet` (a zip of another kind),
/// `too-large`, `damaged-spreadsheet` {part} with sheet, row and column where they are known.
[[nodiscard]] Result<Workbook> readXlsx(const QByteArray &bytes, const QString &file, const TableLimits &limits);

/// The same from an open zip.
[[nodiscard]] Result<Workbook> readXlsx(ZipArchive &zip, const TableLimits &limits);

} // namespace bomay

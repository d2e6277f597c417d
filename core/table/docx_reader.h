// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"
#include "core/table/zip_archive.h"

namespace bomay {

/// Reads the tables of a DOCX, each as a sheet "Bảng 1", "Bảng 2" …; the text between them is left out. All cells are
/// texts, paragraphs their lines; deleted text that is still tracked is not there, a table inside a cell is text of the
/// cell. Fonts come from runs and styles. Errors: `not-a-spreadsheet` (no table), `encrypted`, `too-large`,
/// `damaged-spreadsheet` {part}.
[[nodiscard]] Result<Workbook> readDocxTables(ZipArchive &zip, const TableLimits &limits);

/// Where a DOCX has its text.
[[nodiscard]] QString docxDocumentPart();

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/reader.h"
#include "core/table/zip_archive.h"

namespace bomay {

/// Reads an OpenDocument spreadsheet (ODS), given as an open zip. Errors: `encrypted`, `not-a-spreadsheet` (a text
/// document), `too-large`, `damaged-spreadsheet` {part}.
[[nodiscard]] Result<Workbook> readOds(ZipArchive &zip, const TableLimits &limits);

/// The same from one XML file (FODS).
[[nodiscard]] Result<Workbook> readFods(const QByteArray &bytes, const QString &file, const TableLimits &limits);

} // namespace bomay

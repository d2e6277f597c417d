// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/workbook.h"

#include <cstdint>

namespace bomay {

/// Bounds for files from outside. Reading stops with `too-large` where one is passed.
struct TableLimits
{
    std::int64_t maxFileBytes = 256LL << 20;
    std::int64_t maxEntryBytes = 256LL << 20;    ///< one part of an XLSX, unpacked
    std::int64_t maxUnpackedBytes = 512LL << 20; ///< all parts read, unpacked
    std::int64_t maxPlainBytes = 64LL << 20;     ///< a file that is no zip: it is converted as a whole
    std::int64_t maxMemoryBytes = 280LL << 20;   ///< the file, what is unpacked of it at one time, and the cells
    std::int64_t maxCells = 20'000'000;
    std::int64_t maxRepeatedCells = 1'000'000; ///< made of cells that a file writes once for many
};

/// Reads one file by its content, not by its name: XLSX and XLSM, XLS, ODS and FODS, SpreadsheetML 2003, the tables of
/// an HTML page or a DOCX, CSV (any other text). Legacy Vietnamese text is Unicode afterwards (see
/// Workbook::conversions). Errors: `file-not-found`, `cannot-read-file`, `truncated`, `encrypted`, `not-a-spreadsheet`,
/// `bad-encoding` (CSV that is neither UTF-8 nor surely a legacy encoding), `damaged-spreadsheet` {part}, `too-large`
/// {limit}, each with the file in `place.file`; where the damage is known to sit in a sheet, row and column, they too.
[[nodiscard]] Result<Workbook> readWorkbook(const QString &path, const TableLimits &limits = {});

/// Reads a folder of CSV files as one workbook: a sheet for each `*.csv`, named by the file without its ending, in the
/// order of names. Errors: as above, and `no-csv-in-folder`.
[[nodiscard]] Result<Workbook> readCsvFolder(const QString &path, const TableLimits &limits = {});

} // namespace bomay

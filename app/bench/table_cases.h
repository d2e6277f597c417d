// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"

#include <utility>

namespace bomay {

// Jobs of the bench about spreadsheets of staff with twelve columns, as agencies send them. Each gives the job and its
// reference.

/// Writes a sheet with a header and so many rows; nearly all cells are filled, most with texts that come often. Errors:
/// those of `writeXlsx`.
[[nodiscard]] Result<> writeStaffXlsx(int rows, const QString &path);
/// The same cells as CSV, UTF-8. Errors: `cannot-write-file`.
[[nodiscard]] Result<> writeStaffCsv(int rows, const QString &path);

/// `readWorkbook` of an XLSX; the reference unpacks the same parts and looks once at every byte.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeReadXlsx(const QString &path, const RunBudget &budget);

/// `readWorkbook` of a CSV; the reference reads the same file and makes its cells with nothing checked.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeReadCsv(const QString &path, const RunBudget &budget);

} // namespace bomay

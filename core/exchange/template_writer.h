// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/workbook.h"
#include "core/table/xlsx_writer.h"

namespace bomay {

/// The import template as a workbook to write: instruction, a sheet for each kind of row with coloured required
/// columns, shut optional ones, comments, drop-down lists and an example row, and the lists. `filled` gives rows to put
/// in (sheets named as in the template) or null for an empty one, which has the example rows. Errors:
/// `cannot-read-file` for the instruction: a defect of the build.
[[nodiscard]] Result<OutWorkbook> templateWorkbook(const Workbook *filled, std::optional<Day> created);

} // namespace bomay

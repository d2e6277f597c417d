// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/workbook.h"
#include "core/table/xlsx_writer.h"

namespace bomay {

/// Who is to write into a template.
enum class TemplateUse {
    Free,  ///< whoever has it
    Locked ///< an agency that was asked: headers and the codes of its units stay, against slips of the hand
};

/// The import template as a workbook to write: instruction, a sheet for each kind of row with coloured required
/// columns, shut optional ones, comments, drop-down lists and an example row, and the lists. `filled` gives rows to put
/// in (sheets named as in the template) or null for an empty one, which has the example rows. Errors:
/// `cannot-read-file` for the instruction: a defect of the build.
[[nodiscard]] Result<OutWorkbook> templateWorkbook(const Workbook *filled, std::optional<Day> created,
                                                   TemplateUse use = TemplateUse::Free);

} // namespace bomay

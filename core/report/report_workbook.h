// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_document.h"
#include "core/table/xlsx_writer.h"

namespace bomay {

/// A report as a workbook: headings and paragraphs on the first sheet, each table on a sheet of its own. Texts never
/// become formulas (`writeXlsx`).
[[nodiscard]] OutWorkbook workbookOf(const ReportDocument &report, std::optional<Day> created);

} // namespace bomay

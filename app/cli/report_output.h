// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/report/report_document.h"

namespace bomay {

/// Writes a report as "pdf" or "xlsx" into the file of `-o`, dated by `--date`. Errors: `missing-option`; `bad-date`;
/// those of `writePdf` and `writeXlsx`.
[[nodiscard]] Result<> writeReport(const CommandContext &context, const Session &session, const ReportDocument &report,
                                   const QString &format);

} // namespace bomay

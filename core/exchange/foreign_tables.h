// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"
#include "core/exchange/import_plan.h"

namespace bomay {

/// Takes the tables of sheets that are none of the template's: each by the profile that was asked for, else by one of
/// the office or of the program whose headers are there, else as it looks. Gives how they were read; nothing where
/// there was no table.
[[nodiscard]] std::optional<std::vector<TableReading>>
importForeignTables(ImportContext &context, std::span<const Workbook> workbooks, const ImportOptions &options);

} // namespace bomay

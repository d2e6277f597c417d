// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_plan.h"

#include <QStringList>

namespace bomay {

/// A sheet from lines of cells separated by "|"; empty cells are left out, as a reader does.
[[nodiscard]] Sheet sheetOf(const QString &name, const QStringList &lines);

/// The same with cells that are shown as one.
[[nodiscard]] Sheet withMerges(Sheet sheet, std::vector<CellRange> merges);

/// The plan for one workbook of these sheets into `base`, with fixed ids.
[[nodiscard]] Result<ImportPlan> planOf(const std::vector<Sheet> &sheets, const Organisation &base = {});

/// The codes of a report's diagnostics above mere information, with their row: "unknown-parent@3".
[[nodiscard]] QStringList remarks(const ImportReport &report);

} // namespace bomay

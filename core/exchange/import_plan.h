// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"
#include "core/exchange/diagnostics.h"
#include "core/table/workbook.h"

#include <span>

namespace bomay {

/// How a spreadsheet's columns are understood.
enum class Mapping {
    Automatic, ///< the template where its sheets or columns are found, else a list of areas
    Template,
    AreaList ///< a column for each level of territory: province, district, commune
};

/// What an import would do: a change not yet applied, and the report of every row.
struct ImportPlan
{
    Change change; ///< title and images; who and when are filled in by whoever applies it
    ImportReport report;
};

/// Understands workbooks as one import into `base`. Row-level faults are in the report, not errors.
/// Errors of the file as a whole: `nothing-recognised` (no sheet of the template, no list of areas), `no-usable-row`.
[[nodiscard]] Result<ImportPlan> planImport(std::span<const Workbook> workbooks, const Organisation &base,
                                            IdSource &ids, Mapping mapping = Mapping::Automatic);

} // namespace bomay

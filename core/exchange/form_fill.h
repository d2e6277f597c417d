// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/diagnostics.h"
#include "core/model/org_view.h"
#include "core/table/xlsx_form.h"

namespace bomay {

/// What goes into an office's own form.
struct FormFill
{
    std::vector<FormCell> cells;
    int rows = 0; ///< that get something
    std::vector<Diagnostic> diagnostics;
};

/// Finds what a document has for the tables of an office's form, whose columns are understood as an import understands
/// them. Where rows name units or posts their empty cells are filled; a table without rows gets those of the view, in
/// its order, with the numbers of an outline. A cell that holds anything stays. Rows of what the document does not
/// have are told (`form-row-unknown`). Errors: `form-no-table` where no sheet has columns that are known;
/// `form-too-few-rows` {rows} {free} where the rows do not fit above what stands below the table.
[[nodiscard]] Result<FormFill> planFormFill(const Workbook &form, const Organisation &organisation,
                                            const OrgView &view);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"
#include "core/table/workbook.h"

namespace bomay {

// What a document has on the day of a view, as rows of the template's sheets: imported again they change nothing. A
// group of seats that persons hold becomes a row for each of them and one for the seats that are left. Columns that
// came with an import follow those of the template.

/// A unit and all below it: DON_VI and CHUC_VU, without dates, for who fills them in.
[[nodiscard]] Workbook templateRows(const Organisation &organisation, const OrgView &view, UnitId root);

/// The whole document: all sheets that it has something for. What is over by that day, or not yet there, is not in it.
[[nodiscard]] Workbook templateRows(const Organisation &organisation, const OrgView &view);

} // namespace bomay

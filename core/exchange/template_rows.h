// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"
#include "core/table/workbook.h"

namespace bomay {

/// What a document has of a unit and all below it on the day of a view, as rows of the template's sheets DON_VI and
/// CHUC_VU: without dates, so that they put right what is there when they come back. A group of seats that persons hold
/// becomes a row for each of them and one for the seats that are left.
[[nodiscard]] Workbook templateRows(const Organisation &organisation, const OrgView &view, UnitId root);

} // namespace bomay

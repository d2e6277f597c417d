// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/organisation.h"
#include "core/store/document_tables.h"
#include "core/store/losses.h"

namespace bomay {

/// Takes out of each row what no organisation can hold, whatever stands beside it: dates in the wrong order, states
/// that overlap, negative numbers. A row that has no state left, and an edge without its dates, is lost.
void mendRows(RowLists &rows, LossList &losses);

/// Makes a sound organisation of rows that may contradict each other: a reference to a row that is not there is
/// cleared, or takes its row along where it needs one; of two parents on a day one goes; loops are cut; what has lost
/// its place is staged. Everything that goes is added to the losses. Error: `integrity` with causes where the rows are
/// too tangled for that.
[[nodiscard]] Result<Organisation> assembleSound(RowLists rows, LossList &losses);

} // namespace bomay

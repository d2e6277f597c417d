// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_plan.h"

namespace bomay {

/// Is there a sheet that says, row by row, from which old locality a new one was made: "mã mới, tên mới, mã cũ, tên
/// cũ", and perhaps whether the whole of it?
[[nodiscard]] bool hasRearrangement(std::span<const Workbook> workbooks);

/// What such lists do to a document by one order: the old localities end, the new ones begin and succeed them, HĐND and
/// UBND go along (`rearrangeLocalities`). An old one that the document does not have is made, and said; one that stays
/// as it is stays. The change is whole: no part of it can be left. Errors: those of `rearrangeLocalities`,
/// `no-usable-row`.
[[nodiscard]] Result<ImportPlan> planRearrangement(std::span<const Workbook> workbooks, const Organisation &base,
                                                   const Order &order, IdSource &ids);

} // namespace bomay

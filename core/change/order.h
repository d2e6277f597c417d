// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change_builder.h"
#include "core/change/edits.h"

namespace bomay {

/// The decision that every verb of reorganisation and personnel asks for: what was decided, and from when it holds.
struct Order
{
    LegalDocument document; ///< its id is ignored: a row with this number and date is found, or one is added
    Day from;               ///< first day of the new; the day before is the last of the old
};

// Internal to core/change: what every verb with an order begins and ends with.

/// Edits of the order hold from its day on and name its document.
[[nodiscard]] EditScope scopeOf(const Order &order);

/// Errors: `order-no-document` where the document has no number; `edit-bad-date` where the day cannot be written.
[[nodiscard]] Result<> checkOrder(const Order &order);

/// The row of the order's document: the organisation's with its number and date, else a new one in the builder. To be
/// called once for a change.
LegalDocumentId documentOf(ChangeBuilder &builder, const Organisation &organisation, const Order &order, IdSource &ids);

/// Closes what a builder collected as `title` "từ dd/mm/yyyy" with document and date. Errors: `edit-no-change`.
[[nodiscard]] Result<Change> finishOrder(ChangeBuilder &builder, const QString &title, const Order &order,
                                         IdSource &ids);

} // namespace bomay

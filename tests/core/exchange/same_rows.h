// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_plan.h"
#include "tests/support/sheets.h"

namespace bomay::test {

/// What rows that were written of an organisation would change in it when they come back, and what would be said of
/// them; nothing where all is as it was.
[[nodiscard]] inline QStringList changesOfTheSame(const Organisation &organisation, const Workbook &rows)
{
    SeededIdSource ids("again");
    const auto plan = planImport({&rows, 1}, organisation, ids);
    if (!plan)
        return {plan.error().code()};
    QStringList changes = remarks(plan->report);
    for (const RowImage &image : plan->change.images)
        if (image.key.kind != RowKind::DocumentInfo) // a whole document brings its day
            changes += QStringLiteral("kind %1").arg(static_cast<int>(image.key.kind));
    return changes;
}

} // namespace bomay::test

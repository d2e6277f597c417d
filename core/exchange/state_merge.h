// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/row_reader.h"
#include "core/model/entities.h"

#include <algorithm>
#include <optional>

namespace bomay {

// A second file corrects the document: what its rows speak of is as they say, everything else stays as it was.

/// The state of the document that a row puts right: without dates the last one, else the one of these very dates, or
/// the only one of that time, whose dates are put right, too; nothing where the row brings another.
template <typename State>
[[nodiscard]] std::optional<std::size_t> correctedState(const std::vector<State> &known, const Period &period)
{
    if (period == Period{})
        return known.empty() ? std::nullopt : std::optional(known.size() - 1);
    std::optional<std::size_t> only;
    int count = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].period == period)
            return i;
        if (known[i].period.overlaps(period)) {
            only = i;
            ++count;
        }
    }
    return count == 1 ? only : std::nullopt;
}

void keepUnsaid(LocalityState &state, const LocalityState &known, const RowReader &row);
void keepUnsaid(UnitState &state, const UnitState &known, const RowReader &row);
void keepUnsaid(PostState &state, const PostState &known, const RowReader &row);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/row_reader.h"
#include "core/model/entities.h"

#include <algorithm>
#include <optional>

namespace bomay {

// A second file corrects the document: what its rows speak of is as they say, everything else stays as it was.

/// The place of the state that a file of a day speaks of where it gives no dates: the one of that day; where none holds
/// then, or there is no day, the last. `known` is not empty.
template <typename State>
[[nodiscard]] std::size_t stateOn(const std::vector<State> &known, const PartialDate &day)
{
    const auto holds = [&day](const State &state) { return state.period.contains(day.lastDay()); };
    const auto found = day.isEmpty() ? known.end() : std::ranges::find_if(known, holds);
    return static_cast<std::size_t>((found == known.end() ? known.end() - 1 : found) - known.begin());
}

/// The state of the document that a row puts right: without dates that of the file's day, else the one of these very
/// dates, or the only one of that time, whose dates are put right, too; nothing where the row brings another.
template <typename State>
[[nodiscard]] std::optional<std::size_t> correctedState(const std::vector<State> &known, const Period &period,
                                                        const PartialDate &day)
{
    if (period == Period{})
        return known.empty() ? std::nullopt : std::optional(stateOn(known, day));
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

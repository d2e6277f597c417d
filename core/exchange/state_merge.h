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

/// The state that a row with dates is nearest to: the one of these very dates, else the one of that time, of several
/// the one of the file's day or the last; where there is none, as `stateOn`. `known` is not empty.
template <typename State>
[[nodiscard]] std::size_t stateNear(const std::vector<State> &known, const Period &period, const PartialDate &day)
{
    std::optional<std::size_t> near;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const Period &own = known[i].period;
        if (own == period)
            return i;
        const bool nearIsOfDay = near && !day.isEmpty() && known[*near].period.contains(day.lastDay());
        if (own.overlaps(period) && !nearIsOfDay)
            near = i;
    }
    return near.value_or(stateOn(known, day));
}

/// How the time of a row lies to the states that the document has.
enum class StateFit {
    Matched,  ///< it is that of one of them, which is put right
    Redated,  ///< the row is one of them with other dates, which are put right
    Beside,   ///< the document has nothing of that time
    FromThen, ///< it is the later part of one: from then on all is as the row says
    Within,   ///< it ends before one does, which goes on behind it
    Several   ///< it meets several of them
};

/// The states of an entity with a row that has dates: in its time they are as it says, before and behind as they were.
template <typename State>
struct DatedStates
{
    std::vector<State> states; ///< by time
    std::size_t own = 0;       ///< the one of the row's time; of several the last
    StateFit fit = StateFit::Matched;
    Period before = {}; ///< that of the state which was put right
    int met = 0;        ///< how many states the row's time meets
};

/// Gives `known`, which is not empty, with what a row says of its own time; what the row has no columns for stays in
/// each of them as it was. `said.period` has a date.
[[nodiscard]] DatedStates<LocalityState> withDatedRow(std::vector<LocalityState> known, const LocalityState &said,
                                                      const RowReader &row);
[[nodiscard]] DatedStates<UnitState> withDatedRow(std::vector<UnitState> known, const UnitState &said,
                                                  const RowReader &row);
[[nodiscard]] DatedStates<PostState> withDatedRow(std::vector<PostState> known, const PostState &said,
                                                  const RowReader &row);

/// Says what a row with dates changes and from which day; asks where it may mean something else.
void tellFit(RowReader &row, StateFit fit, const Period &said, const Period &before, int met);

/// The parts of a time that lie before and behind another one; empty where there are none.
struct Outside
{
    std::optional<Period> before;
    std::optional<Period> behind;
};
[[nodiscard]] Outside outsideOf(const Period &whole, const Period &part);

void keepUnsaid(LocalityState &state, const LocalityState &known, const RowReader &row);
void keepUnsaid(UnitState &state, const UnitState &known, const RowReader &row);
void keepUnsaid(PostState &state, const PostState &known, const RowReader &row);

} // namespace bomay

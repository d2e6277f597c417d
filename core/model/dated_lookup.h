// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

namespace bomay {

[[nodiscard]] constexpr Day dayBefore(Day day)
{
    return {day.julian - 1};
}

[[nodiscard]] constexpr Day dayAfter(Day day)
{
    return {day.julian + 1};
}

/// The state that is valid on a day, else the last one before it, else the first: what something is called on days on
/// which it does not exist. Null only where there is no state at all.
template <typename Entity>
[[nodiscard]] auto stateNear(const Entity &entity, Day day) -> decltype(entity.states.data())
{
    auto near = entity.states.empty() ? nullptr : &entity.states.front();
    for (const auto &state : entity.states)
        if (state.period.firstDay() <= day)
            near = &state;
    return near;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/dated_states.h"

#include <algorithm>

namespace bomay {

bool endBefore(Period &period, Day from)
{
    if (period.firstDay() >= from)
        return false;
    if (period.lastDay() >= from)
        period.to = PartialDate::fromDay(dayBefore(from));
    return true;
}

bool existsDuring(const Organisation &organisation, NodeRef node, const Period &period, Day first)
{
    bool exists = false;
    readNode(organisation, node, [&](const auto &entity) {
        exists = std::ranges::any_of(entity.states, [&](const auto &state) {
            return state.period.lastDay() >= first && period.lastDay() >= first && state.period.overlaps(period);
        });
    });
    return exists;
}

bool beginsOnOrAfter(const Organisation &organisation, NodeRef node, Day day)
{
    bool begins = true;
    readNode(organisation, node, [&](const auto &entity) {
        begins =
            std::ranges::all_of(entity.states, [day](const auto &state) { return state.period.firstDay() >= day; });
    });
    return begins;
}

} // namespace bomay

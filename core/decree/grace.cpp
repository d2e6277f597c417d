// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/grace.h"

#include <algorithm>

namespace bomay {

std::optional<Day> lastDayOfGrace(const Grace &grace, const UnitState &unit)
{
    if (grace.until)
        return grace.until;
    if (unit.reorganisedOn.isEmpty())
        return std::nullopt;
    const bool coversForm = grace.forms.empty() || unit.reorganisation == Reorganisation::None ||
                            std::ranges::find(grace.forms, unit.reorganisation) != grace.forms.end();
    const Day start = unit.reorganisedOn.lastDay();
    if (!coversForm || (grace.reorganisedFrom && start < *grace.reorganisedFrom) ||
        (grace.reorganisedTo && unit.reorganisedOn.firstDay() > *grace.reorganisedTo))
        return std::nullopt;
    return Day::fromDate(start.toDate().addMonths(grace.months));
}

} // namespace bomay

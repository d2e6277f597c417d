// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/theme_rules.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

namespace {

int levelOf(const OrgView &view, int unit)
{
    int level = 0;
    for (; unit >= 0; unit = view.parentUnit(unit))
        ++level;
    return level;
}

bool meets(const OrgView &view, int unit, const ThemeRule &rule)
{
    const UnitState &state = view.units()[uz(unit)].state;
    if (!rule.kinds.empty() && std::ranges::find(rule.kinds, state.kind) == rule.kinds.end())
        return false;
    if (rule.overStaffed &&
        state.staffFilled.value_or(0) <= state.staffAllotted.value_or(state.staffFilled.value_or(0)))
        return false;
    return rule.level == 0 || levelOf(view, unit) == rule.level;
}

} // namespace

int ruleFor(const OrgView &view, int unit, const Theme &theme)
{
    for (int i = 0; i < sizeOf(theme.rules); ++i)
        if (meets(view, unit, theme.rules[uz(i)]))
            return i;
    return -1;
}

} // namespace bomay

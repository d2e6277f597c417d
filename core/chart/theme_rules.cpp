// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/theme_rules.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

ThemeRules::ThemeRules(const OrgView &view, const Theme &theme)
    : m_view(view)
    , m_theme(theme)
{}

int ThemeRules::levelOf(int unit) const
{
    m_levels.resize(m_view.units().size());
    int above = unit;
    int steps = 0;
    for (; above >= 0 && m_levels[uz(above)] == 0; above = m_view.parentUnit(above))
        ++steps;
    int level = steps + (above < 0 ? 0 : m_levels[uz(above)]);
    for (int at = unit; at != above; at = m_view.parentUnit(at))
        m_levels[uz(at)] = level--;
    return m_levels[uz(unit)];
}

bool ThemeRules::meets(int unit, const ThemeRule &rule) const
{
    const UnitState &state = m_view.units()[uz(unit)].state;
    if (!rule.kinds.empty() && std::ranges::find(rule.kinds, state.kind) == rule.kinds.end())
        return false;
    if (rule.overStaffed &&
        state.staffFilled.value_or(0) <= state.staffAllotted.value_or(state.staffFilled.value_or(0)))
        return false;
    return rule.level == 0 || levelOf(unit) == rule.level;
}

int ThemeRules::ruleFor(int unit) const
{
    for (int i = 0; i < sizeOf(m_theme.rules); ++i)
        if (meets(unit, m_theme.rules[uz(i)]))
            return i;
    return -1;
}

} // namespace bomay

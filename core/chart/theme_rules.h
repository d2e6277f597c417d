// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/theme.h"
#include "core/model/org_view.h"

#include <vector>

namespace bomay {

/// Which rule of a theme the units of a view meet.
class ThemeRules
{
public:
    ThemeRules(const OrgView &view, const Theme &theme);

    /// The index of the first rule that a unit meets; −1 where it meets none.
    [[nodiscard]] int ruleFor(int unit) const;

private:
    [[nodiscard]] bool meets(int unit, const ThemeRule &rule) const;
    [[nodiscard]] int levelOf(int unit) const;

    const OrgView &m_view;
    const Theme &m_theme;
    mutable std::vector<int> m_levels; ///< by unit, 1 at the top; 0 = not asked for yet
};

} // namespace bomay

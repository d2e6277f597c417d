// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chart_entities.h"
#include "core/model/org_view.h"

#include <cstdint>
#include <vector>

namespace bomay {

/// The kinds of units that a view leaves out (`ChartView::hiddenKinds`); codes that are not known are passed over.
[[nodiscard]] std::vector<UnitKind> hiddenKindsOf(const ChartView &view);
/// The same as the view keeps it.
[[nodiscard]] QString hiddenKindsText(const std::vector<UnitKind> &kinds);

/// Which units the filter of a view lets through: one that is left out takes all below it along.
class UnitFilter
{
public:
    UnitFilter(const OrgView &view, const ChartView &chart);

    [[nodiscard]] bool shows(int unit) const { return m_kinds.empty() || isThrough(unit); }
    /// Is a kind let through by itself?
    [[nodiscard]] bool showsKind(UnitKind kind) const;
    /// The units directly under a unit that are let through.
    [[nodiscard]] std::vector<int> unitsBelow(int unit) const;
    [[nodiscard]] bool hasUnitsBelow(int unit) const;
    /// How many are let through of all below a unit.
    [[nodiscard]] int countBelow(int unit) const;

private:
    enum class State : std::uint8_t { Unknown, Through, Hidden };

    [[nodiscard]] bool isThrough(int unit) const;

    const OrgView &m_view;
    UnitId m_root; ///< asked for by itself, and with what is below it
    std::vector<UnitKind> m_kinds;
    mutable std::vector<State> m_states; ///< by unit, as far as they were asked for
};

} // namespace bomay

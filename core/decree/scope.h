// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/agency_name.h"
#include "core/model/vocabulary.h"

#include <vector>

namespace bomay {

class ChartFacts;

/// A fact that the chart does not hold.
struct Gap
{
    int unit = -1;   ///< index in `OrgView::units`: whose fact it is
    QString missing; ///< message code

    friend bool operator==(const Gap &, const Gap &) = default;
};

/// Which units under an anchor are counted or summed over: those directly under it, or under units directly under it.
/// An empty list asks for nothing, but for `kinds`, which is never empty in a loaded rule.
struct Scope
{
    std::vector<UnitKind> kinds;
    std::vector<LocalityType> localityTypes;
    AgencyNames names;
    AgencyNames exceptNames;
    std::vector<UnitKind> through; ///< where not empty: the units under units of these kinds under the anchor
};

/// The units in a scope, and what is not known of others.
struct ScopeMembers
{
    std::vector<int> units;   ///< certainly in scope, in the order of protocol
    std::vector<int> perhaps; ///< in scope or not
    std::vector<Gap> gaps;    ///< what would decide it
};

[[nodiscard]] ScopeMembers membersOf(ChartFacts &facts, int anchor, const Scope &scope);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/chart_facts.h"
#include "core/decree/rule_pack.h"

namespace bomay {

/// Does a rule speak of a unit? The chart may not say.
enum class Match { No, Unknown, Yes };

struct Selected
{
    Match match = Match::No;
    Gap gap = {}; ///< the fact that is not there; for Unknown
};

/// Is the locality this place? By code, or by type and name; a type that contradicts outweighs code and name, because
/// codes were given again to other units and a quận can bear the name of a city.
[[nodiscard]] Match isPlace(const ViewLocality &locality, const LocalityName &name, const NamedPlace &place);

/// Selects units of one view for one rule. Unknown is answered only where what is known speaks for the unit: a unit of
/// another kind, or one without kind and without locality, is passed over. Not thread-safe (remembers localities).
class UnitSelector
{
public:
    /// Both must outlive it.
    UnitSelector(ChartFacts &facts, const UnitSelection &selection);

    [[nodiscard]] Selected select(int unit);

private:
    [[nodiscard]] Match matchStructure(int unit) const;
    [[nodiscard]] Gap structureGap(int unit) const;
    [[nodiscard]] Selected selectByTraits(int unit, const UnitTraits &traits);
    [[nodiscard]] Selected selectByNumbers(int unit);
    [[nodiscard]] Match matchLocalityOf(int unit);
    [[nodiscard]] Gap localityGap(int unit) const;
    [[nodiscard]] Selected matchLocality(int locality) const;
    [[nodiscard]] Selected matchTypes(int locality) const;
    [[nodiscard]] Selected matchWithin(int locality) const;
    [[nodiscard]] Selected matchOutside(int locality) const;
    [[nodiscard]] Match matchAny(int locality, const std::vector<NamedPlace> &places) const;
    [[nodiscard]] std::vector<LocalityType> possibleTypes(int locality) const;

    ChartFacts &m_facts;
    const OrgView &m_view;
    const UnitSelection &m_selection;
    const bool m_asksForLocality;
    std::vector<std::optional<Selected>> m_localities;
};

} // namespace bomay

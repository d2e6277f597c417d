// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/unit_selector.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

template <typename Range, typename Value>
bool contains(const Range &range, const Value &value)
{
    return std::ranges::find(range, value) != std::ranges::end(range);
}

bool overlap(const std::vector<LocalityType> &a, const std::vector<LocalityType> &b)
{
    return std::ranges::any_of(a, [&b](LocalityType type) { return contains(b, type); });
}

bool covers(const std::vector<LocalityType> &all, const std::vector<LocalityType> &some)
{
    return std::ranges::all_of(some, [&all](LocalityType type) { return contains(all, type); });
}

bool asksMoreThanKind(const UnitTraits &traits)
{
    return !traits.names.isEmpty() || !traits.exceptNames.isEmpty() || !traits.autonomies.empty();
}

const std::vector<LocalityType> kTopTypes{LocalityType::CentralCity, LocalityType::Province};

/// What the locality can be: its type, else what the word in front of its name can mean; empty = anything.
std::vector<LocalityType> statedTypes(const ViewLocality &locality, const LocalityName &name)
{
    if (locality.state.type != LocalityType::Unknown)
        return {locality.state.type};
    return name.types;
}

} // namespace

Match isPlace(const ViewLocality &locality, const LocalityName &name, const NamedPlace &place)
{
    const std::vector<LocalityType> types = statedTypes(locality, name);
    if (!types.empty() && !overlap(types, place.types))
        return Match::No;
    if (contains(place.codes, locality.code.trimmed()))
        return Match::Yes;
    if (name.bare.isEmpty())
        return Match::Unknown;
    if (!contains(place.names, name.bare))
        return Match::No;
    return types.empty() ? Match::Unknown : Match::Yes;
}

UnitSelector::UnitSelector(ChartFacts &facts, const UnitSelection &selection)
    : m_facts(facts)
    , m_view(facts.view())
    , m_selection(selection)
    , m_asksForLocality(selection.asksForLocality())
    , m_localities(m_asksForLocality ? m_view.localities().size() : 0)
{}

Selected UnitSelector::select(int unit)
{
    // Most units end here, at their kind or their locality: nothing is made for them but the answer.
    const Match structure = matchStructure(unit);
    if (structure == Match::No)
        return {};
    const Match locality = m_asksForLocality ? matchLocalityOf(unit) : Match::Yes;
    if (locality == Match::No || (structure == Match::Unknown && locality == Match::Unknown))
        return {};
    Selected result{Match::Yes};
    if (structure == Match::Unknown)
        result = {Match::Unknown, structureGap(unit)};
    else if (locality == Match::Unknown)
        result = {Match::Unknown, localityGap(unit)};
    // The first that is open tells what is missing; of no part one that says no is outdone.
    const auto narrow = [&result](Selected &&part) {
        if (part.match < result.match)
            result = std::move(part);
        return result.match != Match::No;
    };
    if (asksMoreThanKind(m_selection.own) && !narrow(selectByTraits(unit, m_selection.own)))
        return result;
    const int parent = m_view.parentUnit(unit);
    if (parent >= 0 && asksMoreThanKind(m_selection.parent) && !narrow(selectByTraits(parent, m_selection.parent)))
        return result;
    if (!m_selection.numbers.empty())
        narrow(selectByNumbers(unit));
    return result;
}

/// Kinds of the unit and of the one above.
Match UnitSelector::matchStructure(int unit) const
{
    const std::vector<UnitKind> &kinds = m_selection.own.kinds;
    const UnitKind kind = m_facts.kindOf(unit);
    const bool wanted = kinds.empty() || contains(kinds, kind);
    if (!wanted && kind != UnitKind::Unknown)
        return Match::No;
    if (m_selection.parent.kinds.empty())
        return wanted ? Match::Yes : Match::No;
    const int parent = m_view.parentUnit(unit);
    const UnitKind parentKind = parent < 0 ? UnitKind::Unknown : m_facts.kindOf(parent);
    if (contains(m_selection.parent.kinds, parentKind))
        return wanted ? Match::Yes : Match::Unknown;
    return wanted && parentKind == UnitKind::Unknown ? Match::Unknown : Match::No;
}

/// Where that is open: the kind of the unit, what stands above it, or the kind of that.
Gap UnitSelector::structureGap(int unit) const
{
    const int parent = m_view.parentUnit(unit);
    if (parent >= 0 && contains(m_selection.parent.kinds, m_facts.kindOf(parent)))
        return {unit, u"missing-unit-kind"_s};
    return {unit, parent < 0 ? u"missing-parent-unit"_s : u"missing-parent-kind"_s};
}

/// What a unit must be besides its kind.
Selected UnitSelector::selectByTraits(int unit, const UnitTraits &traits)
{
    if (!traits.names.isEmpty() || !traits.exceptNames.isEmpty()) {
        const QString &name = m_facts.nameOf(unit);
        if (name.isEmpty())
            return {Match::Unknown, {unit, u"missing-unit-name"_s}};
        if (traits.exceptNames.contains(name) || (!traits.names.isEmpty() && !traits.names.contains(name)))
            return {};
    }
    if (traits.autonomies.empty())
        return {Match::Yes};
    const Autonomy autonomy = m_facts.state(unit).autonomy;
    if (autonomy == Autonomy::Unknown)
        return {Match::Unknown, {unit, u"missing-autonomy"_s}};
    return {contains(traits.autonomies, autonomy) ? Match::Yes : Match::No};
}

Selected UnitSelector::selectByNumbers(int unit)
{
    for (const NumberBounds &bounds : m_selection.numbers) {
        const Measured number = bounds.measure->run(m_facts, unit, {});
        if ((bounds.atLeast && number.atMost < *bounds.atLeast) || (bounds.below && number.atLeast >= *bounds.below))
            return {};
        if ((bounds.atLeast && number.atLeast < *bounds.atLeast) || (bounds.below && number.atMost >= *bounds.below))
            return {Match::Unknown, number.gaps.empty() ? Gap{} : number.gaps.front()};
    }
    return {Match::Yes};
}

Match UnitSelector::matchLocalityOf(int unit)
{
    const int locality = m_facts.localityIndexOf(unit);
    if (locality < 0)
        return Match::Unknown;
    auto &remembered = m_localities[uz(locality)];
    if (!remembered)
        remembered = matchLocality(locality);
    return remembered->match;
}

/// Where that is open.
Gap UnitSelector::localityGap(int unit) const
{
    const int locality = m_facts.localityIndexOf(unit);
    if (locality < 0)
        return {unit, u"missing-locality"_s};
    return {unit, m_localities[uz(locality)]->gap.missing}; // remembered for all units of the locality
}

Selected UnitSelector::matchLocality(int locality) const
{
    Selected result{Match::Yes};
    for (const Selected &part : {matchTypes(locality), matchWithin(locality), matchOutside(locality)})
        if (part.match < result.match)
            result = part;
    return result;
}

Selected UnitSelector::matchTypes(int locality) const
{
    if (m_selection.localityTypes.empty())
        return {Match::Yes};
    const std::vector<LocalityType> types = possibleTypes(locality);
    if (types.empty())
        return {Match::Unknown, {-1, u"missing-locality-type"_s}};
    if (covers(m_selection.localityTypes, types))
        return {Match::Yes};
    return overlap(m_selection.localityTypes, types) ? Selected{Match::Unknown, {-1, u"missing-locality-type"_s}}
                                                     : Selected{};
}

Selected UnitSelector::matchWithin(int locality) const
{
    if (m_selection.within.empty())
        return {Match::Yes};
    bool unsure = false;
    // Bounded by the number of localities, should a damaged file hold a loop.
    int at = locality;
    for (int steps = 0; at >= 0 && steps < sizeOf(m_view.localities()); ++steps) {
        const Match match = matchAny(at, m_selection.within);
        if (match == Match::Yes)
            return {Match::Yes};
        unsure = unsure || match == Match::Unknown;
        const std::vector<LocalityType> types = possibleTypes(at);
        if (!unsure && !types.empty() && covers(kTopTypes, types))
            return {};
        at = m_view.localities()[uz(at)].parent;
    }
    return {Match::Unknown, {-1, u"missing-locality-above"_s}};
}

Selected UnitSelector::matchOutside(int locality) const
{
    Selected result{Match::Yes};
    int at = locality;
    for (int steps = 0; at >= 0 && steps < sizeOf(m_view.localities()); ++steps) {
        const Match match = matchAny(at, m_selection.outside);
        if (match == Match::Yes)
            return {};
        if (match == Match::Unknown)
            result = {Match::Unknown, {-1, u"missing-locality-type"_s}};
        at = m_view.localities()[uz(at)].parent;
    }
    return result;
}

Match UnitSelector::matchAny(int locality, const std::vector<NamedPlace> &places) const
{
    Match best = Match::No;
    for (const NamedPlace &place : places)
        best = std::max(best, isPlace(m_view.localities()[uz(locality)], m_facts.localityName(locality), place));
    return best;
}

/// As stated; where a known place has no type of its own, that of the place.
std::vector<LocalityType> UnitSelector::possibleTypes(int locality) const
{
    const ViewLocality &row = m_view.localities()[uz(locality)];
    const LocalityName &name = m_facts.localityName(locality);
    if (row.state.type == LocalityType::Unknown)
        for (const auto *places : {&m_selection.within, &m_selection.outside})
            for (const NamedPlace &place : *places)
                if (isPlace(row, name, place) == Match::Yes)
                    return place.types;
    return statedTypes(row, name);
}

} // namespace bomay

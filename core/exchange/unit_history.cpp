// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_history.h"

#include "core/exchange/place_history.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

std::optional<NodeRef> aboveOf(const UnitClaim &claim)
{
    return claim.parent.isNull() ? std::nullopt : std::optional<NodeRef>(claim.parent);
}

bool speaksOfPlace(const UnitClaim &claim)
{
    return claim.row->speaksOf(u"ma_cap_tren");
}

/// The row of a file without dates: the state and the place of the file's day.
Unit withUndatedRow(ImportContext &context, Unit unit, const UnitClaim &claim)
{
    UnitState &known = unit.states[stateOn(unit.states, context.day)];
    UnitState state = *claim.state;
    keepUnsaid(state, known, *claim.row);
    known = std::move(state);
    if (!speaksOfPlace(claim))
        return unit;
    const Relation *place = context.relationUp(RelationType::BelongsTo, unit.id);
    const std::optional<NodeRef> above = aboveOf(claim);
    if (place != nullptr && place->to == above)
        return unit;
    const Period time = place == nullptr ? Period{} : place->period;
    if (place != nullptr)
        context.builder.remove(keyOf(place->id));
    if (above)
        context.builder.put(Relation{context.ids.make<RelationId>(), RelationType::BelongsTo, unit.id, *above, time});
    return unit;
}

bool isTheSameState(StateFit fit)
{
    return fit == StateFit::Matched || fit == StateFit::Redated;
}

void takeDatedRow(std::vector<UnitState> &states, PlaceHistory &places, const UnitClaim &claim)
{
    const Period time = claim.state->period;
    DatedStates<UnitState> merged = withDatedRow(std::move(states), *claim.state, *claim.row);
    states = std::move(merged.states);
    if (isTheSameState(merged.fit)) {
        places.redate(merged.before, time);
        if (speaksOfPlace(claim))
            places.correct(states.size() == 1 ? Period{} : time, aboveOf(claim));
    } else if (speaksOfPlace(claim)) {
        places.during(time, aboveOf(claim));
    } else {
        places.goOn(time);
    }
    tellFit(*claim.row, merged.fit, time, merged.before, merged.met);
}

} // namespace

Unit putIntoHistory(ImportContext &context, const Unit &known, std::vector<UnitClaim> claims)
{
    if (claims.size() == 1 && claims.front().state->period == Period{})
        return withUndatedRow(context, known, claims.front());
    // From the last to the first: what a row leaves behind its time is then what no other row speaks of.
    std::ranges::sort(claims, std::ranges::greater(),
                      [](const UnitClaim &claim) { return claim.state->period.firstDay(); });
    Unit unit = known;
    PlaceHistory places(context, RelationType::BelongsTo, known.id);
    for (const UnitClaim &claim : claims)
        takeDatedRow(unit.states, places, claim);
    places.finish();
    return unit;
}

} // namespace bomay

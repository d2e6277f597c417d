// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/place_history.h"

#include <algorithm>

namespace bomay {

namespace {

Day firstDayOf(const Relation &place)
{
    return place.period.firstDay();
}

} // namespace

PlaceHistory::PlaceHistory(ImportContext &context, RelationType type, NodeRef node)
    : m_context(context)
    , m_type(type)
    , m_node(node)
{
    for (const RelationId id : context.base.graph().relationsFrom(node))
        if (const Relation *relation = context.base.find(id); relation->type == type)
            m_places.push_back(*relation);
    std::ranges::sort(m_places, {}, firstDayOf);
}

Relation *PlaceHistory::placeIn(const Period &time)
{
    Relation *found = nullptr;
    for (Relation &place : m_places)
        if (place.period.overlaps(time)) {
            found = &place;
            if (m_context.isOnDay(time) && m_context.isOnDay(place.period))
                break;
        }
    return found;
}

void PlaceHistory::add(const Period &time, NodeRef above)
{
    const Relation place{m_context.ids.make<RelationId>(), m_type, m_node, above, time};
    m_places.insert(std::ranges::upper_bound(m_places, time.firstDay(), {}, firstDayOf), place);
}

void PlaceHistory::redate(const Period &before, const Period &said)
{
    for (Relation &place : m_places)
        if (place.period == before)
            place.period = said;
}

void PlaceHistory::correct(const Period &time, std::optional<NodeRef> above)
{
    Relation *place = placeIn(time);
    if (place == nullptr) {
        if (above)
            add(time, *above);
    } else if (above != place->to) {
        // The relation may be that of other states, too, which the row says nothing of.
        const Period own = place->period;
        const Period part{own.firstDay() < time.firstDay() ? time.from : own.from,
                          time.lastDay() < own.lastDay() ? time.to : own.to};
        cutOut(part);
        if (above)
            add(part, *above);
    }
}

void PlaceHistory::during(const Period &time, std::optional<NodeRef> above)
{
    const auto isThere = [&](const Relation &place) { return !place.period.overlaps(time) || above == place.to; };
    if (!std::ranges::all_of(m_places, isThere))
        cutOut(time);
    if (above)
        fillGaps(time, *above);
}

void PlaceHistory::goOn(const Period &time)
{
    if (m_places.empty() || placeIn(time) != nullptr)
        return;
    const auto later = std::ranges::upper_bound(m_places, time.firstDay(), {}, firstDayOf);
    add(time, later == m_places.begin() ? later->to : (later - 1)->to);
}

void PlaceHistory::cutOut(const Period &time)
{
    std::vector<Relation> places;
    for (const Relation &place : m_places) {
        if (!place.period.overlaps(time)) {
            places.push_back(place);
            continue;
        }
        const Outside outside = outsideOf(place.period, time);
        for (const std::optional<Period> &part : {outside.before, outside.behind})
            if (part) {
                places.push_back(place);
                places.back().period = *part;
            }
        if (outside.before && outside.behind)
            places.back().id = m_context.ids.make<RelationId>();
    }
    m_places = std::move(places);
}

void PlaceHistory::fillGaps(const Period &time, NodeRef above)
{
    std::vector<Period> gaps{time};
    for (const Relation &place : m_places)
        if (place.period.overlaps(gaps.back())) {
            const Outside outside = outsideOf(gaps.back(), place.period);
            gaps.pop_back();
            for (const std::optional<Period> &part : {outside.before, outside.behind})
                if (part)
                    gaps.push_back(*part);
            if (!outside.behind)
                break;
        }
    for (const Period &gap : gaps)
        add(gap, above);
}

void PlaceHistory::finish()
{
    for (const RelationId id : m_context.base.graph().relationsFrom(m_node))
        if (m_context.base.find(id)->type == m_type && std::ranges::find(m_places, id, &Relation::id) == m_places.end())
            m_context.builder.remove(keyOf(id));
    for (const Relation &place : m_places)
        m_context.builder.put(place);
}

} // namespace bomay

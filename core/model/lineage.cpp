// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lineage.h"

#include "core/base/result.h"
#include "core/model/dated_lookup.h"

#include <queue>

#include <algorithm>
#include <ranges>
#include <set>

namespace bomay {

namespace {

enum class Direction { Back, Forward };

/// The id at the far end of a step.
template <typename Entity>
Id<Entity> farEnd(const Succession<Entity> &step, Direction direction)
{
    return direction == Direction::Back ? step.predecessor : step.successor;
}

/// The rank of units among their siblings; localities have none.
template <typename Entity>
int rankNear(const Entity &entity, Day day)
{
    if constexpr (std::is_same_v<Entity, Unit>) {
        const UnitState *state = stateNear(entity, day);
        return state != nullptr ? state->order : 0;
    } else {
        return 0;
    }
}

/// What lists of units and localities are sorted by.
template <typename Entity>
std::tuple<int, QString, Id<Entity>> placeInList(const Organisation &organisation, Id<Entity> id, Day day)
{
    const Entity *entity = organisation.find(id);
    return entity != nullptr ? std::tuple(rankNear(*entity, day), entity->code, id) : std::tuple(0, QString(), id);
}

template <typename Entity>
Day dayOfStep(const Organisation &organisation, const Succession<Entity> &step)
{
    if (!step.date.isEmpty())
        return step.date.firstDay();
    const Entity *predecessor = organisation.find(step.predecessor);
    if (predecessor != nullptr && !predecessor->states.empty() && !predecessor->states.back().period.to.isEmpty())
        return dayAfter(predecessor->states.back().period.lastDay());
    const Entity *successor = organisation.find(step.successor);
    return successor != nullptr && !successor->states.empty() ? successor->states.front().period.firstDay()
                                                              : Day::earliest();
}

std::vector<Succession<Unit>> rowsOf(const Organisation &organisation, UnitId id, Direction direction)
{
    std::vector<Succession<Unit>> steps;
    const StructureGraph &graph = organisation.graph();
    for (const RelationId row : direction == Direction::Back ? graph.relationsFrom(id) : graph.relationsTo(id)) {
        const Relation *relation = organisation.find(row);
        BM_CHECK(relation != nullptr, continue);
        if (relation->type == RelationType::Succeeds && relation->from.isUnit() && relation->to.isUnit())
            steps.push_back(
                {relation->to.unit(), relation->from.unit(), relation->extent, relation->period.from, {}, {}});
    }
    return steps;
}

std::vector<Succession<Locality>> rowsOf(const Organisation &organisation, LocalityId id, Direction direction)
{
    std::vector<Succession<Locality>> steps;
    for (const LocalitySuccession *row : organisation.naming<LocalitySuccession>(keyOf(id)))
        if (id == (direction == Direction::Back ? row->successor : row->predecessor))
            steps.push_back({row->predecessor, row->successor, row->extent, row->date, {}, row->document});
    return steps;
}

template <typename Entity>
std::vector<Succession<Entity>> stepsOf(const Organisation &organisation, Id<Entity> id, Direction direction)
{
    std::vector<Succession<Entity>> steps = rowsOf(organisation, id, direction);
    for (Succession<Entity> &step : steps)
        step.day = dayOfStep(organisation, step);
    std::ranges::sort(steps, {}, [&](const Succession<Entity> &step) {
        return std::pair(step.day, placeInList(organisation, farEnd(step, direction), step.day));
    });
    return steps;
}

/// Walks steps in the order of time, so that nobody inherits what came to a relative at another time: forward each step
/// lies on or after the one before, back on or before. Each one is left once, as early (back: as late) as it can be
/// reached, which leaves every later step open; so loops end.
template <typename Entity>
std::set<Id<Entity>> reached(const Organisation &organisation, Id<Entity> start, Day day, Direction direction,
                             bool wholeOnly)
{
    using Stop = std::pair<std::int64_t, Id<Entity>>; // how far in time, in the direction of the walk
    std::priority_queue<Stop, std::vector<Stop>, std::greater<>> open;
    open.emplace(std::numeric_limits<std::int64_t>::min(), start);
    std::set<Id<Entity>> left;
    while (!open.empty()) {
        const auto [time, id] = open.top();
        open.pop();
        if (!left.insert(id).second)
            continue;
        for (const Succession<Entity> &step : stepsOf(organisation, id, direction)) {
            const bool isBetween = direction == Direction::Back ? step.day > day : step.day <= day;
            const std::int64_t stepTime =
                direction == Direction::Back ? -std::int64_t{step.day.julian} : std::int64_t{step.day.julian};
            if (isBetween && stepTime >= time && (!wholeOnly || step.extent == SuccessionExtent::Whole))
                open.emplace(stepTime, farEnd(step, direction));
        }
    }
    return left;
}

template <typename Entity>
std::vector<Kin<Entity>> kinOn(const Organisation &organisation, Id<Entity> id, Day day, Direction direction)
{
    const std::set<Id<Entity>> whole = reached(organisation, id, day, direction, true);
    std::vector<Kin<Entity>> kin;
    for (const Id<Entity> other : reached(organisation, id, day, direction, false)) {
        const Entity *entity = organisation.find(other);
        if (entity != nullptr && stateOn(*entity, day) != nullptr)
            kin.push_back({other, whole.contains(other) ? SuccessionExtent::Whole : SuccessionExtent::Part});
    }
    std::ranges::sort(kin, {}, [&](const Kin<Entity> &k) { return placeInList(organisation, k.id, day); });
    return kin;
}

} // namespace

template <typename Entity>
std::vector<Succession<Entity>> predecessorsOf(const Organisation &organisation, Id<Entity> id)
{
    return stepsOf(organisation, id, Direction::Back);
}

template <typename Entity>
std::vector<Succession<Entity>> successorsOf(const Organisation &organisation, Id<Entity> id)
{
    return stepsOf(organisation, id, Direction::Forward);
}

template <typename Entity>
std::vector<Kin<Entity>> originsOn(const Organisation &organisation, Id<Entity> id, Day day)
{
    return kinOn(organisation, id, day, Direction::Back);
}

template <typename Entity>
std::vector<Kin<Entity>> heirsOn(const Organisation &organisation, Id<Entity> id, Day day)
{
    return kinOn(organisation, id, day, Direction::Forward);
}

template std::vector<Succession<Unit>> predecessorsOf(const Organisation &, UnitId);
template std::vector<Succession<Locality>> predecessorsOf(const Organisation &, LocalityId);
template std::vector<Succession<Unit>> successorsOf(const Organisation &, UnitId);
template std::vector<Succession<Locality>> successorsOf(const Organisation &, LocalityId);
template std::vector<Kin<Unit>> originsOn(const Organisation &, UnitId, Day);
template std::vector<Kin<Locality>> originsOn(const Organisation &, LocalityId, Day);
template std::vector<Kin<Unit>> heirsOn(const Organisation &, UnitId, Day);
template std::vector<Kin<Locality>> heirsOn(const Organisation &, LocalityId, Day);

std::vector<FunctionId> functionOrigins(const Organisation &organisation, FunctionId function)
{
    std::vector<FunctionId> line;
    std::set<FunctionId> seen;
    for (const Function *row = organisation.find(function); row != nullptr && seen.insert(row->id).second;
         row = organisation.find(row->predecessor))
        line.push_back(row->id);
    std::ranges::reverse(line);
    return line;
}

std::vector<FunctionId> functionHeirs(const Organisation &organisation, FunctionId function)
{
    std::vector<FunctionId> heirs;
    if (organisation.find(function) == nullptr)
        return heirs;
    std::set<FunctionId> seen{function};
    heirs.push_back(function);
    for (std::size_t i = 0; i < heirs.size(); ++i) {
        std::vector<const Function *> next = organisation.naming<Function>(keyOf(heirs[i]));
        std::ranges::sort(next, {},
                          [](const Function *row) { return std::tuple(row->period.firstDay(), row->order, row->id); });
        for (const Function *row : next)
            if (seen.insert(row->id).second)
                heirs.push_back(row->id);
    }
    return heirs;
}

std::vector<FunctionId> functionHeirsOn(const Organisation &organisation, FunctionId function, Day day)
{
    std::vector<FunctionId> heirs = functionHeirs(organisation, function);
    std::erase_if(heirs, [&](FunctionId id) {
        const Function *row = organisation.find(id);
        return row == nullptr || !row->period.contains(day);
    });
    return heirs;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change_builder.h"
#include "core/change/edits.h"
#include "core/model/dated_lookup.h"
#include "core/model/fields.h"

namespace bomay {

// Internal to core/change: how an edit's scope meets the dated states and periods of rows.

/// The day on which an edit finds what it speaks of: the day in view, or the first day of the new state.
[[nodiscard]] inline Day dayOfEdit(const EditScope &scope)
{
    return scope.mode == EditMode::Correct ? scope.day : scope.from;
}

/// Ends a period the day before `from` where it reaches that far. False: it lies wholly on or after `from`, nothing of
/// it is left (and it is as it was).
[[nodiscard]] bool endBefore(Period &period, Day from);

/// Index of the state that is valid on a day; −1 = none.
template <Dated Entity>
[[nodiscard]] int stateIndexOn(const Entity &entity, Day day)
{
    const auto *state = stateOn(entity, day);
    return state == nullptr ? -1 : static_cast<int>(state - entity.states.data());
}

/// Changes the state that is valid on the edit's day as the scope says: `Correct` for its whole period; `FromDate`
/// splits it, so that `modify` works on a copy from the date to the old end, or in place where it begins on that very
/// date. Other states stay. Nothing is split where `modify` changes nothing. Precondition: there is a state on that
/// day.
template <Dated Entity, typename Modify>
void modifyState(Entity &entity, const EditScope &scope, Modify &&modify)
{
    const int index = stateIndexOn(entity, dayOfEdit(scope));
    BM_CHECK(index >= 0, return);
    auto &state = entity.states[static_cast<std::size_t>(index)];
    if (scope.mode == EditMode::Correct || state.period.firstDay() == scope.from) {
        modify(state);
        return;
    }
    auto later = state;
    modify(later);
    if (later == state)
        return;
    later.period = {PartialDate::fromDay(scope.from), state.period.to};
    state.period.to = PartialDate::fromDay(dayBefore(scope.from));
    entity.states.insert(entity.states.begin() + index + 1, std::move(later));
}

/// `modifyState` on a unit or post that the change has; `modify` takes either kind of state.
template <typename Modify>
void modifyNode(ChangeBuilder &builder, NodeRef node, const EditScope &scope, Modify &&modify)
{
    const auto run = [&](auto entity) {
        BM_CHECK(entity.has_value(), return);
        modifyState(*entity, scope, modify);
        builder.put(*std::move(entity));
    };
    if (node.isUnit())
        run(builder.find(node.unit()));
    else
        run(builder.find(node.post()));
}

/// Calls `read` with the entity behind a node; nothing where there is none.
template <typename Read>
void readNode(const Organisation &organisation, NodeRef node, Read &&read)
{
    if (const Unit *unit = organisation.find(node.unit()); node.isUnit() && unit != nullptr)
        read(*unit);
    else if (const Post *post = organisation.find(node.post()); !node.isUnit() && post != nullptr)
        read(*post);
}

/// Does a node exist on some day of a period from `first` on?
[[nodiscard]] bool existsDuring(const Organisation &organisation, NodeRef node, const Period &period, Day first);

/// Do all states of a node begin on or after a day?
[[nodiscard]] bool beginsOnOrAfter(const Organisation &organisation, NodeRef node, Day day);

} // namespace bomay

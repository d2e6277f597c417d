// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"
#include "core/model/organisation.h"

#include <random>

namespace bomay {

class ChangeBuilder;

/// An endless series of random edits from a seed that rules hear: kinds, names as laws write them, numbers, roles,
/// tiers, persons with several posts, places, ranks, periods about the day, units that lose their place, localities. A
/// few of them are against integrity.
class RuleEdits
{
public:
    RuleEdits(unsigned seed, Day day);

    /// The next edit for the organisation as it stands; never empty.
    [[nodiscard]] Change next(const Organisation &organisation);

private:
    [[nodiscard]] int random(int below);
    template <typename Value>
    [[nodiscard]] Value oneOf(std::initializer_list<Value> values);
    template <typename Entity>
    [[nodiscard]] std::optional<Entity> pick(const Organisation &organisation);
    template <typename Entity>
    [[nodiscard]] std::optional<Entity> pickPresent(const Organisation &organisation);
    [[nodiscard]] Period somePeriod();
    [[nodiscard]] QString someName();
    [[nodiscard]] UnitKind someKind();

    void changeUnit(ChangeBuilder &builder, const Organisation &organisation);
    void moveUnit(ChangeBuilder &builder, const Organisation &organisation);
    void addUnit(ChangeBuilder &builder, const Organisation &organisation);
    void endUnit(ChangeBuilder &builder, const Organisation &organisation);
    void removeUnit(ChangeBuilder &builder, const Organisation &organisation);
    void stageUnit(ChangeBuilder &builder, const Organisation &organisation);
    void addPost(ChangeBuilder &builder, const Organisation &organisation);
    void changePost(ChangeBuilder &builder, const Organisation &organisation);
    void removePost(ChangeBuilder &builder, const Organisation &organisation);
    void reportElsewhere(ChangeBuilder &builder, const Organisation &organisation);
    void appoint(ChangeBuilder &builder, const Organisation &organisation);
    void changeAppointment(ChangeBuilder &builder, const Organisation &organisation);
    void changePerson(ChangeBuilder &builder, const Organisation &organisation);
    void changeLocality(ChangeBuilder &builder, const Organisation &organisation);
    void addRowsNobodyReads(ChangeBuilder &builder, const Organisation &organisation);

    std::mt19937 m_engine;
    SeededIdSource m_ids;
    Day m_day;
    int m_serial = 0;
};

} // namespace bomay

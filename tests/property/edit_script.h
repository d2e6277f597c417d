// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

#include <random>

namespace bomay {

class ChangeBuilder;

/// An endless series of random edits from a seed: units, posts, people, localities, relations come, change, move and
/// go, with and without dates. Some of them are against integrity on purpose; a transaction must refuse those.
class EditScript
{
public:
    explicit EditScript(unsigned seed);

    /// The next edit for the organisation as it stands; never empty.
    [[nodiscard]] Change next(const Organisation &organisation);

private:
    [[nodiscard]] int random(int below);
    [[nodiscard]] Period randomPeriod();
    template <typename Entity>
    [[nodiscard]] std::optional<Entity> pick(const Table<Entity> &table);

    /// Removes a row and every row that names it or, as a relation, ends at it.
    void removeWithNaming(ChangeBuilder &builder, const Organisation &organisation, const RowKey &key);

    void addUnit(ChangeBuilder &builder, const Organisation &organisation);
    void addPost(ChangeBuilder &builder, const Organisation &organisation);
    void addHolder(ChangeBuilder &builder, const Organisation &organisation);
    void changePortrait(ChangeBuilder &builder, const Organisation &organisation);
    void addLocality(ChangeBuilder &builder, const Organisation &organisation);
    void changeUnit(ChangeBuilder &builder, const Organisation &organisation);
    void splitState(ChangeBuilder &builder, const Organisation &organisation);
    void move(ChangeBuilder &builder, const Organisation &organisation);
    void relate(ChangeBuilder &builder, const Organisation &organisation);
    void removePost(ChangeBuilder &builder, const Organisation &organisation);
    void changePost(ChangeBuilder &builder, const Organisation &organisation);
    void rankUnit(ChangeBuilder &builder, const Organisation &organisation);
    void renamePerson(ChangeBuilder &builder, const Organisation &organisation);
    void changeAppointment(ChangeBuilder &builder, const Organisation &organisation);
    void changeLocality(ChangeBuilder &builder, const Organisation &organisation);
    void stage(ChangeBuilder &builder, const Organisation &organisation);
    void changeRelation(ChangeBuilder &builder, const Organisation &organisation);
    void removeUnit(ChangeBuilder &builder, const Organisation &organisation);

    std::mt19937 m_engine;
    SeededIdSource m_ids;
    int m_serial = 0;
};

} // namespace bomay

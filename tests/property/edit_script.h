// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

#include <random>

namespace bomay {

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

    void addUnit(class ChangeBuilder &builder, const Organisation &organisation);
    void addPost(ChangeBuilder &builder, const Organisation &organisation);
    void addHolder(ChangeBuilder &builder, const Organisation &organisation);
    void addLocality(ChangeBuilder &builder, const Organisation &organisation);
    void changeUnit(ChangeBuilder &builder, const Organisation &organisation);
    void splitState(ChangeBuilder &builder, const Organisation &organisation);
    void move(ChangeBuilder &builder, const Organisation &organisation);
    void relate(ChangeBuilder &builder, const Organisation &organisation);
    void removePost(ChangeBuilder &builder, const Organisation &organisation);

    std::mt19937 m_engine;
    SeededIdSource m_ids;
    int m_serial = 0;
};

} // namespace bomay

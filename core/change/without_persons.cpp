// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/without_persons.h"

namespace bomay {

namespace {

template <typename Entity>
bool isPersonal(const Organisation & /*organisation*/, const Entity & /*row*/)
{
    return std::is_same_v<Entity, Person> || std::is_same_v<Entity, Portrait> || std::is_same_v<Entity, Appointment> ||
           std::is_same_v<Entity, Note> || std::is_same_v<Entity, Waiver> || std::is_same_v<Entity, Confirmation> ||
           std::is_same_v<Entity, RuleSwitch>;
}

bool isPersonal(const Organisation &organisation, const LegalDocument &document)
{
    return organisation.rowsNaming(keyOf(document.id)).empty();
}

template <typename Entity>
Entity withoutFreeText(Entity row)
{
    if constexpr (requires { row.states; }) {
        for (auto &state : row.states) {
            state.custom.clear();
            if constexpr (requires { state.note; })
                state.note.clear();
        }
    }
    return row;
}

} // namespace

Change withoutPersons(const Organisation &organisation)
{
    Change change;
    forEachRowKind([&]<typename Entity>() {
        for (const Entity &row : organisation.table<Entity>()) {
            if (isPersonal(organisation, row)) {
                change.images.push_back({keyOf(row.id), Row(row), std::nullopt});
            } else if (Entity bare = withoutFreeText(row); bare != row) {
                change.images.push_back({keyOf(row.id), Row(row), Row(std::move(bare))});
            }
        }
    });
    sortForTransaction(change.images);
    return change;
}

} // namespace bomay

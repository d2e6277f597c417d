// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_between.h"

namespace bomay {

namespace {

template <typename Entity>
void replace(const Entity &before, const Entity &after, std::vector<RowImage> &images)
{
    images.push_back({keyOf(before.id), Row(before), Row(after)});
}

/// An edge goes and comes again: one of its old ends may go, one of its new ends may come.
void replace(const Relation &before, const Relation &after, std::vector<RowImage> &images)
{
    images.push_back({keyOf(before.id), Row(before), std::nullopt});
    images.push_back({keyOf(after.id), std::nullopt, Row(after)});
}

} // namespace

Change changeBetween(const Organisation &from, const Organisation &to)
{
    Change change;
    forEachRowKind([&]<typename Entity>() {
        for (const Entity &row : from.table<Entity>()) {
            const Entity *after = to.find(row.id);
            if (after == nullptr)
                change.images.push_back({keyOf(row.id), Row(row), std::nullopt});
            else if (*after != row)
                replace(row, *after, change.images);
        }
        for (const Entity &row : to.table<Entity>())
            if (from.find(row.id) == nullptr)
                change.images.push_back({keyOf(row.id), std::nullopt, Row(row)});
    });
    sortForTransaction(change.images);
    return change;
}

} // namespace bomay

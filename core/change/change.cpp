// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace bomay {

namespace {

/// Relations go first, since one that goes may come again in the same change; nobody names them. Then rows come and
/// change from the first kind to the last, as `Row` lists them, and in the end they go from the last to the first: an
/// edge never comes before its nodes, never outlives them, and has left a node for another one before that goes.
int rank(const RowImage &image)
{
    const int kind = static_cast<int>(image.key.kind);
    if (image.after)
        return kind;
    return image.key.kind == RowKind::Relation ? -1 : 2 * kRowKinds - kind;
}

} // namespace

Change inverted(const Change &change)
{
    Change inverse = change;
    inverse.images.clear();
    inverse.images.reserve(change.images.size());
    for (const RowImage &image : std::views::reverse(change.images))
        inverse.images.push_back({image.key, image.after, image.before});
    return inverse;
}

Change composed(Change first, const Change &second)
{
    Change change = second;
    change.images = std::move(first.images);
    std::unordered_map<RowKey, std::size_t> positions;
    for (std::size_t i = 0; i < change.images.size(); ++i)
        positions.emplace(change.images[i].key, i);
    for (const RowImage &image : second.images) {
        const auto [position, isNew] = positions.try_emplace(image.key, change.images.size());
        if (isNew)
            change.images.push_back(image);
        else
            change.images[position->second].after = image.after;
    }
    std::erase_if(change.images, [](const RowImage &image) { return image.before == image.after; });
    sortForTransaction(change.images);
    return change;
}

void sortForTransaction(std::vector<RowImage> &images)
{
    if (!std::ranges::is_sorted(images, {}, rank)) // images are heavy to move
        std::ranges::stable_sort(images, {}, rank);
}

std::vector<RowKey> ChangeSet::touched() const
{
    std::vector<RowKey> keys;
    keys.reserve(entries.size() + nodes.size());
    for (const Entry &entry : entries)
        keys.push_back(entry.key);
    keys.insert(keys.end(), nodes.begin(), nodes.end());
    return keys;
}

} // namespace bomay

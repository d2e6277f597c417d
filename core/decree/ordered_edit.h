// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace bomay {

/// How a list in the order of protocol is to be edited: what of it goes, is written anew where it stands, or comes.
/// Positions are those of the list before; fresh entries are known by their number.
struct OrderedEdit
{
    std::vector<std::pair<int, int>> replaced; ///< position, number of the fresh entry
    std::vector<int> erased;                   ///< positions, ascending
    std::vector<std::pair<int, int>> inserted; ///< before which position, number; ascending

    [[nodiscard]] bool isEmpty() const { return replaced.empty() && erased.empty() && inserted.empty(); }
};

/// The edit that takes the entries of some units out of a list and puts fresh ones in. `list` and `fresh` hold entries
/// with an `anchor`, `isStale(anchor)` says whose entries go, and `rankOf(anchor)` where the others stand; `fresh` is
/// in order. An entry whose unit is in its old place is replaced, which moves no others.
template <typename Entry, typename IsStale, typename RankOf>
[[nodiscard]] OrderedEdit orderedEdit(const std::vector<Entry> &list, const std::vector<Entry> &fresh,
                                      const IsStale &isStale, const RankOf &rankOf)
{
    OrderedEdit edit;
    const int count = sizeOf(list);
    const int freshCount = sizeOf(fresh);
    int next = 0;
    int kept = 0; // the first entry from here on that stays
    for (int i = 0; i < count; ++i) {
        const int anchor = list[uz(i)].anchor;
        if (!isStale(anchor)) {
            while (next < freshCount && rankOf(fresh[uz(next)].anchor) < rankOf(anchor))
                edit.inserted.emplace_back(i, next++);
            continue;
        }
        kept = std::max(kept, i + 1);
        while (kept < count && isStale(list[uz(kept)].anchor))
            ++kept;
        const bool isInPlace = next < freshCount && fresh[uz(next)].anchor == anchor &&
                               (kept == count || rankOf(anchor) < rankOf(list[uz(kept)].anchor));
        if (isInPlace)
            edit.replaced.emplace_back(i, next++);
        else
            edit.erased.push_back(i);
    }
    for (; next < freshCount; ++next)
        edit.inserted.emplace_back(count, next);
    return edit;
}

/// Takes elements out; those behind move forward.
template <typename Element>
void closeGaps(std::vector<Element> &list, int offset, const std::vector<int> &erased)
{
    if (erased.empty())
        return;
    auto to = list.begin() + offset + erased.front();
    for (std::size_t i = 0; i < erased.size(); ++i) {
        const auto from = list.begin() + offset + erased[i] + 1;
        const auto end = i + 1 < erased.size() ? list.begin() + offset + erased[i + 1] : list.end();
        to = std::move(from, end, to);
    }
    list.erase(to, list.end());
}

/// Puts fresh elements in, from the back; those behind move backward.
template <typename Element, typename Make>
void makeRoom(std::vector<Element> &list, int offset, const OrderedEdit &edit, const Make &make)
{
    auto from = list.size();
    list.resize(list.size() + edit.inserted.size());
    auto to = list.size();
    std::size_t erasedBefore = edit.erased.size();
    for (auto inserted = edit.inserted.rbegin(); inserted != edit.inserted.rend(); ++inserted) {
        while (erasedBefore > 0 && edit.erased[erasedBefore - 1] >= inserted->first)
            --erasedBefore;
        const std::size_t at = uz(offset + inserted->first) - erasedBefore;
        while (from > at)
            list[--to] = std::move(list[--from]);
        list[--to] = make(inserted->second);
    }
}

/// Makes an edit in a list of which `offset` entries stand before those that it is about, and others may stand behind;
/// `make(number)` gives a fresh entry.
template <typename Element, typename Make>
void applyEdit(std::vector<Element> &list, int offset, const OrderedEdit &edit, const Make &make)
{
    for (const auto &[position, number] : edit.replaced)
        list[uz(offset + position)] = make(number);
    closeGaps(list, offset, edit.erased);
    makeRoom(list, offset, edit, make);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

namespace bomay {

/// Items of a list that stay together in a new order: of the list itself, or of what is added to it.
struct ItemRun
{
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isAdded = false;
};

/// Appends a run, or makes the last one longer where it goes on.
inline void appendRun(std::vector<ItemRun> &runs, const ItemRun &run)
{
    if (run.begin == run.end)
        return;
    if (!runs.empty() && runs.back().isAdded == run.isAdded && runs.back().end == run.begin)
        runs.back().end = run.end;
    else
        runs.push_back(run);
}

/// Brings a list into a new order; what is in no run goes. Each item is in one run at most. What stands at the
/// beginning and stays there is not touched, and what stays at the end is moved as one: after a small change that is
/// nearly all.
template <typename Item>
void rearrange(std::vector<Item> &items, std::span<const ItemRun> runs, std::vector<Item> &added)
{
    std::size_t front = 0; // items that stay where they are
    while (!runs.empty() && !runs.front().isAdded && runs.front().begin == front) {
        front = runs.front().end;
        runs = runs.subspan(1);
    }
    std::size_t back = items.size(); // from here on they stay together
    while (!runs.empty() && !runs.back().isAdded && runs.back().end == back) {
        back = runs.back().begin;
        runs = runs.first(runs.size() - 1);
    }
    const auto at = [](std::vector<Item> &list, std::size_t index) {
        return list.begin() + static_cast<std::ptrdiff_t>(index);
    };
    // The longest run between moves within the list; the others stand aside meanwhile.
    const auto longest =
        std::ranges::max_element(runs, {}, [](const ItemRun &run) { return run.isAdded ? 0 : run.end - run.begin; });
    std::vector<Item> aside;
    std::size_t end = front;
    std::size_t place = front; // of the longest
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        if (run == longest)
            place = end;
        end += run->end - run->begin;
        if (run == longest && !run->isAdded)
            continue;
        std::vector<Item> &from = run->isAdded ? added : items;
        aside.insert(aside.end(), std::make_move_iterator(at(from, run->begin)),
                     std::make_move_iterator(at(from, run->end)));
    }
    const auto shift = [&](std::size_t first, std::size_t last, std::size_t to) {
        if (to > first)
            std::move_backward(at(items, first), at(items, last), at(items, to + last - first));
        else if (to < first)
            std::move(at(items, first), at(items, last), at(items, to));
    };
    const std::size_t size = items.size();
    if (end > back) {
        items.resize(size + end - back);
        shift(back, size, end);
    }
    if (longest != runs.end() && !longest->isAdded)
        shift(longest->begin, longest->end, place);
    if (end < back) {
        shift(back, size, end);
        items.resize(size + end - back);
    }
    auto next = aside.begin();
    std::size_t to = front;
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const std::size_t count = run->end - run->begin;
        if (run != longest || run->isAdded) {
            std::move(next, next + static_cast<std::ptrdiff_t>(count), at(items, to));
            next += static_cast<std::ptrdiff_t>(count);
        }
        to += count;
    }
}

} // namespace bomay

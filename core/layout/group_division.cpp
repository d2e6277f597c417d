// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/group_division.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <numeric>

namespace bomay {

namespace {

/// Halvings after which the longest of the groups is as short as it gets.
constexpr int kHalvings = 24;

/// Fills each group up to a length.
std::vector<int> filled(std::span<const double> lengths, double most, double gap)
{
    std::vector<int> ends;
    double sum = -gap;
    for (int i = 0; i < sizeOf(lengths); ++i) {
        const double next = sum + gap + lengths[uz(i)];
        if (next > most && i > 0 && sum >= 0) {
            ends.push_back(i);
            sum = lengths[uz(i)];
        } else {
            sum = next;
        }
    }
    ends.push_back(sizeOf(lengths));
    return ends;
}

} // namespace

std::vector<int> divideEvenly(std::span<const double> lengths, int groups, double gap)
{
    if (groups == 1)
        return {sizeOf(lengths)};
    double low = *std::ranges::max_element(lengths);
    double high = std::accumulate(lengths.begin(), lengths.end(), 0.0) + gap * (sizeOf(lengths) - 1);
    for (int i = 0; i < kHalvings && low < high; ++i) {
        const double middle = (low + high) / 2;
        (sizeOf(filled(lengths, middle, gap)) <= groups ? high : low) = middle;
    }
    return filled(lengths, high, gap);
}

} // namespace bomay

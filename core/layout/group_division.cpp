// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/group_division.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <limits>
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

std::vector<int> divideThinly(std::span<const double> lengths, std::span<const double> thicknesses, double most,
                              double gap, double between)
{
    constexpr double kRounding = 1e-9; // mm: sums in another order
    const int count = sizeOf(lengths);
    std::vector<double> least(uz(count) + 1, std::numeric_limits<double>::infinity()); // of the first items
    std::vector<int> begins(uz(count) + 1);                                            // of their last group
    least[0] = -between;
    for (int end = 1; end <= count; ++end) {
        double length = -gap;
        double thickness = 0;
        for (int begin = end; begin-- > 0;) {
            length += lengths[uz(begin)] + gap;
            if (length > most + kRounding && begin + 1 < end)
                break;
            thickness = std::max(thickness, thicknesses[uz(begin)]);
            const double sum = least[uz(begin)] + between + thickness;
            if (sum < least[uz(end)]) {
                least[uz(end)] = sum;
                begins[uz(end)] = begin;
            }
        }
    }
    std::vector<int> ends;
    for (int end = count; end > 0; end = begins[uz(end)])
        ends.push_back(end);
    std::ranges::reverse(ends);
    return ends;
}

double longestGroup(std::span<const double> lengths, std::span<const int> ends, double gap)
{
    double longest = 0;
    int item = 0;
    for (const int end : ends) {
        double length = -gap;
        for (; item < end; ++item)
            length += gap + lengths[uz(item)];
        longest = std::max(longest, length);
    }
    return longest;
}

} // namespace bomay

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

ThinDivisions::ThinDivisions(const std::vector<std::vector<Option>> &items, double gap, double between, int thicknesses)
    : m_count(sizeOf(items))
    , m_gap(gap)
    , m_between(between)
{
    for (const std::vector<Option> &item : items)
        for (const Option &option : item)
            m_thicknesses.push_back(option.thickness);
    std::ranges::sort(m_thicknesses);
    const auto [first, last] = std::ranges::unique(m_thicknesses);
    m_thicknesses.erase(first, last);
    m_thicknesses = thinned(std::move(m_thicknesses), thicknesses);
    std::vector<std::size_t> thicker(items.size(), 0); // by item: the first option that is thicker
    for (const double thickness : m_thicknesses) {
        m_sums.push_back(0);
        m_tooThick.push_back(0);
        for (std::size_t i = 0; i < items.size(); ++i) {
            while (thicker[i] < items[i].size() && items[i][thicker[i]].thickness <= thickness)
                ++thicker[i];
            m_sums.push_back(m_sums.back() + (thicker[i] == 0 ? 0 : items[i][thicker[i] - 1].length));
            m_tooThick.push_back(m_tooThick.back() + (thicker[i] == 0 ? 1 : 0));
        }
    }
}

double ThinDivisions::lengthOf(int begin, int end, int thickness) const
{
    const std::size_t row = uz(thickness) * (uz(m_count) + 1);
    if (m_tooThick[row + uz(end)] != m_tooThick[row + uz(begin)])
        return std::numeric_limits<double>::infinity();
    return m_sums[row + uz(end)] - m_sums[row + uz(begin)] + m_gap * (end - begin - 1);
}

double ThinDivisions::shortest() const
{
    double longest = 0;
    for (int item = 0; item < m_count; ++item)
        longest = std::max(longest, lengthOf(item, item + 1, sizeOf(m_thicknesses) - 1));
    return longest;
}

std::vector<double> ThinDivisions::lengthsOfOneGroup() const
{
    std::vector<double> lengths;
    for (int thickness = 0; thickness < sizeOf(m_thicknesses); ++thickness)
        if (const double length = lengthOf(0, m_count, thickness); length < std::numeric_limits<double>::infinity())
            lengths.push_back(length);
    return lengths;
}

ThinDivisions::Groups ThinDivisions::within(double most) const
{
    constexpr double kRounding = 1e-9; // mm: sums in another order
    /// The best of the first items.
    struct Best
    {
        double thickness = std::numeric_limits<double>::infinity();
        double longest = 0;
        int begin = 0; ///< of the last group
        int limit = 0; ///< of the last group
    };
    std::vector<Best> best(uz(m_count) + 1);
    best[0].thickness = -m_between;
    for (int end = 1; end <= m_count; ++end) {
        int limit = 0; // the more items, the thicker
        for (int begin = end; begin-- > 0;) {
            while (limit < sizeOf(m_thicknesses) && lengthOf(begin, end, limit) > most + kRounding)
                ++limit;
            if (limit == sizeOf(m_thicknesses))
                break;
            const Best &before = best[uz(begin)];
            const double thickness = before.thickness + m_between + m_thicknesses[uz(limit)];
            const double longest = std::max(before.longest, lengthOf(begin, end, limit));
            if (std::pair(thickness, longest) < std::pair(best[uz(end)].thickness, best[uz(end)].longest))
                best[uz(end)] = {thickness, longest, begin, limit};
        }
    }
    Groups groups;
    for (int end = m_count; end > 0; end = best[uz(end)].begin) {
        groups.ends.push_back(end);
        groups.limits.push_back(m_thicknesses[uz(best[uz(end)].limit)]);
    }
    std::ranges::reverse(groups.ends);
    std::ranges::reverse(groups.limits);
    return groups;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"

#include <span>
#include <vector>

namespace bomay {

/// So many of the values at most, evenly, the first and the last among them. Precondition: `most` is at least 2.
template <typename Value>
[[nodiscard]] std::vector<Value> thinned(std::vector<Value> values, int most)
{
    const int count = sizeOf(values);
    if (count <= most)
        return values;
    std::vector<Value> kept;
    for (int i = 0; i < most; ++i)
        kept.push_back(values[uz(static_cast<qint64>(i) * (count - 1) / (most - 1))]);
    return kept;
}

/// Divides lengths (mm), in their order and with a gap between neighbours, into at most so many groups whose longest is
/// as short as may be. Gives for each group the index behind its last length. Precondition: there is a length, and
/// `groups` is at least 1.
[[nodiscard]] std::vector<int> divideEvenly(std::span<const double> lengths, int groups, double gap);

/// Items that can each be long and thin, or short and thick, are divided into groups that stand under each other: how
/// thin can the whole be, for a length that no group passes? Each group may be as thick as it likes.
class ThinDivisions
{
public:
    /// One way an item can be, mm.
    struct Option
    {
        double length;
        double thickness;
    };

    /// Where an item stands and how thick it may be.
    struct Groups
    {
        std::vector<int> ends;      ///< by group: the index behind its last item
        std::vector<double> limits; ///< by group: no item needs to be thicker, mm
    };

    /// `items`: each with at least one option, the thinnest first, each shorter than the one before. Lengths in a group
    /// have a gap between them, groups have `between`. At most so many thicknesses are looked at, at least 2.
    ThinDivisions(const std::vector<std::vector<Option>> &items, double gap, double between, int thicknesses);

    /// No group can be shorter than this: the longest of the items at its shortest, mm.
    [[nodiscard]] double shortest() const;
    /// How long all items are in one group, for each thickness that it can have, mm, the longest first.
    [[nodiscard]] std::vector<double> lengthsOfOneGroup() const;

    /// The thinnest division whose groups are no longer than `most` (at least `shortest`), of equally thin ones one
    /// with a short longest group. Time grows with the square of the number of items.
    [[nodiscard]] Groups within(double most) const;

private:
    /// The length of the items from one to before another in a group that thick; nothing where one cannot be so thin.
    [[nodiscard]] double lengthOf(int begin, int end, int thickness) const;

    int m_count;
    double m_gap;
    double m_between;
    std::vector<double> m_thicknesses; ///< mm, the thinnest first
    std::vector<double> m_sums;        ///< by thickness, then by item: the lengths of all before it
    std::vector<int> m_tooThick;       ///< the same: how many before it cannot be so thin
};

} // namespace bomay

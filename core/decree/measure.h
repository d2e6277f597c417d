// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/scope.h"

#include <limits>
#include <span>
#include <string_view>

namespace bomay {

class OrgView;

/// What is known of a number of a half-filled chart: it lies between two bounds.
struct Measured
{
    static constexpr int kUnbounded = std::numeric_limits<int>::max();

    int atLeast = 0;
    int atMost = 0;
    std::vector<Gap> gaps = {}; ///< the facts that would close the gap; empty where the number is known

    [[nodiscard]] static Measured exactly(int number) { return {number, number}; }
    [[nodiscard]] static Measured unknown(int unit, const QString &missing)
    {
        return {0, kUnbounded, {{unit, missing}}};
    }
    [[nodiscard]] bool isKnown() const { return atLeast == atMost; }

    /// Adds another number; what is unbounded stays so.
    void add(const Measured &part);
};

/// Seats of the deputies directly in a unit, vacant ones and groups with their number (law.md §11.2).
[[nodiscard]] Measured deputySeats(const OrgView &view, int unit);

/// A number of one unit that a rule can be about. Measures know no law.
struct MeasureEntry
{
    std::u16string_view name; ///< as rule packs write it
    /// `counted` is the rule's key of that name; empty for measures that do not count units.
    Measured (*run)(ChartFacts &facts, int unit, const Scope &counted);
    bool countsUnits = false; ///< the rule must say which, in `counted`
};

/// All measures. A new one is one function and one line in the array.
[[nodiscard]] std::span<const MeasureEntry> measures();

} // namespace bomay

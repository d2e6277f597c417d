// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <limits>
#include <span>
#include <string_view>

namespace bomay {

/// What is known of a number of a half-filled chart: it lies between two bounds.
struct Measured
{
    static constexpr int kUnbounded = std::numeric_limits<int>::max();

    int atLeast = 0;
    int atMost = 0;
    QString missing = {}; ///< message code of the fact that would close the gap; empty where the number is known

    [[nodiscard]] bool isKnown() const { return atLeast == atMost; }
};

/// A number of one unit that a rule can be about. Measures know no law.
struct MeasureEntry
{
    std::u16string_view name; ///< as rule packs write it
    Measured (*run)(const OrgView &view, int unit);
};

/// All measures. A new one is one function and one line in the array.
[[nodiscard]] std::span<const MeasureEntry> measures();

} // namespace bomay

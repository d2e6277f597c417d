// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/measure.h"

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Seats of the deputies directly in the unit, vacant ones and groups with their number (law.md §11.2). A post without
/// a role may be a deputy; a unit without posts is one whose posts were not entered.
Measured deputySeats(const OrgView &view, int unit)
{
    if (view.postsOfUnit(unit).empty())
        return {0, Measured::kUnbounded, u"missing-posts"_s};
    Measured seats;
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (state.role == PostRole::Deputy) {
            seats.atLeast += state.seats;
            seats.atMost += state.seats;
        } else if (state.role == PostRole::Unknown) {
            seats.atMost += state.seats;
            seats.missing = u"missing-roles"_s;
        }
    }
    return seats;
}

/// Biên chế giao, as the unit's row gives it.
Measured staffAllotted(const OrgView &view, int unit)
{
    const auto &staff = view.units()[uz(unit)].state.staffAllotted;
    return staff ? Measured{*staff, *staff} : Measured{0, Measured::kUnbounded, u"missing-staff-allotted"_s};
}

constexpr std::array kMeasures{
    MeasureEntry{u"deputy-seats", deputySeats},
    MeasureEntry{u"staff-allotted", staffAllotted},
};

} // namespace

std::span<const MeasureEntry> measures()
{
    return kMeasures;
}

} // namespace bomay

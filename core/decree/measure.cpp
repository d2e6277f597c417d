// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/measure.h"

#include "core/base/vietnamese_text.h"
#include "core/decree/chart_facts.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Seats of one role directly in the unit. A post without a role may have it; a unit without posts is one whose posts
/// were not entered.
Measured seatsOf(const OrgView &view, int unit, PostRole role)
{
    if (view.postsOfUnit(unit).empty())
        return Measured::unknown(unit, u"missing-posts"_s);
    Measured seats;
    bool open = false;
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (state.role == role)
            seats.add(Measured::exactly(state.seats));
        else if (state.role == PostRole::Unknown)
            seats.add({0, state.seats});
        open = open || state.role == PostRole::Unknown;
    }
    if (open)
        seats.gaps.push_back({unit, u"missing-roles"_s});
    return seats;
}

Measured deputies(ChartFacts &facts, int unit, const Scope &)
{
    return deputySeats(facts.view(), unit);
}

Measured headSeats(ChartFacts &facts, int unit, const Scope &)
{
    return seatsOf(facts.view(), unit, PostRole::Head);
}

/// Seats of every role.
Measured allSeats(ChartFacts &facts, int unit, const Scope &)
{
    const OrgView &view = facts.view();
    if (view.postsOfUnit(unit).empty())
        return Measured::unknown(unit, u"missing-posts"_s);
    Measured seats;
    for (const int post : view.postsOfUnit(unit))
        seats.add(Measured::exactly(view.posts()[uz(post)].state.seats));
    return seats;
}

/// Seats of members (ủy viên) who work full-time (chuyên trách). Members are often not entered at all.
Measured fullTimeMemberSeats(ChartFacts &facts, int unit, const Scope &)
{
    const OrgView &view = facts.view();
    Measured seats;
    bool hasMembers = false;
    bool open = false;
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (state.role != PostRole::Member)
            continue;
        hasMembers = true;
        if (!state.fullTime)
            seats.add({0, state.seats});
        else if (*state.fullTime)
            seats.add(Measured::exactly(state.seats));
        open = open || !state.fullTime;
    }
    if (!hasMembers)
        return Measured::unknown(unit, u"missing-members"_s);
    if (open)
        seats.gaps.push_back({unit, u"missing-full-time"_s});
    return seats;
}

/// Delegates of a council: the group "Đại biểu …" as it is written. Chair and vice chairs are taken to be in the group
/// unless a row says they are not, which no field does yet (law.md §11.12).
Measured delegateSeats(ChartFacts &facts, int unit, const Scope &)
{
    const OrgView &view = facts.view();
    Measured seats;
    bool entered = false;
    for (const int post : view.postsOfUnit(unit)) {
        const PostState &state = view.posts()[uz(post)].state;
        if (!nameFold(state.title).startsWith(u"đại biểu"_s))
            continue;
        entered = true;
        seats.add(Measured::exactly(state.seats));
    }
    return entered ? seats : Measured::unknown(unit, u"missing-delegates"_s);
}

Measured given(const std::optional<int> &number, int unit, const QString &missing)
{
    return number ? Measured::exactly(*number) : Measured::unknown(unit, missing);
}

/// Biên chế giao, as the unit's row gives it.
Measured staffAllotted(ChartFacts &facts, int unit, const Scope &)
{
    return given(facts.state(unit).staffAllotted, unit, u"missing-staff-allotted"_s);
}

/// Inhabitants of the unit's locality.
Measured population(ChartFacts &facts, int unit, const Scope &)
{
    const ViewLocality *locality = facts.localityOf(unit);
    return locality == nullptr ? Measured::unknown(unit, u"missing-locality"_s)
                               : given(locality->state.population, unit, u"missing-population"_s);
}

/// Loại ĐVHC as a number: 0 đặc biệt, 1, 2, 3.
Measured localityClass(ChartFacts &facts, int unit, const Scope &)
{
    const ViewLocality *locality = facts.localityOf(unit);
    if (locality == nullptr)
        return Measured::unknown(unit, u"missing-locality"_s);
    switch (locality->state.localityClass) {
    case LocalityClass::Special:
        return Measured::exactly(0);
    case LocalityClass::First:
        return Measured::exactly(1);
    case LocalityClass::Second:
        return Measured::exactly(2);
    case LocalityClass::Third:
        return Measured::exactly(3);
    case LocalityClass::Unknown:
        break;
    }
    return Measured::unknown(unit, u"missing-locality-class"_s);
}

/// Units under the unit that the rule counts. None is an answer: the chart says what a body has inside.
Measured unitsBelow(ChartFacts &facts, int unit, const Scope &counted)
{
    ScopeMembers members = membersOf(facts, unit, counted);
    const int certain = sizeOf(members.units);
    return {certain, certain + sizeOf(members.perhaps), std::move(members.gaps)};
}

constexpr std::array kMeasures{
    MeasureEntry{u"deputy-seats", deputies},        MeasureEntry{u"head-seats", headSeats},
    MeasureEntry{u"all-seats", allSeats},           MeasureEntry{u"full-time-member-seats", fullTimeMemberSeats},
    MeasureEntry{u"delegate-seats", delegateSeats}, MeasureEntry{u"staff-allotted", staffAllotted},
    MeasureEntry{u"population", population},        MeasureEntry{u"locality-class", localityClass},
    MeasureEntry{u"units-below", unitsBelow, true},
};

} // namespace

void Measured::add(const Measured &part)
{
    atLeast += part.atLeast;
    atMost = std::max(atMost, part.atMost) == kUnbounded ? kUnbounded : atMost + part.atMost;
    gaps.insert(gaps.end(), part.gaps.begin(), part.gaps.end());
}

Measured deputySeats(const OrgView &view, int unit)
{
    return seatsOf(view, unit, PostRole::Deputy);
}

std::span<const MeasureEntry> measures()
{
    return kMeasures;
}

} // namespace bomay

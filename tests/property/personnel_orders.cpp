// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/personnel.h"
#include "tests/property/verb_orders.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// One of the rows of a table that fit; null where none does.
template <typename Entity, typename Fits>
Id<Entity> pick(VerbDraw &draw, const Table<Entity> &table, const Fits &fits)
{
    std::vector<Id<Entity>> ids;
    for (const Entity &row : table)
        if (fits(row))
            ids.push_back(row.id);
    return ids.empty() ? Id<Entity>{} : ids[uz(draw.random(sizeOf(ids)))];
}

bool isAny(const Person & /*person*/)
{
    return true;
}

/// An appointment of some kinds that is held on the day before; now and then any.
AppointmentId held(VerbDraw &draw, std::initializer_list<AppointmentKind> kinds)
{
    const bool any = draw.chance(5);
    const Day yesterday{draw.day().julian - 1};
    return pick(draw, draw.organisation().appointments(), [&](const Appointment &row) {
        return any || (std::ranges::find(kinds, row.kind) != kinds.end() && row.period.contains(yesterday));
    });
}

PersonRef somebody(VerbDraw &draw)
{
    const PersonId known = pick(draw, draw.organisation().persons(), isAny);
    return known.isNull() || draw.chance(50) ? PersonRef(PersonFacts{draw.name(u"Người"_s)}) : PersonRef(known);
}

/// A day within some years; now and then none.
PartialDate until(VerbDraw &draw)
{
    return draw.chance(30) ? PartialDate{} : PartialDate::fromDay({draw.day().julian + draw.random(1500)});
}

StandIns standIns(VerbDraw &draw)
{
    return draw.chance(50) ? StandIns::Keep : StandIns::End;
}

} // namespace

Result<Change> appointSomebody(VerbDraw &draw)
{
    static constexpr std::array kWays{PersonnelAction::Election,    PersonnelAction::Designation,
                                      PersonnelAction::Appointment, PersonnelAction::Acting,
                                      PersonnelAction::InCharge,    PersonnelAction::Concurrent};
    const TakingUp how{kWays[uz(draw.random(sizeOf(kWays)))], until(draw), standIns(draw)};
    return appoint(draw.organisation(), draw.post(), somebody(draw), how, draw.order(), draw.ids());
}

Result<Change> reappointSomebody(VerbDraw &draw)
{
    const AppointmentId term = held(draw, {AppointmentKind::Full, AppointmentKind::Concurrent});
    return reappoint(draw.organisation(), term, until(draw), draw.order(), draw.ids());
}

Result<Change> transferSomebody(VerbDraw &draw)
{
    const Posting posting{draw.post(), until(draw), standIns(draw)};
    return transfer(draw.organisation(), held(draw, {AppointmentKind::Full}), posting, draw.order(), draw.ids());
}

Result<Change> rotateSomebody(VerbDraw &draw)
{
    const Posting posting{draw.post(), until(draw), standIns(draw), std::vector<AppointmentId>{}};
    return rotate(draw.organisation(), held(draw, {AppointmentKind::Full}), posting, draw.order(), draw.ids());
}

Result<Change> secondSomebody(VerbDraw &draw)
{
    return second(draw.organisation(), draw.post(), somebody(draw), until(draw), draw.order(), draw.ids());
}

Result<Change> endSomeSecondment(VerbDraw &draw)
{
    return endSecondment(draw.organisation(), held(draw, {AppointmentKind::Seconded}), draw.order(), draw.ids());
}

Result<Change> dismissSomebody(VerbDraw &draw)
{
    const AppointmentId office = held(draw, {AppointmentKind::Full, AppointmentKind::Concurrent});
    return dismiss(draw.organisation(), office, draw.order(), draw.ids());
}

Result<Change> resignSomebody(VerbDraw &draw)
{
    return resign(draw.organisation(), pick(draw, draw.organisation().persons(), isAny), draw.order(), draw.ids());
}

Result<Change> retireSomebody(VerbDraw &draw)
{
    return retire(draw.organisation(), pick(draw, draw.organisation().persons(), isAny), draw.order(), draw.ids());
}

} // namespace bomay

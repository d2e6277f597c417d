// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/person_directory.h"

#include "core/base/vietnamese_text.h"

#include <algorithm>

namespace bomay {

PersonDirectory::PersonDirectory(ImportContext &context, const UnitDirectory &units)
    : m_context(context)
    , m_units(units)
{
    std::unordered_map<PersonId, std::vector<UnitId>> unitsOf;
    for (const Appointment &appointment : context.base.appointments())
        if (const auto unit =
                context.base.graph().parentOn(appointment.post, RelationType::BelongsTo, appointment.period.firstDay()))
            unitsOf[appointment.person].push_back(unit->unit());
    for (const Person &person : context.base.persons())
        m_byName[nameFold(person.name)].push_back({person, unitsOf[person.id], false});
}

PersonId PersonDirectory::resolve(const HolderFacts &facts)
{
    auto &namesakes = m_byName[nameFold(facts.name)];
    const auto same = std::ranges::find_if(namesakes, [&](const Known &known) { return isSame(known, facts); });
    m_possibleDuplicate = same == namesakes.end() && !namesakes.empty();
    if (same == namesakes.end()) {
        const Person person{m_context.ids.make<PersonId>(), facts.code, facts.name, facts.born};
        namesakes.push_back({person, {facts.unit}, facts.kind == AppointmentKind::Concurrent});
        m_context.builder.put(person);
        ++m_count;
        return person.id;
    }
    same->units.push_back(facts.unit);
    same->concurrent = same->concurrent || facts.kind == AppointmentKind::Concurrent;
    // A later row may know more than the first.
    Person known = same->person;
    if (known.code.isEmpty())
        known.code = facts.code;
    if (known.born.isEmpty())
        known.born = facts.born;
    if (known != same->person) {
        same->person = known;
        m_context.builder.put(known);
    }
    return known.id;
}

bool PersonDirectory::isSame(const Known &known, const HolderFacts &facts) const
{
    if (!known.person.code.isEmpty() && !facts.code.isEmpty())
        return known.person.code == facts.code;
    if (!known.person.born.isEmpty() && !facts.born.isEmpty())
        return known.person.born == facts.born;
    // A post may be without a unit, waiting for its place.
    if (std::ranges::find(facts.incumbents, known.person.id) != facts.incumbents.end())
        return true;
    if (known.concurrent || facts.kind == AppointmentKind::Concurrent)
        return true;
    return std::ranges::any_of(known.units, [&](UnitId unit) { return isNear(unit, facts.unit); });
}

bool PersonDirectory::isNear(UnitId a, UnitId b) const
{
    return a == b || m_units.describe(a).parent == b || m_units.describe(b).parent == a;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/personnel_support.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/model/row_names.h"

#include <algorithm>
#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

using WriteDate = QString (PartialDate::*)() const;

/// "An (01/07/2025 – …)"; the name alone where the period is open at both ends.
QString holderText(const Organisation &organisation, const Appointment &appointment, WriteDate write)
{
    QString name = describeRow(organisation, keyOf(appointment.person));
    if (appointment.period == Period{})
        return name;
    const auto end = [write](PartialDate date) { return date.isEmpty() ? u"…"_s : (date.*write)(); };
    return u"%1 (%2 – %3)"_s.arg(name, end(appointment.period.from), end(appointment.period.to));
}

/// The first of those who sit in a post; the rest as "…", since counted posts have many.
QString holdersText(const Organisation &organisation, const std::vector<Appointment> &sitting, WriteDate write)
{
    constexpr std::size_t kMost = 3;
    QStringList texts;
    for (std::size_t i = 0; i < std::min(sitting.size(), kMost); ++i)
        texts += holderText(organisation, sitting[i], write);
    if (sitting.size() > kMost)
        texts += u"…"_s;
    return texts.join(u", "_s);
}

/// The days of a period on which seats can become fewer or holders more.
std::vector<Day> daysToCount(const Post &post, const std::vector<Appointment> &holders, const Period &period)
{
    std::vector<Day> days{period.firstDay()};
    for (const PostState &state : post.states)
        days.push_back(state.period.firstDay());
    for (const Appointment &holder : holders)
        days.push_back(holder.period.firstDay());
    std::erase_if(days, [&period](Day day) { return !period.contains(day); });
    std::ranges::sort(days);
    return days;
}

} // namespace

std::vector<Appointment> appointmentsOf(const ChangeBuilder &builder, const Organisation &organisation,
                                        const RowKey &postOrPerson)
{
    std::vector<Appointment> rows;
    for (const Appointment *row : organisation.naming<Appointment>(postOrPerson)) {
        const std::optional<Appointment> present = builder.find(row->id);
        if (present && (keyOf(present->post) == postOrPerson || keyOf(present->person) == postOrPerson))
            rows.push_back(*present);
    }
    std::ranges::sort(rows, {}, [](const Appointment &row) { return std::make_tuple(row.period.firstDay(), row.id); });
    return rows;
}

bool holdsNothing(const ChangeBuilder &builder, const Organisation &organisation, PersonId person)
{
    return appointmentsOf(builder, organisation, keyOf(person)).empty();
}

void removePerson(ChangeBuilder &builder, const Organisation &organisation, PersonId person)
{
    for (const Portrait *portrait : organisation.naming<Portrait>(keyOf(person)))
        builder.remove(keyOf(portrait->id));
    builder.remove(keyOf(person));
}

Result<Appointment> requireAppointment(const Organisation &organisation, AppointmentId id)
{
    const Appointment *appointment = organisation.find(id);
    if (appointment == nullptr)
        return fail(u"personnel-no-appointment"_s);
    return *appointment;
}

Result<Person> personWith(const Organisation &organisation, PersonId id, const PersonFacts &facts)
{
    BM_TRY(const QString name, requireName(facts.name));
    BM_TRY_VOID(requireDate(facts.born));
    Person person{id, facts.code.trimmed(), name, facts.born};
    if (person.code.isEmpty())
        return person;
    for (const Person &other : organisation.persons())
        if (other.id != id && other.code == person.code)
            return fail(u"personnel-known-code"_s, {{u"code"_s, person.code}, {u"person"_s, other.name}});
    return person;
}

Result<Person> personOf(ChangeBuilder &builder, const Organisation &organisation, const PersonRef &who, IdSource &ids)
{
    if (const auto *id = std::get_if<PersonId>(&who)) {
        const Person *known = organisation.find(*id);
        if (known == nullptr)
            return fail(u"personnel-no-person"_s);
        return *known;
    }
    BM_TRY(Person person, personWith(organisation, {}, std::get<PersonFacts>(who)));
    person.id = ids.make<PersonId>();
    builder.put(person);
    return person;
}

Result<> requirePeriod(const Period &period)
{
    BM_TRY_VOID(requireDate(period.from));
    BM_TRY_VOID(requireDate(period.to));
    if (period.isOrdered())
        return {};
    return fail(u"edit-date-order"_s, {{u"from_date"_s, period.from.toVietnamese()},
                                       {u"from_iso"_s, period.from.toIso()},
                                       {u"to_date"_s, period.to.toVietnamese()},
                                       {u"to_iso"_s, period.to.toIso()}});
}

Result<> requireNotHeld(const ChangeBuilder &builder, const Organisation &organisation, const Appointment &wanted)
{
    for (const Appointment &row : appointmentsOf(builder, organisation, keyOf(wanted.person)))
        if (row.id != wanted.id && row.post == wanted.post && row.period.overlaps(wanted.period))
            return fail(u"personnel-holds-already"_s, holdingArgs(organisation, row));
    return {};
}

Result<> requireSeat(const ChangeBuilder &builder, const Organisation &organisation, const Appointment &wanted)
{
    const Post *post = organisation.find(wanted.post);
    BM_CHECK(post != nullptr, return {});
    std::vector<Appointment> others = appointmentsOf(builder, organisation, keyOf(wanted.post));
    std::erase_if(others, [&wanted](const Appointment &row) { return row.id == wanted.id; });
    for (const Day day : daysToCount(*post, others, wanted.period)) {
        const PostState *state = stateOn(*post, day);
        std::vector<Appointment> sitting = others;
        std::erase_if(sitting, [day](const Appointment &row) { return !row.period.contains(day); });
        if (state == nullptr || sizeOf(sitting) < state->seats)
            continue;
        return fail(u"personnel-no-seat"_s,
                    {{u"post"_s, postNameOn(organisation, wanted.post, day)},
                     {u"holders_date"_s, holdersText(organisation, sitting, &PartialDate::toVietnamese)},
                     {u"holders_iso"_s, holdersText(organisation, sitting, &PartialDate::toIso)}});
    }
    return {};
}

std::optional<Day> firstDayOfPost(const Organisation &organisation, PostId post, const Period &period)
{
    const Post *row = organisation.find(post);
    if (row == nullptr)
        return std::nullopt;
    for (const PostState &state : row->states)
        if (state.period.overlaps(period))
            return std::max(state.period.firstDay(), period.firstDay());
    return std::nullopt;
}

QString postNameOn(const Organisation &organisation, PostId post, Day day)
{
    QString title = nameOn(organisation, post, day);
    const Relation *place = belongsToOn(organisation, post, day);
    if (place == nullptr)
        return title;
    const QString unit = nameOn(organisation, place->to, day);
    return nameFold(title).contains(nameFold(unit)) ? title : title + u' ' + unit;
}

QString postNameIn(const Organisation &organisation, PostId post, const Period &period)
{
    return postNameOn(organisation, post, firstDayOfPost(organisation, post, period).value_or(period.firstDay()));
}

MessageArgs holdingArgs(const Organisation &organisation, const Appointment &appointment)
{
    return {{u"person"_s, describeRow(organisation, keyOf(appointment.person))},
            {u"post"_s, postNameIn(organisation, appointment.post, appointment.period)},
            {u"holder_date"_s, holderText(organisation, appointment, &PartialDate::toVietnamese)},
            {u"holder_iso"_s, holderText(organisation, appointment, &PartialDate::toIso)}};
}

} // namespace bomay

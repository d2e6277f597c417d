// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/personnel_work.h"

#include "core/change/edits_support.h"
#include "core/change/personnel_support.h"

#include <set>
#include <tuple>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isStandIn(const Appointment &appointment)
{
    return appointment.kind == AppointmentKind::Acting || appointment.kind == AppointmentKind::InCharge;
}

} // namespace

PersonnelWork::PersonnelWork(const Organisation &organisation, const Order &order, IdSource &ids)
    : m_org(organisation)
    , m_order(order)
    , m_ids(ids)
    , m_builder(organisation)
{}

Result<> PersonnelWork::begin()
{
    BM_TRY_VOID(checkOrder(m_order));
    std::ignore = documentOf(m_builder, m_org, m_order, m_ids); // appointments name it by its number
    return {};
}

Result<Person> PersonnelWork::person(const PersonRef &who)
{
    return personOf(m_builder, m_org, who, m_ids);
}

std::vector<Appointment> PersonnelWork::appointmentsOf(PersonId person) const
{
    return bomay::appointmentsOf(m_builder, m_org, keyOf(person));
}

Day PersonnelWork::lastDay() const
{
    return dayBefore(m_order.from);
}

bool PersonnelWork::runs(const Appointment &row) const
{
    if (beginsLater(row))
        return false;
    const bool runsOut = row.period.lastDay() == lastDay() && row.ended == PersonnelAction::None;
    return runsOut || row.period.lastDay() >= m_order.from;
}

bool PersonnelWork::beginsLater(const Appointment &row) const
{
    return row.period.firstDay() >= m_order.from;
}

Result<> PersonnelWork::end(Appointment row, PersonnelAction action)
{
    const Appointment before = row;
    if (!endBefore(row.period, m_order.from))
        return fail(u"personnel-begins-later"_s, datedArgs(before));
    if (before.period.lastDay() < lastDay())
        return fail(u"personnel-ended-already"_s, datedArgs(before));
    if (!runs(before))
        return fail(u"personnel-end-recorded"_s, holdingArgs(m_org, before));
    row.ended = action;
    m_builder.put(std::move(row));
    return {};
}

Result<> PersonnelWork::endNamed(PersonId person, const std::vector<AppointmentId> &named, PersonnelAction action)
{
    for (const AppointmentId id : std::set<AppointmentId>(named.begin(), named.end())) {
        BM_TRY(Appointment row, requireAppointment(m_org, id));
        if (row.person != person)
            return fail(u"personnel-not-theirs"_s, holdingArgs(m_org, row));
        BM_TRY_VOID(end(std::move(row), action));
    }
    return {};
}

Result<> PersonnelWork::takeUp(const NewHolding &holding, StandIns standIns)
{
    const Appointment wanted{m_ids.make<AppointmentId>(),
                             holding.post,
                             holding.person,
                             holding.kind,
                             {PartialDate::fromDay(m_order.from), holding.until},
                             m_order.document.number.trimmed(),
                             holding.began};
    BM_TRY_VOID(requirePeriod(wanted.period));
    BM_TRY_VOID(requirePost(wanted));
    const bool othersSit = endStandIns(wanted, standIns);
    BM_TRY_VOID(requireNotHeld(m_builder, m_org, wanted));
    BM_TRY_VOID(requireOnlyOne(wanted));
    if (const auto seat = requireSeat(m_builder, m_org, wanted); !seat && othersSit)
        return fail(u"personnel-stand-in-sits"_s, seat.error().message.args);
    else if (!seat)
        return seat;
    m_builder.put(wanted);
    return {};
}

Result<Change> PersonnelWork::finish(const QString &title)
{
    return finishOrder(m_builder, title, m_order, m_ids);
}

MessageArgs PersonnelWork::datedArgs(const Appointment &row) const
{
    MessageArgs args = holdingArgs(m_org, row);
    args.insert(u"date"_s, m_order.from.toVietnamese());
    args.insert(u"iso"_s, m_order.from.toIso());
    return args;
}

/// The post has to be there in a unit (or staged) on the first day, and by itself until the last.
Result<> PersonnelWork::requirePost(const Appointment &wanted) const
{
    BM_TRY_VOID(requireNode(m_org, wanted.post, m_order.from));
    const Relation *place = belongsToOn(m_org, wanted.post, m_order.from);
    if (place != nullptr) {
        BM_TRY_VOID(requireNode(m_org, place->to, m_order.from));
    } else if (!hasStagedRow(m_org, wanted.post)) {
        return fail(u"edit-post-needs-unit"_s, {{u"what"_s, nameOn(m_org, wanted.post, m_order.from)}});
    }
    const Post &post = *m_org.find(wanted.post);
    Day last = stateOn(post, m_order.from)->period.lastDay();
    while (last < wanted.period.lastDay()) {
        const PostState *next = stateOn(post, {last.julian + 1});
        if (next == nullptr)
            return fail(u"personnel-post-ends"_s, {{u"post"_s, postNameOn(m_org, post.id, last)},
                                                   {u"date"_s, last.toVietnamese()},
                                                   {u"iso"_s, last.toIso()}});
        last = next->period.lastDay();
    }
    return {};
}

Result<> PersonnelWork::requireOnlyOne(const Appointment &wanted) const
{
    if (wanted.kind != AppointmentKind::Full && wanted.kind != AppointmentKind::Seconded)
        return {};
    for (const Appointment &row : appointmentsOf(wanted.person)) {
        if (row.kind != wanted.kind || !row.period.overlaps(wanted.period))
            continue;
        if (row.kind == AppointmentKind::Full)
            return fail(u"personnel-holds-other"_s, holdingArgs(m_org, row));
        return fail(u"personnel-seconded-already"_s, holdingArgs(m_org, row));
    }
    return {};
}

/// Ends the person's own stand-in in the post, and others where asked. True: others stay who could be ended.
bool PersonnelWork::endStandIns(const Appointment &wanted, StandIns others)
{
    bool othersSit = false;
    for (const Appointment &row : bomay::appointmentsOf(m_builder, m_org, keyOf(wanted.post))) {
        if (!isStandIn(row) || beginsLater(row) || row.period.lastDay() < m_order.from)
            continue;
        const bool own = row.person == wanted.person;
        if (own ? row.kind != wanted.kind : others == StandIns::End) {
            const auto ended = end(row, wanted.began);
            BM_CHECK(ended.has_value(), continue);
        } else {
            othersSit = othersSit || !own;
        }
    }
    return othersSit;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_holders.h"

#include "core/base/vietnamese_text.h"
#include "core/change/edits_support.h"
#include "core/change/personnel_support.h"
#include "core/model/row_names.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Appointment appointmentOf(AppointmentId id, PostId post, PersonId person, const Holding &holding)
{
    return {id, post, person, holding.kind, holding.period, tidyName(holding.decision), holding.began, holding.ended};
}

Result<> checkHolding(const Organisation &organisation, PostId post, const Holding &holding)
{
    BM_TRY_VOID(requirePeriod(holding.period));
    if (holding.ended != PersonnelAction::None && holding.period.to.isEmpty())
        return fail(u"edit-ended-without-end"_s);
    if (firstDayOfPost(organisation, post, holding.period))
        return {};
    const PartialDate date = holding.period.from.isEmpty() ? holding.period.to : holding.period.from;
    return fail(
        u"edit-nothing-there"_s,
        {{u"what"_s, describeNode(organisation, post)}, {u"date"_s, date.toVietnamese()}, {u"iso"_s, date.toIso()}});
}

QString titleWith(const QString &pattern, const MessageArgs &holding)
{
    return pattern.arg(holding.value(u"person"_s), holding.value(u"post"_s));
}

QStringList differences(const Appointment &before, const Appointment &after)
{
    QStringList words;
    if (before.kind != after.kind)
        words += u"hình thức"_s;
    if (before.period != after.period)
        words += u"thời gian"_s;
    if (before.decision != after.decision)
        words += u"quyết định"_s;
    if (before.began != after.began)
        words += u"hình thức nhận"_s;
    if (before.ended != after.ended)
        words += u"hình thức thôi"_s;
    return words;
}

QString changeTitle(const Organisation &organisation, const Appointment &before, const Appointment &after,
                    const QString &holder)
{
    const MessageArgs old = holdingArgs(organisation, before);
    if (before.person != after.person)
        return u"Đính chính: %1, không phải %2, giữ %3"_s.arg(holder, old.value(u"person"_s), old.value(u"post"_s));
    return titleWith(u"Đính chính %1 giữ %2"_s, old) + u": "_s + shortList(differences(before, after));
}

} // namespace

Result<Change> addHolder(const Organisation &organisation, PostId post, const PersonRef &who, const Holding &holding,
                         IdSource &ids)
{
    BM_TRY_VOID(checkHolding(organisation, post, holding));
    ChangeBuilder builder(organisation);
    BM_TRY(const Person person, personOf(builder, organisation, who, ids));
    const Appointment appointment = appointmentOf(ids.make<AppointmentId>(), post, person.id, holding);
    BM_TRY_VOID(requireNotHeld(builder, organisation, appointment));
    BM_TRY_VOID(requireSeat(builder, organisation, appointment));
    builder.put(appointment);
    const QString where = postNameIn(organisation, post, holding.period);
    return finishChange(builder, u"Đính chính: thêm %1 giữ %2"_s.arg(person.name, where), {}, &ids);
}

Result<Change> changeHolder(const Organisation &organisation, AppointmentId id, const PersonRef &who,
                            const Holding &holding, IdSource &ids)
{
    BM_TRY(const Appointment before, requireAppointment(organisation, id));
    BM_TRY_VOID(checkHolding(organisation, before.post, holding));
    ChangeBuilder builder(organisation);
    BM_TRY(const Person person, personOf(builder, organisation, who, ids));
    const Appointment after = appointmentOf(id, before.post, person.id, holding);
    const bool otherDays = after.period != before.period;
    if (otherDays || after.person != before.person)
        BM_TRY_VOID(requireNotHeld(builder, organisation, after));
    if (otherDays)
        BM_TRY_VOID(requireSeat(builder, organisation, after));
    builder.put(after);
    if (holdsNothing(builder, organisation, before.person))
        removePerson(builder, organisation, before.person);
    return finishChange(builder, changeTitle(organisation, before, after, person.name), {}, &ids);
}

Result<Change> changePerson(const Organisation &organisation, PersonId id, const PersonFacts &facts)
{
    const Person *before = organisation.find(id);
    if (before == nullptr)
        return fail(u"personnel-no-person"_s);
    BM_TRY(const Person after, personWith(organisation, id, facts));
    ChangeBuilder builder(organisation);
    builder.put(after);
    QString title = u"Đính chính %1 thành %2"_s.arg(before->name, after.name);
    if (before->name == after.name)
        title = u"Đính chính %1: %2"_s.arg(after.name, before->code == after.code   ? u"ngày sinh"_s
                                                       : before->born == after.born ? u"mã định danh"_s
                                                                                    : u"mã định danh, ngày sinh"_s);
    return finishChange(builder, title, {}, nullptr);
}

Result<Change> removeHolder(const Organisation &organisation, AppointmentId id)
{
    BM_TRY(const Appointment appointment, requireAppointment(organisation, id));
    ChangeBuilder builder(organisation);
    builder.remove(keyOf(id));
    if (holdsNothing(builder, organisation, appointment.person))
        removePerson(builder, organisation, appointment.person);
    return finishChange(builder, titleWith(u"Đính chính: bỏ %1 giữ %2"_s, holdingArgs(organisation, appointment)), {},
                        nullptr);
}

} // namespace bomay

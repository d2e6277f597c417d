// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/personnel.h"

#include "core/change/edits_support.h"
#include "core/change/personnel_support.h"
#include "core/change/personnel_work.h"
#include "core/model/row_names.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

AppointmentKind kindOf(PersonnelAction how)
{
    switch (how) {
    case PersonnelAction::Acting:
        return AppointmentKind::Acting;
    case PersonnelAction::InCharge:
        return AppointmentKind::InCharge;
    case PersonnelAction::Concurrent:
        return AppointmentKind::Concurrent;
    case PersonnelAction::Secondment:
        return AppointmentKind::Seconded;
    default:
        return AppointmentKind::Full;
    }
}

/// What an action is called in a title: %1 the person, %2 the post.
QString titlePattern(PersonnelAction action)
{
    switch (action) {
    case PersonnelAction::Election:
        return u"Bầu, phê chuẩn %1 giữ chức vụ %2"_s;
    case PersonnelAction::Designation:
        return u"Chỉ định %1 làm %2"_s;
    case PersonnelAction::Reappointment:
        return u"Bổ nhiệm lại %1 làm %2"_s;
    case PersonnelAction::Transfer:
        return u"Điều động %1 đến làm %2"_s;
    case PersonnelAction::Rotation:
        return u"Luân chuyển %1 đến làm %2"_s;
    case PersonnelAction::Secondment:
        return u"Biệt phái %1 đến làm %2"_s;
    case PersonnelAction::SecondmentEnd:
        return u"Chấm dứt biệt phái %1 làm %2"_s;
    case PersonnelAction::Acting:
        return u"Giao quyền %2 cho %1"_s;
    case PersonnelAction::InCharge:
        return u"Giao %1 phụ trách nhiệm vụ %2"_s;
    case PersonnelAction::Concurrent:
        return u"Giao %1 kiêm nhiệm %2"_s;
    case PersonnelAction::Dismissal:
        return u"Miễn nhiệm chức vụ %2 đối với %1"_s;
    default:
        return u"Bổ nhiệm %1 làm %2"_s;
    }
}

bool takesUp(PersonnelAction action)
{
    switch (action) {
    case PersonnelAction::Election:
    case PersonnelAction::Designation:
    case PersonnelAction::Appointment:
    case PersonnelAction::Acting:
    case PersonnelAction::InCharge:
    case PersonnelAction::Concurrent:
        return true;
    default:
        return false;
    }
}

UnitId unitOn(const Organisation &organisation, PostId post, Day day)
{
    const Relation *place = belongsToOn(organisation, post, day);
    return place == nullptr ? UnitId{} : place->to.unit();
}

QString titleOf(const Organisation &organisation, PersonnelAction action, const QString &person, PostId post, Day day)
{
    return titlePattern(action).arg(person, postNameOn(organisation, post, day));
}

QString titleOf(const Organisation &organisation, PersonnelAction action, PersonId person, PostId post, Day day)
{
    return titleOf(organisation, action, describeRow(organisation, keyOf(person)), post, day);
}

/// The appointments in the unit of one of them that its person has on the last day of the old, or would get later.
std::vector<AppointmentId> inSameUnit(const Organisation &organisation, const PersonnelWork &work,
                                      const Appointment &full)
{
    const UnitId unit = unitOn(organisation, full.post, work.lastDay());
    std::vector<AppointmentId> ids;
    for (const Appointment &row : work.appointmentsOf(full.person)) {
        const Day day = std::max(work.lastDay(), row.period.firstDay());
        if (!unit.isNull() && (work.runs(row) || work.beginsLater(row)) && unitOn(organisation, row.post, day) == unit)
            ids.push_back(row.id);
    }
    return ids;
}

Result<Change> moveTo(const Organisation &organisation, AppointmentId full, const Posting &posting,
                      PersonnelAction action, const Order &order, IdSource &ids)
{
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Appointment old, requireAppointment(organisation, full));
    if (old.kind != AppointmentKind::Full)
        return fail(u"personnel-not-full"_s, holdingArgs(organisation, old));
    if (old.post == posting.to)
        return fail(u"personnel-holds-already"_s, holdingArgs(organisation, old));
    std::vector<AppointmentId> ending = posting.ending ? *posting.ending : inSameUnit(organisation, work, old);
    ending.push_back(full);
    BM_TRY_VOID(work.endNamed(old.person, ending, action));
    BM_TRY_VOID(work.takeUp({old.person, posting.to, AppointmentKind::Full, action, posting.until}, posting.standIns));
    return work.finish(titleOf(organisation, action, old.person, posting.to, order.from));
}

Result<Change> endOne(const Organisation &organisation, AppointmentId appointment, PersonnelAction action,
                      const Order &order, IdSource &ids)
{
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Appointment row, requireAppointment(organisation, appointment));
    BM_TRY_VOID(work.end(row, action));
    return work.finish(titleOf(organisation, action, row.person, row.post, work.lastDay()));
}

Result<Change> leave(const Organisation &organisation, PersonId id, PersonnelAction action, const Order &order,
                     IdSource &ids)
{
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Person person, work.person(id));
    int ended = 0;
    for (const Appointment &row : work.appointmentsOf(id)) {
        if (!work.runs(row) && !work.beginsLater(row))
            continue;
        BM_TRY_VOID(work.end(row, action));
        ++ended;
    }
    if (ended == 0)
        return fail(
            u"personnel-holds-nothing"_s,
            {{u"person"_s, person.name}, {u"date"_s, order.from.toVietnamese()}, {u"iso"_s, order.from.toIso()}});
    return work.finish(person.name + (action == PersonnelAction::Retirement ? u" nghỉ hưu"_s : u" thôi việc"_s));
}

} // namespace

Result<Change> appoint(const Organisation &organisation, PostId post, const PersonRef &who, const TakingUp &how,
                       const Order &order, IdSource &ids)
{
    if (!takesUp(how.how))
        return fail(u"personnel-wrong-action"_s);
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Person person, work.person(who));
    BM_TRY_VOID(work.endNamed(person.id, how.leaving, how.how));
    BM_TRY_VOID(work.takeUp({person.id, post, kindOf(how.how), how.how, how.until}, how.standIns));
    return work.finish(titleOf(organisation, how.how, person.name, post, order.from));
}

Result<Change> reappoint(const Organisation &organisation, AppointmentId appointment, PartialDate until,
                         const Order &order, IdSource &ids)
{
    constexpr PersonnelAction kAction = PersonnelAction::Reappointment;
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Appointment old, requireAppointment(organisation, appointment));
    if (old.kind != AppointmentKind::Full && old.kind != AppointmentKind::Concurrent)
        return fail(u"personnel-not-reappointable"_s, holdingArgs(organisation, old));
    // A recorded end that lies ahead must not vanish under a longer term.
    if (old.ended != PersonnelAction::None)
        return fail(u"personnel-end-recorded"_s, holdingArgs(organisation, old));
    BM_TRY_VOID(work.end(old, kAction));
    BM_TRY_VOID(work.takeUp({old.person, old.post, old.kind, kAction, until}, StandIns::Keep));
    return work.finish(titleOf(organisation, kAction, old.person, old.post, order.from));
}

Result<Change> transfer(const Organisation &organisation, AppointmentId full, const Posting &posting,
                        const Order &order, IdSource &ids)
{
    return moveTo(organisation, full, posting, PersonnelAction::Transfer, order, ids);
}

Result<Change> rotate(const Organisation &organisation, AppointmentId full, const Posting &posting, const Order &order,
                      IdSource &ids)
{
    return moveTo(organisation, full, posting, PersonnelAction::Rotation, order, ids);
}

Result<Change> second(const Organisation &organisation, PostId post, const PersonRef &who, PartialDate until,
                      const Order &order, IdSource &ids)
{
    constexpr PersonnelAction kAction = PersonnelAction::Secondment;
    PersonnelWork work(organisation, order, ids);
    BM_TRY_VOID(work.begin());
    BM_TRY(const Person person, work.person(who));
    if (until.isEmpty())
        return fail(u"personnel-needs-end"_s, {{u"person"_s, person.name}});
    BM_TRY_VOID(work.takeUp({person.id, post, kindOf(kAction), kAction, until}, StandIns::Keep));
    return work.finish(titleOf(organisation, kAction, person.name, post, order.from));
}

Result<Change> endSecondment(const Organisation &organisation, AppointmentId secondment, const Order &order,
                             IdSource &ids)
{
    const Appointment *row = organisation.find(secondment);
    if (row != nullptr && row->kind != AppointmentKind::Seconded)
        return fail(u"personnel-not-seconded"_s, holdingArgs(organisation, *row));
    return endOne(organisation, secondment, PersonnelAction::SecondmentEnd, order, ids);
}

Result<Change> dismiss(const Organisation &organisation, AppointmentId appointment, const Order &order, IdSource &ids)
{
    return endOne(organisation, appointment, PersonnelAction::Dismissal, order, ids);
}

Result<Change> resign(const Organisation &organisation, PersonId person, const Order &order, IdSource &ids)
{
    return leave(organisation, person, PersonnelAction::Resignation, order, ids);
}

Result<Change> retire(const Organisation &organisation, PersonId person, const Order &order, IdSource &ids)
{
    return leave(organisation, person, PersonnelAction::Retirement, order, ids);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/holder_import.h"

namespace bomay {

using namespace Qt::StringLiterals;

HolderImport::HolderImport(ImportContext &context, const UnitDirectory &units)
    : m_context(context)
    , m_persons(context, units)
{
    for (const Appointment &appointment : context.base.appointments())
        m_appointments[appointment.post].push_back(appointment);
}

std::span<const Appointment> HolderImport::appointmentsIn(PostId post) const
{
    const auto found = m_appointments.find(post);
    return found == m_appointments.end() ? std::span<const Appointment>() : found->second;
}

const Appointment *HolderImport::appointmentOf(PersonId person, PostId post, const Period &term) const
{
    const Appointment *near = nullptr;
    for (const Appointment &known : appointmentsIn(post)) {
        if (known.person != person)
            continue;
        if (known.period == term || (term == Period{} && known.period.to.isEmpty()))
            return &known;
        if (term != Period{} && known.period.overlaps(term))
            near = &known;
    }
    return near;
}

void HolderImport::put(RowReader &row, PostId post, HolderFacts holder, const Period &term, const QString &decision)
{
    for (const Appointment &known : appointmentsIn(post))
        holder.incumbents.push_back(known.person);
    const PersonId person = m_persons.resolve(holder);
    if (m_persons.lastWasPossibleDuplicate())
        row.report(DiagnosticSeverity::Info, u"possible-duplicate"_s, {{u"name"_s, holder.name}}, u"ho_ten"_s);
    Appointment appointment{{}, post, person, holder.kind, term, decision};
    if (const Appointment *known = appointmentOf(person, post, term)) {
        appointment = *known;
        if (row.speaksOf(u"hinh_thuc"_s))
            appointment.kind = holder.kind;
        if (term != Period{})
            appointment.period = term;
        if (row.speaksOf(u"so_quyet_dinh"_s))
            appointment.decision = decision;
    }
    if (appointment.id.isNull())
        appointment.id = m_context.ids.make<AppointmentId>();
    const AppointmentId id = appointment.id;
    m_context.builder.put(std::move(appointment));
    if (const auto holders = m_holdersOf.find(post); holders != m_holdersOf.end())
        holders->second.insert(id);
}

void HolderImport::removeFormer()
{
    for (const auto &[post, holders] : m_holdersOf)
        for (const Appointment &known : appointmentsIn(post))
            if (m_context.speaksOf(known.period) && !holders.contains(known.id))
                m_context.builder.remove(keyOf(known.id));
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/order.h"
#include "core/model/org_view.h"
#include "core/model/row_names.h"
#include "tests/support/edit_checks.h"

namespace bomay {

/// A decision that holds from a day on.
[[nodiscard]] inline Order orderFrom(const QString &iso)
{
    LegalDocument document;
    document.number = QStringLiteral("12/QĐ-UBND");
    document.type = QStringLiteral("Quyết định");
    return {document, day(iso)};
}

[[nodiscard]] inline PartialDate date(const QString &iso)
{
    return PartialDate::parse(iso).value_or(PartialDate{});
}

/// Who holds a post on a day: "An, Bình:QUYEN", by name.
[[nodiscard]] inline QString holdersOn(const Organisation &organisation, PostId post, const QString &iso)
{
    const OrgView view(organisation, day(iso));
    const int index = view.indexOf(post);
    if (index < 0)
        return QStringLiteral("-");
    QStringList holders;
    for (const ViewHolder &holder : view.posts()[uz(index)].holders)
        holders += holder.kind == AppointmentKind::Full ? holder.name
                                                        : QStringLiteral("%1:%2").arg(holder.name, codeOf(holder.kind));
    holders.sort();
    return holders.join(QStringLiteral(", "));
}

/// A person's appointments: "Trưởng phòng 2020..2025-06-30 BO_NHIEM>NGHI_HUU", by first day.
[[nodiscard]] inline QStringList historyOf(const Organisation &organisation, PersonId person)
{
    std::vector<const Appointment *> rows = organisation.naming<Appointment>(keyOf(person));
    std::ranges::sort(rows, {}, [](const Appointment *row) { return std::make_pair(row->period.firstDay(), row->id); });
    QStringList lines;
    for (const Appointment *row : rows)
        lines += QStringLiteral("%1 %2..%3 %4>%5")
                     .arg(describeNode(organisation, row->post), row->period.from.toIso(), row->period.to.toIso(),
                          codeOf(row->began), codeOf(row->ended));
    return lines;
}

/// The person's appointment in a post that is valid on a day.
[[nodiscard]] inline AppointmentId appointmentOn(const Organisation &organisation, PersonId person, PostId post,
                                                 const QString &iso)
{
    for (const Appointment *row : organisation.naming<Appointment>(keyOf(person)))
        if (row->post == post && row->period.contains(day(iso)))
            return row->id;
    return {};
}

/// The person of a name; null where there is none.
[[nodiscard]] inline PersonId personNamed(const Organisation &organisation, const QString &name)
{
    for (const Person &person : organisation.persons())
        if (person.name == name)
            return person.id;
    return {};
}

} // namespace bomay

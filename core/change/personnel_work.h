// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/personnel.h"

namespace bomay {

// Internal to core/change.

/// What a person takes up from the order's first day on.
struct NewHolding
{
    PersonId person;
    PostId post;
    AppointmentKind kind = AppointmentKind::Full;
    PersonnelAction began = PersonnelAction::None;
    PartialDate until;
};

/// One order on persons: collects what ends and what begins by it. It does not know which verb it serves. What ends has
/// to be told before what begins, since that frees seats. The references given to it must outlive it.
class PersonnelWork
{
public:
    PersonnelWork(const Organisation &organisation, const Order &order, IdSource &ids);

    /// To be called first. Errors: those of an order.
    [[nodiscard]] Result<> begin();

    /// Errors: those of `personOf`.
    [[nodiscard]] Result<Person> person(const PersonRef &who);

    /// In the order of their first days.
    [[nodiscard]] std::vector<Appointment> appointmentsOf(PersonId person) const;

    /// The last day of the old.
    [[nodiscard]] Day lastDay() const;

    /// Can the order end an appointment? It is held on the last day of the old; one that runs out on that day does not
    /// say why yet.
    [[nodiscard]] bool runs(const Appointment &row) const;
    [[nodiscard]] bool beginsLater(const Appointment &row) const;

    /// Errors: `personnel-begins-later`, `personnel-ended-already`, `personnel-end-recorded`.
    [[nodiscard]] Result<> end(Appointment row, PersonnelAction action);

    /// Ends appointments that are to be one person's; named twice they end once. Errors: those of `end`,
    /// `personnel-no-appointment`, `personnel-not-theirs`.
    [[nodiscard]] Result<> endNamed(PersonId person, const std::vector<AppointmentId> &named, PersonnelAction action);

    /// Errors: see personnel.h.
    [[nodiscard]] Result<> takeUp(const NewHolding &holding, StandIns standIns);

    [[nodiscard]] Result<Change> finish(const QString &title);

private:
    [[nodiscard]] MessageArgs datedArgs(const Appointment &row) const;
    [[nodiscard]] Result<> requirePost(const Appointment &wanted) const;
    [[nodiscard]] Result<> requireOnlyOne(const Appointment &wanted) const;
    bool endStandIns(const Appointment &wanted, StandIns others);

    const Organisation &m_org;
    const Order &m_order;
    IdSource &m_ids;
    ChangeBuilder m_builder;
};

} // namespace bomay

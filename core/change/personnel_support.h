// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change_builder.h"
#include "core/change/person_ref.h"

namespace bomay {

// Internal to core/change: what the verbs on persons and the corrections of holders share. Rows are seen as the builder
// would leave them so far.

/// The appointments of a post or of a person (their key) in the order of their first days. Rows that the builder adds
/// are left out.
[[nodiscard]] std::vector<Appointment> appointmentsOf(const ChangeBuilder &builder, const Organisation &organisation,
                                                      const RowKey &postOrPerson);

/// Has a person no appointment left, past ones included?
[[nodiscard]] bool holdsNothing(const ChangeBuilder &builder, const Organisation &organisation, PersonId person);

/// Takes a person away with the photograph.
void removePerson(ChangeBuilder &builder, const Organisation &organisation, PersonId person);

/// Errors: `personnel-no-appointment`.
[[nodiscard]] Result<Appointment> requireAppointment(const Organisation &organisation, AppointmentId id);

/// The row of `id` with the facts, tidied. Errors: `edit-empty-name`, `edit-bad-date`; `personnel-known-code` where
/// somebody else has the code.
[[nodiscard]] Result<Person> personWith(const Organisation &organisation, PersonId id, const PersonFacts &facts);

/// The person who is meant; a new one is put into the builder. Errors: those of `personWith`, `personnel-no-person`.
[[nodiscard]] Result<Person> personOf(ChangeBuilder &builder, const Organisation &organisation, const PersonRef &who,
                                      IdSource &ids);

/// Errors: `edit-bad-date` where an end cannot be written; `edit-date-order`.
[[nodiscard]] Result<> requirePeriod(const Period &period);

/// Does the person of `wanted` hold the post of `wanted` on no day of its period by another appointment? Errors:
/// `personnel-holds-already`.
[[nodiscard]] Result<> requireNotHeld(const ChangeBuilder &builder, const Organisation &organisation,
                                      const Appointment &wanted);

/// Has the post of `wanted` a seat for it on every day of its period on which the post exists? Every appointment takes
/// a seat, of whatever kind. Errors: `personnel-no-seat` with those who sit there on the first day without one.
[[nodiscard]] Result<> requireSeat(const ChangeBuilder &builder, const Organisation &organisation,
                                   const Appointment &wanted);

/// The first day of a period on which a post exists.
[[nodiscard]] std::optional<Day> firstDayOfPost(const Organisation &organisation, PostId post, const Period &period);

/// "Trưởng phòng Phòng Nội vụ": a post's title with its unit where the title does not name it, as on a day.
[[nodiscard]] QString postNameOn(const Organisation &organisation, PostId post, Day day);

/// `postNameOn` the first day of a period on which the post exists.
[[nodiscard]] QString postNameIn(const Organisation &organisation, PostId post, const Period &period);

/// Arguments for messages: `person`, `post`, and the person with the period of the appointment as `holder_date` and
/// `holder_iso`.
[[nodiscard]] MessageArgs holdingArgs(const Organisation &organisation, const Appointment &appointment);

} // namespace bomay

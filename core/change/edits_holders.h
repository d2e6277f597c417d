// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"
#include "core/change/person_ref.h"

namespace bomay {

// Đính chính: who holds a post was typed wrongly, or was never entered. No decision stands behind these edits and no
// date divides them: what they change was never true. What a decision changes is in personnel.h.
//
// They are pure verbs as those of edits.h and share their common errors. Each appointment takes a seat, of whatever
// kind. How many posts a person holds is not judged: the officer enters what is.

/// Everything of an appointment but whom and where.
struct Holding
{
    AppointmentKind kind = AppointmentKind::Full;
    Period period = {}; ///< inclusive at both ends, empty = open
    QString decision = {};
    PersonnelAction began = PersonnelAction::None;
    PersonnelAction ended = PersonnelAction::None; ///< only where the period has an end

    friend bool operator==(const Holding &, const Holding &) = default;
};

/// A holder who was never entered. Errors: `edit-nothing-there` where the post exists on no day of the period;
/// `edit-date-order`; `edit-ended-without-end`; `personnel-holds-already`, `personnel-no-seat`; those of the person:
/// `edit-empty-name`, `edit-bad-date`, `personnel-known-code`, `personnel-no-person`.
[[nodiscard]] Result<Change> addHolder(const Organisation &organisation, PostId post, const PersonRef &who,
                                       const Holding &holding, IdSource &ids);

/// Another person, or other facts, for an appointment as a whole; its present person given again stays. A person who
/// then holds nothing, not even in the past, goes. Seats are counted only where the period becomes another, so that a
/// post with too many holders can be put right one by one. Errors: those of `addHolder`, `personnel-no-appointment`.
[[nodiscard]] Result<Change> changeHolder(const Organisation &organisation, AppointmentId appointment,
                                          const PersonRef &who, const Holding &holding, IdSource &ids);

/// Other facts for a person, wherever the person appears. Errors: `edit-empty-name`, `edit-bad-date`,
/// `personnel-known-code`, `personnel-no-person`.
[[nodiscard]] Result<Change> changePerson(const Organisation &organisation, PersonId person, const PersonFacts &facts);

/// Takes an appointment away as never entered, and its person who then holds nothing, not even in the past. Errors:
/// `personnel-no-appointment`.
[[nodiscard]] Result<Change> removeHolder(const Organisation &organisation, AppointmentId appointment);

} // namespace bomay

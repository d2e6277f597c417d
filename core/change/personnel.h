// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/order.h"
#include "core/change/person_ref.h"

#include <optional>
#include <vector>

namespace bomay {

// Nhân sự: what a decision does with persons. Each verb is pure, as those of edits.h, takes the order behind it and
// leaves history: an appointment that ends keeps its row, with the day before the order's first day and the action that
// ended it; one that begins is a new row with the action that began it and the decision's number.
//
// Kinds of holding: election, designation, appointment, reappointment, transfer and rotation make a full one, the
// others the kind of their name. Acting and in-charge holders are stand-ins. What the verbs refuse or let stand is a
// decision on the model, not a statement of law; that is for the rule packs.
//
//  - Every appointment takes a seat, of whatever kind. A post has to have one free on every day of the new period; what
//    was decided for later counts.
//  - A person has one full holding and one secondment on any day; others are concurrent or stand-ins.
//  - A person who is a stand-in in a post and takes it up otherwise leaves the stand-in the day before by the same
//    order.
//  - An appointment that would begin on the order's first day or later is never ended or dropped in silence: the verb
//    refuses, and the officer corrects it first.
//
// `until` is the last day of the term and inclusive: a year lasts to its 31 December; empty = open.
//
// Errors common to all: those of an order (`order-no-document`, `edit-bad-date`). To those that take up a post:
// `edit-nothing-there` where the post or its unit does not exist on the first day; `edit-post-needs-unit`;
// `personnel-post-ends` where the post does not exist until the end of the term; `edit-date-order` where the term ends
// before it begins; `personnel-holds-already` where the person holds that very post on a day of the term;
// `personnel-holds-other` and `personnel-seconded-already` with the other post; `personnel-no-seat` with those who sit
// there and since when, or `personnel-stand-in-sits` where `StandIns::End` might free the seat. To those that take a
// `PersonRef`: `edit-empty-name`, `edit-bad-date`, `personnel-known-code`, `personnel-no-person`. To those that end
// appointments: `personnel-no-appointment`; `personnel-begins-later`; `personnel-ended-already` where the last day lies
// before the day before; `personnel-end-recorded` where it is the day before and says already why.

/// What happens to other persons who are acting or in charge in the post that is taken up.
enum class StandIns {
    Keep, ///< they take their seats on
    End   ///< those who are there leave the day before by the same order; the action that ended them is the newcomer's
};

/// How a post is taken up.
struct TakingUp
{
    PersonnelAction how = PersonnelAction::Appointment;
    PartialDate until = {};
    StandIns standIns = StandIns::Keep;
    std::vector<AppointmentId> leaving = {}; ///< the person's, to end by the same order: a deputy who becomes the head
};

/// Bầu, phê chuẩn; chỉ định; bổ nhiệm; giao quyền; giao phụ trách; kiêm nhiệm: puts a person into a post. Errors:
/// `personnel-wrong-action` for any other action; `personnel-not-theirs` where somebody else's appointment is to leave.
[[nodiscard]] Result<Change> appoint(const Organisation &organisation, PostId post, const PersonRef &who,
                                     const TakingUp &how, const Order &order, IdSource &ids);

/// Bổ nhiệm lại: the same person goes on in the same post, in the same kind of holding. The old term may be cut or may
/// have ended on the very day before. Errors: `personnel-not-reappointable` for stand-ins and secondments;
/// `personnel-end-recorded` where the old term says already what ended it.
[[nodiscard]] Result<Change> reappoint(const Organisation &organisation, AppointmentId appointment, PartialDate until,
                                       const Order &order, IdSource &ids);

/// Where a transfer leads, and what it ends.
struct Posting
{
    PostId to;
    PartialDate until = {};
    StandIns standIns = StandIns::Keep;
    /// Appointments of the person that end beside the full one; nothing = all that the person has, on the day before,
    /// in the unit that is left, of whatever kind, also where the new post is in the same unit.
    std::optional<std::vector<AppointmentId>> ending = std::nullopt;
};

/// Điều động and luân chuyển: the person's full appointment ends and one in another post begins. Appointments that are
/// not named stay, among them secondments. Errors: `personnel-not-full`; `personnel-not-theirs`.
[[nodiscard]] Result<Change> transfer(const Organisation &organisation, AppointmentId full, const Posting &posting,
                                      const Order &order, IdSource &ids);
[[nodiscard]] Result<Change> rotate(const Organisation &organisation, AppointmentId full, const Posting &posting,
                                    const Order &order, IdSource &ids);

/// Biệt phái: a person takes a seat elsewhere until a day; appointments at home stay as they are and keep their seats.
/// The person may be new: home is often outside the document. Errors: `personnel-needs-end`.
[[nodiscard]] Result<Change> second(const Organisation &organisation, PostId post, const PersonRef &who,
                                    PartialDate until, const Order &order, IdSource &ids);

/// Chấm dứt biệt phái: ends a secondment before its time; the person goes back to what was kept at home. Errors:
/// `personnel-not-seconded`.
[[nodiscard]] Result<Change> endSecondment(const Organisation &organisation, AppointmentId secondment,
                                           const Order &order, IdSource &ids);

/// Miễn nhiệm: ends one appointment, of whatever kind; the person and the others stay.
[[nodiscard]] Result<Change> dismiss(const Organisation &organisation, AppointmentId appointment, const Order &order,
                                     IdSource &ids);

/// Thôi việc and nghỉ hưu: ends all appointments of a person; the person stays in the history. A term that runs out on
/// the very day before gets the action too. Errors: `personnel-no-person`; `personnel-holds-nothing` where none is left
/// to end.
[[nodiscard]] Result<Change> resign(const Organisation &organisation, PersonId person, const Order &order,
                                    IdSource &ids);
[[nodiscard]] Result<Change> retire(const Organisation &organisation, PersonId person, const Order &order,
                                    IdSource &ids);

} // namespace bomay

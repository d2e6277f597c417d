// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/dated_states.h"

#include <QStringList>

namespace bomay {

// Internal to core/change: what every verb of edits.h begins and ends with.

/// Can the scope's dates be written? Errors: `edit-bad-date`.
[[nodiscard]] Result<> checkScope(const EditScope &scope);

/// Can a date be written, or is it empty? Errors: `edit-bad-date`.
[[nodiscard]] Result<> requireDate(PartialDate date);

/// How long something entered holds: without a date it was always there; from a date on it stays.
[[nodiscard]] Period newPeriod(const EditScope &scope);

/// Does a node exist on a day? Errors: `edit-nothing-there`.
[[nodiscard]] Result<> requireNode(const Organisation &organisation, NodeRef node, Day day);

/// A tidied name. Errors: `edit-empty-name`.
[[nodiscard]] Result<QString> requireName(const QString &name);

/// Is it a picture that can be kept? Errors: `edit-bad-picture`.
[[nodiscard]] Result<> requirePicture(const Picture &picture);

/// Are the numbers and references of a state in order? Errors: `edit-bad-number`, `edit-no-such-locality`.
[[nodiscard]] Result<> checkFacts(const Organisation &organisation, const UnitState &state);
[[nodiscard]] Result<> checkFacts(const Organisation &organisation, const PostState &state);

/// What a node is called on a day; its last name where it does not exist then.
[[nodiscard]] QString nameOn(const Organisation &organisation, NodeRef node, Day day);

/// The belongs-to relation of a node on a day, whether or not the unit above exists then; null = none.
[[nodiscard]] const Relation *belongsToOn(const Organisation &organisation, NodeRef node, Day day);

[[nodiscard]] bool hasStagedRow(const Organisation &organisation, NodeRef node);

/// The relations that start at a node, those that end there, and both.
[[nodiscard]] std::vector<Relation> relationsFrom(const Organisation &organisation, NodeRef node);
[[nodiscard]] std::vector<Relation> relationsTo(const Organisation &organisation, NodeRef node);
[[nodiscard]] std::vector<Relation> relationsOf(const Organisation &organisation, NodeRef node);

/// Closes what a builder collected: title with the date, effective date, document, id where there is a source.
/// Errors: `edit-no-change` where the builder is empty.
[[nodiscard]] Result<Change> finishChange(ChangeBuilder &builder, const QString &title, const EditScope &scope,
                                          IdSource *ids);

/// The Vietnamese word for a field of `visitFields`, for titles; the name itself where there is none.
[[nodiscard]] QString fieldLabel(std::string_view name);

/// "a", "a, b", "a, b và 3 mục khác".
[[nodiscard]] QString shortList(const QStringList &words);

} // namespace bomay

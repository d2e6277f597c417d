// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

namespace bomay {

// What the office answers for beside the rules. They are pure verbs as those of edits.h; no date divides them. Author
// and day of the given row are the caller's; its id is made here. What was typed
// becomes one line.

/// Accepts a finding for a reason. An older waiver of the same finding is replaced. Error: `edit-empty-reason`.
[[nodiscard]] Result<Change> waiveFinding(const Organisation &organisation, Waiver waiver, IdSource &ids);

/// Error: `edit-no-waiver`.
[[nodiscard]] Result<Change> removeWaiver(const Organisation &organisation, WaiverId waiver);

/// Says that a rule was held against the text of law. An older confirmation of the same rule is replaced. Error:
/// `edit-empty-basis`.
[[nodiscard]] Result<Change> confirmRule(const Organisation &organisation, Confirmation confirmation, IdSource &ids);

/// Switches a rule for this document; back to what it is by itself where `isOnByItself` is what is wanted. An older
/// switch of the same rule is replaced. Author and day are the caller's.
[[nodiscard]] Result<Change> switchRule(const Organisation &organisation, RuleSwitch ruleSwitch, bool isOnByItself,
                                        IdSource &ids);

/// Error: `edit-no-confirmation`.
[[nodiscard]] Result<Change> removeConfirmation(const Organisation &organisation, ConfirmationId confirmation);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

namespace bomay {

// Photographs of persons. They are pure verbs as those of edits.h; no date divides them. Logos are objects of a view:
// edits_views.h.

/// Gives a person a photograph, in the place of the one that was there. Errors: `personnel-no-person`,
/// `edit-bad-picture` where it is neither PNG nor JPEG.
[[nodiscard]] Result<Change> setPortrait(const Organisation &organisation, PersonId person, const Picture &picture,
                                         IdSource &ids);

/// Errors: `personnel-no-person`; `edit-no-change` where there is no photograph.
[[nodiscard]] Result<Change> removePortrait(const Organisation &organisation, PersonId person);

} // namespace bomay

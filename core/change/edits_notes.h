// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

namespace bomay {

// Notes on units and posts. They are pure verbs as those of edits.h and share their common errors; no date divides
// them.

/// Error: `edit-empty-note`; `edit-nothing-there`.
[[nodiscard]] Result<Change> addNote(const Organisation &organisation, NodeRef node, const QString &text,
                                     const QString &author, Day day, IdSource &ids);

/// Error: `edit-no-note`.
[[nodiscard]] Result<Change> setNoteState(const Organisation &organisation, NoteId note, NoteState state);

/// Error: `edit-no-note`.
[[nodiscard]] Result<Change> removeNote(const Organisation &organisation, NoteId note);

} // namespace bomay

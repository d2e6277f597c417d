// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

#include <optional>

namespace bomay {

/// A document put together again from a journal that was left behind.
struct RecoveredDocument
{
    Organisation organisation;
    /// Its file, as it is expected to be when it is saved; nothing = it had none, no digest = it is another one now.
    std::optional<DocumentSource> source;
    JournalStart start;          ///< what `unsaved` leads on from
    std::vector<Change> unsaved; ///< taken into `organisation`, oldest first
};

/// From the document's file where that is as the session last saw it, or where its last save got into it though the
/// journal does not know; else from the backup (for a new document: from nothing) with every change of the session.
/// Errors: those of `loadDocument`; `recovery-no-base` {document} where neither file nor backup is there; those of
/// `Transaction`.
[[nodiscard]] Result<RecoveredDocument> recoverDocument(const JournalContents &journal);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "app/bench/sqlite_reference.h"
#include "core/model/organisation.h"

#include <utility>

namespace bomay {

// Jobs of the bench about the document's file. Each gives the job and its reference.

/// `loadDocument`; the reference makes the same QStrings.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeLoadDocument(const QString &document, const RunBudget &budget);

/// `saveDocument` into a new file; the reference writes the same tables.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeSaveDocument(const Organisation &organisation,
                                                                 const std::vector<RawTable> &tables,
                                                                 const QString &scratch, const RunBudget &budget);

/// `saveChanges` of one name in place, and the digest that the next save asks for. The reference writes one row of a
/// file of that size, synced as well.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeSaveEdit(const Organisation &organisation, const QString &document,
                                                             const QString &scratch, const RunBudget &budget);

/// Writing the change of one name to a journal. The reference appends as many bytes to a file.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeJournal(const Organisation &organisation, const QString &folder,
                                                            const RunBudget &budget);

} // namespace bomay

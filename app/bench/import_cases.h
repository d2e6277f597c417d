// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"

#include <utility>

namespace bomay {

// Jobs of the bench about importing a list of staff. Each gives the job and its reference.

/// From the cells in memory to an organisation: understanding, checking, applying. The reference applies the change
/// that comes of it.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeImport(const QString &path, const RunBudget &budget);

/// From the file to a document on disk; the reference reads the same file and writes the same document.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeImportFile(const QString &path, const QString &scratch,
                                                               const RunBudget &budget);

} // namespace bomay

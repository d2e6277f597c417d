// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "core/base/result.h"
#include "core/decree/pack_set.h"
#include "core/model/org_view.h"

#include <utility>

namespace bomay {

// Jobs of the checker; each beside its reference, one pass over flat arrays that counts deputies and compares.

/// A whole check.
[[nodiscard]] std::pair<Timing, Timing> timeCheckAll(const OrgView &view, const PackSet &packs,
                                                     const RunBudget &budget);

/// View and report after one edit, there and back by turns, in the middle of the chart: a unit gets another name; an
/// agency gets so many deputies that rules break; a unit moves under the root. Errors: those of `Transaction`, which
/// would be a mistake here.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeCheckRename(const Organisation &organisation, const OrgView &view,
                                                                const PackSet &packs, const RunBudget &budget);
[[nodiscard]] Result<std::pair<Timing, Timing>> timeCheckSeats(const Organisation &organisation, const OrgView &view,
                                                               const PackSet &packs, const RunBudget &budget);
[[nodiscard]] Result<std::pair<Timing, Timing>> timeCheckMove(const Organisation &organisation, const OrgView &view,
                                                              const PackSet &packs, const RunBudget &budget);

/// What such a deputy's edit would bring, without making it (`LiveChecker::preview`).
[[nodiscard]] Result<std::pair<Timing, Timing>> timeCheckPreview(const Organisation &organisation, const OrgView &view,
                                                                 const PackSet &packs, const RunBudget &budget);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// How the office has switched rules for the document.
[[nodiscard]] CheckOptions optionsOf(const Organisation &organisation);

/// The waiver of a finding as it is now; its id is given by `waiveFinding`.
[[nodiscard]] Waiver waiverFor(const Finding &finding, const QString &reason, const QString &basis);

/// Puts what the office says of its own accord into a report: findings that it answers for are marked and no longer
/// count, unless the breach has grown since; a breach of a REPORTED rule that was held against its text in this edition
/// of the pack is an error where the confirmation says so, unless a grace or a later document lowers it. What matches
/// nothing on the day is listed. `packs` are those that the report was made with.
void applyOfficeWord(CheckReport &report, const Organisation &organisation, std::span<const RulePack> packs);

} // namespace bomay

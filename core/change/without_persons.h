// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

namespace bomay {

/// What takes personal data out of an organisation, for a copy that leaves the house: persons, their photographs and
/// what they hold; notes and columns without a field of ours, where anything may stand; legal documents that nothing
/// else names, as those that appoint somebody. Seats, structure, quotas, functions and duties stay. Title and labels
/// are the caller's.
[[nodiscard]] Change withoutPersons(const Organisation &organisation);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/organisation.h"

#include <span>
#include <vector>

namespace bomay {

/// Something that must never be in an organisation, whatever an officer wants to draw.
struct IntegrityFault
{
    Message message; ///< code and values for a text in the user's language
    RowKey row;

    friend bool operator==(const IntegrityFault &, const IntegrityFault &) = default;
};

/// All faults of an organisation. Codes: `fault-no-state`, `fault-overlapping-states`, `fault-date-order`,
/// `fault-dangling-reference`, `fault-wrong-ends`, `fault-two-parents`, `fault-cycle`, `fault-post-without-unit`,
/// `fault-duplicate-code`, `fault-duplicate-quota`, `fault-number`, `fault-id`. Linear in the number of rows.
[[nodiscard]] std::vector<IntegrityFault> checkIntegrity(const Organisation &organisation);

/// The faults that a change of these rows can have caused, removed rows included.
[[nodiscard]] std::vector<IntegrityFault> checkIntegrity(const Organisation &organisation,
                                                         std::span<const RowKey> touched);

} // namespace bomay

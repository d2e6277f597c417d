// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/organisation.h"

#include <span>

namespace bomay {

/// What an officer calls a row: its name, title or code; for messages.
[[nodiscard]] QString describeRow(const Organisation &organisation, const RowKey &key);
[[nodiscard]] QString describeNode(const Organisation &organisation, NodeRef node);

/// "A → B → A": a loop of nodes for messages.
[[nodiscard]] QString describeLoop(const Organisation &organisation, std::span<const NodeRef> loop);

} // namespace bomay

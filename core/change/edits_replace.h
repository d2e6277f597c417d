// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"

namespace bomay {

/// Another text for one in the names of units and the titles of posts, wherever it stands in them, letter for letter.
/// Nodes without it stay as they are. Errors: `edit-no-change` where none has it; `edit-empty-name` where nothing would
/// be left of a name.
[[nodiscard]] Result<Change> replaceInNames(const Organisation &organisation, std::span<const NodeRef> nodes,
                                            const QString &text, const QString &replacement, const EditScope &scope,
                                            IdSource &ids);

} // namespace bomay

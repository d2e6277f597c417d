// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits_branch.h"

#include <QByteArray>

namespace bomay {

// Branches on the clipboard, from one document to another, also of another version of the program.

[[nodiscard]] QByteArray toJson(const Branch &branch);

/// Errors: `branch-json` where it is no branch; those of `rowFromJson`.
[[nodiscard]] Result<Branch> branchFromJson(const QByteArray &json);

} // namespace bomay

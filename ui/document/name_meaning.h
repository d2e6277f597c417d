// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

namespace bomay {

/// Another name for a unit or title for a post, as one change with what it says of a kind or role that nobody has given
/// yet: rules look at that. Errors: those of `rename`.
[[nodiscard]] Result<Change> renameWithMeaning(Document &document, NodeRef node, const QString &name);

} // namespace bomay

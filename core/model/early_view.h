// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

namespace bomay {

/// The view of a document whose persons have not been read yet, for a first picture. Nobody knows who holds a post, so
/// none may be called vacant: each has one seat, held by somebody without a name.
[[nodiscard]] OrgView earlyView(const Organisation &structure, Day day);

} // namespace bomay

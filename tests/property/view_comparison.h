// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <QString>

namespace bomay {

/// The first thing that two views show differently, in words for a failing test; empty where a reader cannot tell them
/// apart. Where units and posts stand in their lists does not count; everything else does.
[[nodiscard]] QString viewDifference(const OrgView &view, const OrgView &expected);

} // namespace bomay

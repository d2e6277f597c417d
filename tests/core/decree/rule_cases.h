// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <span>

namespace bomay {

enum class Expected { Passes, Fails };

/// One organisation that a rule of the built-in packs passes or fails, and nothing else about it open.
struct RuleCase
{
    const char *rule;
    Expected expected;
    OrgView (*chart)();
    int actual = 0; ///< of the one finding, with the limit
    int limit = 0;
};

/// At least one passing and one failing case for every built-in rule, at the border of its limit.
[[nodiscard]] std::span<const RuleCase> ruleCases();

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// What became of one rule that is in force on the day of a view: at how many units it passed, was broken, was left
/// open for want of facts, or did not apply for a reason. All are 0 where it found no unit to speak of, or is off.
struct RuleTally
{
    const Rule *rule = nullptr;
    const RulePack *pack = nullptr;
    bool isOff = false;
    int passed = 0;
    int broken = 0;
    int open = 0;
    int silent = 0;

    /// Did it speak of no unit at all?
    [[nodiscard]] bool isIdle() const { return passed + broken + open == 0; }
};

/// Every rule in force on the day, those that are off among them, in the order of the packs. Checks the whole view. The
/// packs must outlive the result.
[[nodiscard]] std::vector<RuleTally> ruleTallies(const Organisation &history, const OrgView &view,
                                                 std::span<const RulePack> packs, const CheckOptions &options);

} // namespace bomay

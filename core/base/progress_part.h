// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <algorithm>

namespace bomay {

/// One of so many equal parts of a task, which tells how far it is itself; empty where nobody waits for the whole.
[[nodiscard]] inline Progress partOf(const Progress &progress, int part, int parts)
{
    constexpr int kSteps = 100; // of a part
    if (!progress)
        return {};
    return [progress, part, parts](int done, int total) {
        return progress(part * kSteps + kSteps * done / std::max(1, total), parts * kSteps);
    };
}

} // namespace bomay

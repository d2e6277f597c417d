// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/theme.h"

namespace bomay {

/// What of an organisation is drawn, and how.
struct ChartOptions
{
    Theme theme = {};
    /// Leaf units of one block side by side from this number on stand in a frame as a grid, not in a line.
    int gridFrom = 6;
    /// Width to height that a frame's grid tries to have.
    double gridAspect = 2.2;
};

} // namespace bomay

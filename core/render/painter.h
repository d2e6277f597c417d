// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

class QPainter;

namespace bomay {

/// Paints a display list: the one drawing routine of the program. The painter's unit must be the millimetre. The
/// built-in fonts must be loaded.
void paint(QPainter &painter, const DisplayList &list);

} // namespace bomay

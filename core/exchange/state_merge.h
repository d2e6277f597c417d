// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/row_reader.h"

namespace bomay {

// A second file corrects the document: what its rows speak of is as they say, everything else stays as it was.

void keepUnsaid(UnitState &state, const UnitState &known, const RowReader &row);
void keepUnsaid(PostState &state, const PostState &known, const RowReader &row);

} // namespace bomay

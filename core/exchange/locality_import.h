// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"

namespace bomay {

/// Takes the rows of DIA_BAN: localities with their states and parents. Rows of one code with disjoint dates are states
/// of one locality. A parent that is nowhere is asked for; the locality stands at the top until then.
void importLocalities(ImportContext &context, const SheetRows &sheet);

} // namespace bomay

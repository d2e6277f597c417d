// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

namespace bomay {

/// Takes the rows of CHUC_VU: posts in their units, who holds them, what they oversee. Posts are known again by unit,
/// title, tier and how often the three came before.
void importPosts(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units);

} // namespace bomay

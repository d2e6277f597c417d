// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"

namespace bomay {

/// Is this a list of areas: at least two columns whose cells nearly all begin with a type of locality ("Quận 1",
/// "Phường 2")?
[[nodiscard]] bool looksLikeAreaList(const Sheet &sheet);

/// Takes a list of areas: a column for each level, a row for each area of the lowest; makes localities, no units. Codes
/// are made from the path of names and reported once. A row whose lowest area came before is a duplicate and left out.
void importAreaList(ImportContext &context, const Workbook &workbook, const Sheet &sheet);

} // namespace bomay

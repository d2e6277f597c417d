// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_context.h"

namespace bomay {

/// What one row of a file says of a unit of the document.
struct UnitClaim
{
    RowReader *row;
    const UnitState *state;
    UnitId parent; ///< null: at the top, or waiting for a place
};

/// Puts rows of a file into a unit that the document has: a row without dates speaks of the file's day, one with dates
/// of its own time; what was at other times stays. Places go into the change, the unit is given. What is doubtful is
/// asked. `claims` are of one unit and not of the same time.
[[nodiscard]] Unit putIntoHistory(ImportContext &context, const Unit &known, std::vector<UnitClaim> claims);

} // namespace bomay

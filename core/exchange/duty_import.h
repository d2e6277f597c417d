// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"

namespace bomay {

/// Takes the rows of CHUC_NANG: what units are there for. A function that the unit has already, by its text, is put
/// right.
void importFunctions(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units);

/// Takes the rows of NHIEM_VU: what posts answer for, and who takes part. A post is meant by its unit and title, of
/// several of that title the first; a duty that one of them has already, by its text, is put right. Who takes part is a
/// unit, or a post as "unit / title".
void importDuties(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units);

/// How NHIEM_VU calls a post that takes part.
[[nodiscard]] QString participantText(const QString &unitCode, const QString &title);

} // namespace bomay

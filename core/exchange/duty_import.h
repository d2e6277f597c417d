// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/unit_directory.h"
#include "core/model/org_view.h"

namespace bomay {

/// Takes the rows of CHUC_NANG: what units are there for. A function that the unit has already, by its text, is put
/// right; of several of one text that of the file's day.
void importFunctions(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units);

/// Takes the rows of NHIEM_VU: what posts answer for, and who takes part. A post is meant by its unit and title; a duty
/// that one of several of that title has already, by its text, is put right, each by one row, else it becomes one of
/// the first, which is said (`post-of-several`). Who takes part is a unit, or a post as "unit / title".
void importDuties(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units);

/// How NHIEM_VU calls a unit or post that takes part; empty where the rows of that day do not name it.
[[nodiscard]] QString participantText(const OrgView &view, NodeRef node);

} // namespace bomay

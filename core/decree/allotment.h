// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/measure.h"
#include "core/decree/rule_pack.h"
#include "core/model/entities.h"

namespace bomay {

class Organisation;

/// Does a post of the unit name a holder? Where none does, holders were not entered, and no seat is known to be vacant.
[[nodiscard]] bool namesHolders(const OrgView &view, int unit);

/// Deputies who are there (có mặt): held seats of deputies directly in the unit. Without
/// holders every seat counts, as for the limits of law (law.md §11.2).
[[nodiscard]] Measured deputiesInPost(const OrgView &view, int unit);

/// "Quyết định số 15/QĐ-UBND ngày 12/01/2026", as far as the row says.
[[nodiscard]] Citation cited(const LegalDocument &document);

/// The document that allots staff and deputies, as a unit names it: a bare number and symbol gets the type and date of
/// the document's row, where there is one; other texts stand as they were written. Says so where nothing was entered.
/// `history` may be null.
[[nodiscard]] Citation citedAllotment(const Organisation *history, const QString &basis);

} // namespace bomay

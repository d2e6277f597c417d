// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/exchange/import_plan.h"

namespace bomay {

/// Understands a table that gives each unit its number of deputies or staff, as the annex of a decision is pasted from
/// Excel or Word: cells parted by tabs. Columns are known by their titles (unit code, unit name, deputies allotted,
/// staff allotted, each as the template or as decisions call them); without titles the first column with words names
/// the unit and the one number is that of deputies. A unit is found by its code, else by its name on the edit's day in
/// whatever Unicode form, case and tone placement. `scope.document` becomes the document that allots; empty = as it
/// was.
///
/// The change sets all units in one step; it has no images where everything is as the table says. Each row is taken,
/// left out with its reason, or asked: a name that several units have, or that fits a unit only without its marks, and
/// a number that is none. What is asked changes nothing.
///
/// Errors: `allotment-no-columns` where neither titles nor contents say what is what; `no-usable-row` with the rows'
/// reasons as causes; `too-large`; those of `changeUnit` that are no fault of a row.
[[nodiscard]] Result<ImportPlan> planAllotments(const QString &table, const Organisation &base, const EditScope &scope,
                                                IdSource &ids);

} // namespace bomay

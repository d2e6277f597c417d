// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/unit_verbs.h"

#include <QStringList>

namespace bomay {

/// What an order from `from` on changed of the days before it, in words; empty where nothing.
[[nodiscard]] QStringList changedPast(const Organisation &before, const Organisation &after, Day from);

/// What a reorganisation lost or left behind that it must not, in words for a failing test; empty where all is well.
/// Worked out from the rows before and after alone, without a look at how the verbs work. `from` is the order's date,
/// `terms` what the order said beyond its main line.
///
/// - Until the day before everything is as it was.
/// - Units below and posts of a unit that ends are in an heir, and who holds a post keeps it, unless `terms` ends it or
///   there is no heir. Only vacant heads may go by themselves. Later appointments stay as well.
/// - Who is marked as reorganised has predecessors; where somebody is, whoever ends has heirs.
/// - Every function has one heir, in an heir of its unit, unless `terms` ends it.
/// - The quotas of the order's year, and of each later one, of all who took part have the same sum as before, and so
///   have the staff numbers of a unit that took over others as a whole; what one does not know makes the sum unknown.
/// - Relations of other types go on between the heirs; posts report to each other as long as they are in one unit.
/// - Nothing in force on the date speaks of a unit or post that is not there.
[[nodiscard]] QStringList lostBetween(const Organisation &before, const Organisation &after, Day from,
                                      const Terms &terms);

} // namespace bomay

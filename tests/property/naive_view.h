// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <QStringList>

namespace bomay {

/// The drawn tree of a day, a line for each node with its depth, locality or holders, what is staged last; worked out
/// the slow and obvious way from the tables alone: the reference that `OrgView` is held against. Quadratic and
/// recursive.
[[nodiscard]] QStringList naiveView(const Organisation &organisation, Day day);

/// A view in the same lines.
[[nodiscard]] QStringList linesOf(const OrgView &view);

} // namespace bomay

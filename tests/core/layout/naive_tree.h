// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/layout/forest.h"

namespace bomay::test {

/// Reference, not product: what a tidy tree is, said as plainly as possible. Recursive, every box of a subtree against
/// every box of the siblings before it, every shift carried out at once. Only for small forests that grow down.
[[nodiscard]] std::vector<QRectF> naiveTidyTree(const Forest &forest, const TreeGaps &gaps);

} // namespace bomay::test

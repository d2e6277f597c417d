// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/fit_layout.h"
#include "core/layout/tidy_tree.h"

#include <optional>

namespace bomay {

/// How the children of one box stand, in the words of a chart that grows down.
enum class BranchForm {
    Tidy,    ///< side by side, each branch as near to the next as its boxes allow (`layoutTidyTree`)
    Abreast, ///< side by side, each branch taken as a rectangle
    HangingRight,
    HangingLeft,
    HangingBoth, ///< left and right of the line in turns: the first on the left, the second beside it
    Columns
};

/// A box of a forest in preorder (a parent stands before its children, a subtree is one run).
struct BranchNode
{
    int parent = -1; ///< index; −1 for a root
    QSizeF size;     ///< mm
    double side = 0; ///< mm below its upper edge: where a line from the left or right meets it
    BranchForm form = BranchForm::Tidy;
    /// What hangs on one side does so from the middle of its lower edge, and not from an end: what it stands for is no
    /// single box, and a line at its end would seem to come from somebody else.
    bool hasTrunk = false;
    int columns = 0;                ///< of `Columns`; 0 = so many that the branch is about as wide as high
    std::optional<double> gap = {}; ///< mm between its children; nothing = `FitGaps::sibling`. `Tidy` becomes `Abreast`
    /// mm by which it stands away from where it would. Others make room; nothing moves up into a parent.
    QPointF offset = {};
    double drop = 0; ///< mm that its children stand lower than they would, so that levels are at one height
};

struct BranchPlacement
{
    std::vector<QRectF> boxes; ///< by node; the corner of the whole is (0, 0)
    std::vector<QLineF> lines; ///< horizontal and vertical, node by node
    std::vector<int> lineEnds; ///< by node: behind the last of its lines to its children
    QSizeF size;
};

/// Places a forest in which each branch has a form of its own. Branches of another form than `Tidy` are rectangles
/// to those above them, whose box stands in the middle of its rectangle where its parent is `Tidy`. No two boxes
/// overlap, no line runs through a box, siblings keep their order (row by row where they hang on both sides), a child
/// begins at least a level gap behind its parent, equal input gives equal output. Linear in the number of boxes for a
/// bounded number of columns, without recursion. With `GrowDirection::Right` everything is turned over the diagonal.
/// Input that is no preorder, or lengths that are negative or not finite, are a mistake of the caller: the result is
/// empty.
[[nodiscard]] BranchPlacement layoutBranches(std::span<const BranchNode> nodes, const FitGaps &gaps = {},
                                             GrowDirection direction = GrowDirection::Down);

} // namespace bomay

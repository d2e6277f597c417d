// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace bomay {

/// How the children of a box stand below it.
enum class BranchStyle {
    Rows,   ///< side by side, in one row or several under each other
    Columns ///< under each other, in one column or several side by side, each hanging on a line at its left
};

/// One shape that a box can have.
struct FitShape
{
    QSizeF size;  ///< mm
    QPointF side; ///< where a line from the left meets it, from its own corner; lines from above meet its upper middle
};

/// A box of a forest in preorder (a parent stands before its children, a subtree is one run).
struct FitNode
{
    int parent = -1;              ///< index; −1 for a root
    std::vector<FitShape> shapes; ///< at least one
};

struct FitGaps
{
    double sibling = 4; ///< mm between boxes that stand beside or under each other
    double level = 8;   ///< from a box to what hangs below it: half for the line that spreads, half for those that end
    double indent = 4;  ///< room for the line that a column or several rows hang on, in place of the gap beside it
};

struct FitPlacement
{
    std::vector<QRectF> boxes;              ///< by node; the corner of the whole is (0, 0)
    std::vector<int> shapes;                ///< by node: the shape that was chosen
    std::vector<std::vector<QLineF>> lines; ///< by node: to its children; horizontal and vertical
    QSizeF size;
};

/// How roots stand.
enum class FitRoots { AnyRows, OneRow };

/// Places a forest so that it can be drawn largest in a room, with so much around it as is drawn with it (mm): for each
/// branch rows or columns, how many of them, and a shape for each box are searched together, bottom-up over what is not
/// beaten in both width and height. So many shapes of a branch are kept that the search is bounded, fewer in large
/// forests; equal input gives equal output. No two boxes overlap, no line runs through a box, siblings keep their
/// order, a child begins below its parent. Input that is no preorder or a node without a shape is a mistake of the
/// caller: the result is empty.
[[nodiscard]] FitPlacement fitLayout(std::span<const FitNode> nodes, const QSizeF &room, const FitGaps &gaps = {},
                                     FitRoots roots = FitRoots::AnyRows, const QSizeF &around = {0, 0});

} // namespace bomay

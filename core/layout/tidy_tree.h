// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <span>
#include <vector>

namespace bomay {

/// Which way the tree grows from its root.
enum class GrowDirection { Down, Right };

/// Distances between boxes, in millimetres. Boxes are side by side where their reaches along the growth overlap; a box
/// reaches one level gap beyond its far edge, so that connectors have room there.
struct TreeGaps
{
    double sibling = 4; ///< between boxes side by side on one parent
    double cousin = 4;  ///< between boxes side by side on different parents
    double level = 8;   ///< from a parent's far edge to its children's near edge
};

/// A forest in preorder (a parent stands before its children, a subtree is one run) with the sizes of its boxes.
struct TreeInput
{
    std::span<const int> parents;    ///< index of the parent, −1 for a root
    std::span<const double> widths;  ///< mm
    std::span<const double> heights; ///< mm
    TreeGaps gaps = {};
    GrowDirection direction = GrowDirection::Down;
};

/// Is every parent an ancestor of the box before, or that box itself?
[[nodiscard]] bool isPreorder(std::span<const int> parents);

/// Places every box: no two overlap, siblings keep their order, equal subtrees look equal, a parent stands in the
/// middle between its first and last child, a child begins one level gap behind its parent's far edge. Roots stand side
/// by side. The smallest coordinates are 0. Linear in the number of boxes, without recursion. Input that is no
/// preorder, or lengths that are negative or not finite, are a mistake of the caller: the result is empty. Algorithm:
/// A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44 (2014).
[[nodiscard]] std::vector<QRectF> layoutTidyTree(const TreeInput &input);

} // namespace bomay

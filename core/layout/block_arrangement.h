// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/branch_layout.h"

namespace bomay {

// Internal to core/layout: a branch as one rectangle.

/// A rectangle with a box at its top.
struct BlockSize
{
    QSizeF size;
    double anchor = 0; ///< x of the middle of the box, from the left edge
};

struct BlockArrangement
{
    BlockSize whole;
    std::vector<QPointF> corners; ///< of the children's rectangles, from the corner of the whole
};

/// Sets the rectangles of children under their parent's box as its form says; `Tidy` as `Abreast`.
[[nodiscard]] BlockArrangement arrangeBlock(const BranchNode &parent, std::span<const BlockSize> children,
                                            const FitGaps &gaps);

/// A child as its lines need it.
struct BlockChild
{
    QRectF box;
    double side = 0; ///< as in `BranchNode`
    double left = 0; ///< of its rectangle
};

/// Appends the lines from a box to its children, all in their places.
void appendLines(const BranchNode &parent, const QRectF &box, std::span<const BlockChild> children, const FitGaps &gaps,
                 std::vector<QLineF> &lines);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace bomay {

/// How boxes fill a grid.
enum class GridOrder { ByRow, ByColumn };

struct GridOptions
{
    /// Brought into 1 … number of boxes. Filled by column, the last ones may stay empty; they take no room.
    int columns = 1;
    double gap = 2; ///< mm between boxes, both ways
    GridOrder order = GridOrder::ByRow;
};

struct GridPlacement
{
    std::vector<QRectF> boxes; ///< in the order of the input; the grid's corner is (0, 0)
    QSizeF size;
};

/// Boxes in rows and columns; a column is as wide as its widest box, a row as high as its highest, and every box is
/// stretched to its cell's width and its row's height, so that lines run straight.
[[nodiscard]] GridPlacement layoutGrid(std::span<const QSizeF> sizes, const GridOptions &options);

/// The number of columns from 1 to the number of boxes whose grid, filled by row, comes nearest to `aspect` (width :
/// height, above 0) in ratio.
[[nodiscard]] int gridColumnsForAspect(std::span<const QSizeF> sizes, double gap, double aspect);

/// The numbers of columns whose grids, filled by row, are not beaten in both width and height by another one: narrow
/// and high first.
[[nodiscard]] std::vector<int> gridColumnsWorthTrying(std::span<const QSizeF> sizes, double gap);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/display_list.h"

#include <QSizeF>

#include <vector>

namespace bomay {

/// Boxes that must stay together: those of one unit that touch.
struct TileBlock
{
    QRectF rect;
    std::vector<int> boxes; ///< indices in the list
    std::vector<int> texts;
    int row = 0; ///< of sheets
    int column = 0;
};

/// Where a picture is cut: into rows of sheets, and each row into sheets. A point belongs to the sheet between the cuts
/// round it, but a block wholly to the sheet that holds its middle.
struct TilePlan
{
    std::vector<TileBlock> blocks;
    std::vector<int> frames;                     ///< boxes round other boxes: they are cut like lines
    std::vector<double> rowCuts;                 ///< y; one more than there are rows: with the edges of the picture
    std::vector<std::vector<double>> columnCuts; ///< x by row, likewise

    [[nodiscard]] int rows() const { return static_cast<int>(columnCuts.size()); }
    [[nodiscard]] int columns(int row) const
    {
        return static_cast<int>(columnCuts[static_cast<std::size_t>(row)].size()) - 1;
    }
};

/// Plans the cuts so that what a sheet holds is at most as large as `room` (in the picture's mm). Errors:
/// `box-wider-than-sheet` {box, sheet} where a block is larger than that.
[[nodiscard]] Result<TilePlan> planTiles(const DisplayList &picture, const QSizeF &room);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/picture_blocks.h"

#include <QSizeF>

#include <vector>

namespace bomay {

/// What must stay together, and the sheet that it is on.
struct TileBlock : PictureBlock
{
    int row = 0;
    int column = 0;
};

/// Where a picture is cut: into rows of sheets, and each row into sheets. A point belongs to the sheet between the cuts
/// round it, but a block wholly to the sheet that holds its middle.
struct TilePlan
{
    QRectF whole; ///< what the picture covers, with texts that stand out over its bounds
    std::vector<TileBlock> blocks;
    std::vector<BlockImage> images;              ///< by block
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

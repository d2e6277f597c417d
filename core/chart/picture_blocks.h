// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

namespace bomay {

/// Boxes that stand as one: those of one unit that touch, those of a pile, a text or an image without a box.
struct PictureBlock
{
    QRectF rect;
    std::vector<int> boxes; ///< indices in the list
    std::vector<int> texts;
};

/// An image and the block that it stands in.
struct BlockImage
{
    int block; ///< its index
    int image; ///< index in the list
};

/// What a picture is made of but for its lines.
struct PictureBlocks
{
    std::vector<PictureBlock> blocks;
    std::vector<BlockImage> images; ///< by block: few blocks have any
    std::vector<int> frames;        ///< boxes round other boxes: lines may run through them
};

[[nodiscard]] PictureBlocks blocksOf(const DisplayList &picture);

} // namespace bomay

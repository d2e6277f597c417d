// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/text_block.h"

namespace bomay {

/// The photograph of who holds a post, for its box; null where the view shows none, nobody has one, or several hold the
/// post: nobody could tell whose it is.
[[nodiscard]] std::shared_ptr<const BlockPicture> portraitFor(const OrgView &view, const ChartOptions &options,
                                                              NodeRef post, PictureSide side);

/// As much room without one, in a pale tone, for a box beside another that has one.
[[nodiscard]] std::shared_ptr<const BlockPicture> roomForPortrait(const Theme &theme, PictureSide side);

} // namespace bomay

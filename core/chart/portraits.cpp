// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/portraits.h"

#include "core/base/numbers.h"

namespace bomay {

std::shared_ptr<const BlockPicture> portraitFor(const OrgView &view, const ChartOptions &options, NodeRef post,
                                                PictureSide side)
{
    // Who must not be named is not shown either.
    const int index = options.view.portraits && options.view.holders ? view.indexOf(post) : -1;
    if (index < 0)
        return nullptr;
    const auto &holders = view.posts()[uz(index)].holders;
    if (holders.size() != 1 || holders.front().portrait.isEmpty())
        return nullptr;
    return std::make_shared<const BlockPicture>(
        BlockPicture{holders.front().portrait, post, options.theme.portrait, {}, side});
}

std::shared_ptr<const BlockPicture> roomForPortrait(const Theme &theme, PictureSide side)
{
    return std::make_shared<const BlockPicture>(BlockPicture{{}, {}, theme.portrait, theme.leaderFill, side});
}

} // namespace bomay

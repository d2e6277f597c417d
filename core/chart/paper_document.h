// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/page.h"

namespace bomay {

/// An entry of the outline (bookmarks) that a viewer shows beside the pages.
struct OutlineEntry
{
    QString title;
    int level = 0;  ///< 0 = top; an entry is below the nearest one before it with a smaller level
    int page = 0;   ///< index of the page it leads to
    double top = 0; ///< mm from the upper edge of that page

    friend bool operator==(const OutlineEntry &, const OutlineEntry &) = default;
};

/// Everything that goes on paper together: pages in their order and the way through them. The one thing that PDF,
/// printer, SVG and PNG are made from.
struct PaperDocument
{
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline = {};
};

} // namespace bomay

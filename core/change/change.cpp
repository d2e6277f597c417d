// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change.h"

#include <ranges>

namespace bomay {

Change inverted(const Change &change)
{
    Change inverse = change;
    inverse.images.clear();
    inverse.images.reserve(change.images.size());
    for (const RowImage &image : std::views::reverse(change.images))
        inverse.images.push_back({image.key, image.after, image.before});
    return inverse;
}

} // namespace bomay

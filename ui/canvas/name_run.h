// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/text_measurer.h"
#include "core/model/org_view.h"

#include <optional>

namespace bomay {

/// Where the name of a unit or the title of a post stands in a picture.
struct NameRun
{
    QRectF rect; ///< mm; round all lines that it was broken into
    FontSpec font;

    friend bool operator==(const NameRun &, const NameRun &) = default;
};

/// Finds the name of a node; a post without a box of its own has its line in the box of its unit. Nothing where the
/// picture does not show it.
[[nodiscard]] std::optional<NameRun> nameRunOf(const DisplayList &picture, const OrgView &view, NodeRef node,
                                               const TextMeasurer &measurer);

} // namespace bomay

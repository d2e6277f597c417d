// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

namespace bomay {

/// Counts on the day of a view. Depth and width are measured on the drawn tree: a root has depth 1.
struct Statistics
{
    int units = 0;
    int posts = 0;
    int seats = 0;
    int people = 0;      ///< persons who hold a post that day
    int vacantSeats = 0; ///< seats nobody holds
    double fte = 0;      ///< full-time equivalents, where given
    int roots = 0;
    int maxDepth = 0;
    int widest = 0;    ///< the largest number of children of one node
    int relations = 0; ///< relations valid that day
    int localities = 0;
    int deputies = 0;      ///< seats of deputy posts
    int quotaAllotted = 0; ///< biên chế giao; where children carry numbers, the parent's is not added to them
    int quotaFilled = 0;   ///< biên chế có mặt; likewise
    int orphans = 0;       ///< staged nodes whose parent is unknown, or is the node itself
    int cycles = 0;        ///< staged nodes that were cut out of a loop

    friend bool operator==(const Statistics &, const Statistics &) = default;
};

[[nodiscard]] Statistics statisticsOf(const Organisation &organisation, const OrgView &view);

} // namespace bomay

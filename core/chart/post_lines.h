// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/org_view.h"

#include <QString>

#include <span>
#include <vector>

namespace bomay {

/// Posts of a unit that a chart says in one line: equal title and tier, and either all vacant or one holder.
struct PostLine
{
    QString text;    ///< "02 Phó Trưởng phòng bậc 3"
    QString holders; ///< "Nguyễn Văn A", with "(Q.)" or the like where not in full office; empty = nobody
    bool vacant = false;
    PostRole role = PostRole::Unknown;
    int tier = 0;
    NodeRef node;        ///< the first post of the line
    bool acting = false; ///< nobody holds it in full office, but somebody acts
    QString surplus;     ///< "dôi dư", "dôi dư đến 31/12/2027" for a post kept beyond the number; else empty

    /// One line for a list: text and holders, or "(khuyết)".
    [[nodiscard]] QString joined() const;
};

/// Which equal posts are counted on one line.
enum class PostGrouping {
    CountVacant, ///< those that nobody holds
    CountAll,    ///< all, whoever holds them: "02 Phó Trưởng phòng"
    Single       ///< each stands for itself
};

/// The line of one post alone.
[[nodiscard]] PostLine postLine(const OrgView &view, int post);

/// The lines of a unit's posts in the order of protocol, but for those that stand apart (sorted): no line counts them.
/// Tiers are named only where the unit has more than one.
[[nodiscard]] std::vector<PostLine> postLines(const OrgView &view, int unit, PostGrouping grouping,
                                              std::span<const int> apart = {});

} // namespace bomay

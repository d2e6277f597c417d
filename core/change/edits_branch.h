// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/model/org_view.h"

namespace bomay {

/// Units and posts with their facts and their places to each other, but without ids, codes, dates and persons: what is
/// copied, pasted and made from a list. Units stand in preorder.
struct Branch
{
    struct UnitPart
    {
        UnitState state; ///< the period does not count
        int parent = -1; ///< index in `units`, before its own; −1 = at the top of the branch

        friend bool operator==(const UnitPart &, const UnitPart &) = default;
    };
    struct PostPart
    {
        PostState state; ///< the period does not count
        int unit = -1;   ///< index in `units`; −1 = of the unit that the branch comes under

        friend bool operator==(const PostPart &, const PostPart &) = default;
    };

    std::vector<UnitPart> units;
    std::vector<PostPart> posts;

    [[nodiscard]] bool isEmpty() const { return units.empty() && posts.empty(); }

    friend bool operator==(const Branch &, const Branch &) = default;
};

/// Nodes with all that is below them on the day of the view. Nodes under others of them come once.
[[nodiscard]] Branch branchOf(const OrgView &view, std::span<const NodeRef> nodes);

/// Puts a branch under a unit, its upper units before one of those there or behind them all, with new ids and
/// provisional codes; nobody holds its posts yet. A locality that the organisation does not have is left out. `title`
/// is that of the change. Errors: `edit-empty-name`, `edit-not-a-sibling`; `edit-post-needs-unit` where posts would
/// come to the top; `edit-no-change` for an empty branch.
[[nodiscard]] Result<Change> insertBranch(const Organisation &organisation, const Branch &branch,
                                          const Destination &where, const QString &title, const EditScope &scope,
                                          IdSource &ids);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chart_entities.h"
#include "core/model/org_view.h"

#include <span>
#include <unordered_map>

namespace bomay {

/// What of a view is folded away on the screen, to work on the rest: so many levels, and branches folded or opened by
/// hand. It is no part of the organisation and none of the drawing on paper: nothing is undone or saved for it. The
/// depth of the view itself is never exceeded.
struct ChartFolds
{
    int levels = 0;                               ///< of units from the view's top on; 0 = all
    std::unordered_map<UnitId, bool> byHand = {}; ///< true = folded, false = open whatever the levels say

    friend bool operator==(const ChartFolds &, const ChartFolds &) = default;

    [[nodiscard]] bool isEmpty() const { return levels == 0 && byHand.empty(); }
    [[nodiscard]] bool isFoldedByHand(UnitId unit) const;
    /// Is what is below a unit of a level (1 = at the view's top) not drawn?
    [[nodiscard]] bool hidesBelow(UnitId unit, int level) const;
};

// `drawing` is the view that is folded: what it is drawn from, how deep, and what it leaves out.

/// Does a view draw something below a unit that folding would hide?
[[nodiscard]] bool isFoldable(const OrgView &view, const ChartView &drawing, UnitId unit);

/// Is what is below a unit folded away?
[[nodiscard]] bool isFolded(const ChartFolds &folds, const OrgView &view, const ChartView &drawing, UnitId unit);

enum class FoldWay { Fold, Unfold };

/// Folds the branches below units, or opens each by one level. Units with nothing to fold are passed over.
[[nodiscard]] ChartFolds withFolded(ChartFolds folds, const OrgView &view, const ChartView &drawing,
                                    std::span<const UnitId> units, FoldWay way);

/// What is seen of a node: itself, or the uppermost folded unit that hides it. A post is seen in the box of its unit.
[[nodiscard]] NodeRef seenFor(const ChartFolds &folds, const OrgView &view, const ChartView &drawing, NodeRef node);

/// Opens the branches above a node that hide it; a post is told by the box of its unit.
[[nodiscard]] ChartFolds withRevealed(ChartFolds folds, const OrgView &view, const ChartView &drawing, NodeRef node);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_folds.h"

#include "core/base/numbers.h"

namespace bomay {

namespace {

UnitId unitAbove(const OrgView &view, UnitId unit)
{
    const int index = view.indexOf(unit);
    const int above = index < 0 ? -1 : view.parentUnit(index);
    return above < 0 ? UnitId{} : view.units()[uz(above)].id;
}

/// 1 for units at the top of the drawing; 0 for those outside.
int levelOf(const OrgView &view, UnitId root, UnitId unit)
{
    int level = 1;
    for (; unit != root; ++level) {
        const UnitId above = unitAbove(view, unit);
        if (above.isNull())
            return root.isNull() ? level : 0;
        unit = above;
    }
    return level;
}

} // namespace

bool ChartFolds::isFoldedByHand(UnitId unit) const
{
    const auto found = byHand.find(unit);
    return found != byHand.end() && found->second;
}

bool ChartFolds::hidesBelow(UnitId unit, int level) const
{
    if (!byHand.empty())
        if (const auto found = byHand.find(unit); found != byHand.end())
            return found->second;
    return levels > 0 && level >= levels;
}

bool isFoldable(const OrgView &view, UnitId unit)
{
    const int index = view.indexOf(unit);
    return index >= 0 && !view.unitsOfUnit(index).empty();
}

bool isFolded(const ChartFolds &folds, const OrgView &view, UnitId root, UnitId unit)
{
    return !folds.isEmpty() && isFoldable(view, unit) && folds.hidesBelow(unit, levelOf(view, root, unit));
}

ChartFolds withFolded(ChartFolds folds, const OrgView &view, UnitId root, std::span<const UnitId> units, FoldWay way)
{
    const bool wanted = way == FoldWay::Fold;
    for (const UnitId unit : units) {
        if (!isFoldable(view, unit))
            continue;
        // With as little said by hand as goes.
        folds.byHand.erase(unit);
        if (isFolded(folds, view, root, unit) != wanted)
            folds.byHand.emplace(unit, wanted);
    }
    return folds;
}

ChartFolds withRevealed(ChartFolds folds, const OrgView &view, UnitId root, NodeRef node)
{
    const int index = view.indexOf(node);
    if (index < 0 || folds.isEmpty())
        return folds;
    UnitId unit;
    if (node.isUnit())
        unit = node.unit();
    else if (const int own = view.posts()[uz(index)].unit; own >= 0)
        unit = view.units()[uz(own)].id;
    if (unit.isNull() || levelOf(view, root, unit) == 0)
        return folds;
    while (unit != root) {
        unit = unitAbove(view, unit);
        if (unit.isNull())
            break;
        folds = withFolded(std::move(folds), view, root, {&unit, 1}, FoldWay::Unfold);
    }
    return folds;
}

} // namespace bomay

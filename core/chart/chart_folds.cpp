// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_folds.h"

#include "core/base/numbers.h"
#include "core/chart/unit_filter.h"

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

/// The unit of a node, or that of a post; null where it has none.
UnitId ownUnit(const OrgView &view, NodeRef node)
{
    if (node.isUnit())
        return node.unit();
    const int index = view.indexOf(node);
    const int unit = index < 0 ? -1 : view.posts()[uz(index)].unit;
    return unit < 0 ? UnitId{} : view.units()[uz(unit)].id;
}

/// With as little said by hand as goes.
void setFolded(ChartFolds &folds, UnitId unit, int level, bool wanted)
{
    folds.byHand.erase(unit);
    if (folds.hidesBelow(unit, level) != wanted)
        folds.byHand.emplace(unit, wanted);
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

bool isFoldable(const OrgView &view, const ChartView &drawing, UnitId unit)
{
    const int index = view.indexOf(unit);
    if (index < 0 || !UnitFilter(view, drawing).hasUnitsBelow(index))
        return false;
    return drawing.depth == 0 || levelOf(view, drawing.root, unit) < drawing.depth;
}

bool isFolded(const ChartFolds &folds, const OrgView &view, const ChartView &drawing, UnitId unit)
{
    return !folds.isEmpty() && isFoldable(view, drawing, unit) &&
           folds.hidesBelow(unit, levelOf(view, drawing.root, unit));
}

ChartFolds withFolded(ChartFolds folds, const OrgView &view, const ChartView &drawing, std::span<const UnitId> units,
                      FoldWay way)
{
    for (const UnitId unit : units)
        if (isFoldable(view, drawing, unit))
            setFolded(folds, unit, levelOf(view, drawing.root, unit), way == FoldWay::Fold);
    return folds;
}

NodeRef seenFor(const ChartFolds &folds, const OrgView &view, const ChartView &drawing, NodeRef node)
{
    NodeRef seen = node;
    UnitId unit = ownUnit(view, node);
    int level = unit.isNull() || folds.isEmpty() ? 0 : levelOf(view, drawing.root, unit);
    while (level > 1) {
        unit = unitAbove(view, unit);
        if (folds.hidesBelow(unit, --level))
            seen = unit;
    }
    return seen;
}

ChartFolds withRevealed(ChartFolds folds, const OrgView &view, const ChartView &drawing, NodeRef node)
{
    UnitId unit = folds.isEmpty() ? UnitId{} : ownUnit(view, node);
    int level = unit.isNull() ? 0 : levelOf(view, drawing.root, unit);
    while (level > 1) {
        unit = unitAbove(view, unit);
        setFolded(folds, unit, --level, false);
    }
    return folds;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fold_commands.h"

#include "core/change/edits_structure.h"

#include <algorithm>
#include <unordered_set>

namespace bomay {

FoldCommands::FoldCommands(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::jumped, this, &FoldCommands::reveal);
}

UnitId FoldCommands::foldableUnit(NodeRef node) const
{
    const OrgView &view = m_document.view();
    const UnitId unit = node.isUnit() ? node.unit() : unitAbove(view, node);
    return isFoldable(view, m_document.chartView(), unit) ? unit : UnitId{};
}

std::vector<UnitId> FoldCommands::units() const
{
    std::vector<UnitId> units;
    std::unordered_set<UnitId> known;
    for (const NodeRef node : m_document.selection())
        if (const UnitId unit = foldableUnit(node); !unit.isNull() && known.insert(unit).second)
            units.push_back(unit);
    return units;
}

bool FoldCommands::canToggle() const
{
    return std::ranges::any_of(m_document.selection(), [this](NodeRef node) { return !foldableUnit(node).isNull(); });
}

bool FoldCommands::areFolded() const
{
    const ChartView drawing = m_document.chartView();
    const ChartFolds &folds = m_document.folds();
    return std::ranges::all_of(m_document.selection(), [&](NodeRef node) {
        const UnitId unit = foldableUnit(node);
        return unit.isNull() || isFolded(folds, m_document.view(), drawing, unit);
    });
}

void FoldCommands::toggle()
{
    const FoldWay way = areFolded() ? FoldWay::Unfold : FoldWay::Fold;
    fold(withFolded(m_document.folds(), m_document.view(), m_document.chartView(), units(), way));
}

void FoldCommands::showLevels(int levels)
{
    fold({levels, {}});
}

void FoldCommands::fold(ChartFolds folds)
{
    m_document.setFolds(std::move(folds));
    const ChartFolds &now = m_document.folds();
    const ChartView drawing = m_document.chartView();
    std::vector<NodeRef> seen;
    for (const NodeRef node : m_document.selection()) {
        const NodeRef shown = seenFor(now, m_document.view(), drawing, node);
        if (std::ranges::find(seen, shown) == seen.end())
            seen.push_back(shown);
    }
    if (seen != m_document.selection())
        m_document.selectAll(std::move(seen));
}

void FoldCommands::reveal(NodeRef node)
{
    m_document.setFolds(withRevealed(m_document.folds(), m_document.view(), m_document.chartView(), node));
}

} // namespace bomay

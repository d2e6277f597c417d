// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fold_commands.h"

#include "core/change/edits_structure.h"

#include <algorithm>

namespace bomay {

FoldCommands::FoldCommands(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::jumped, this, &FoldCommands::reveal);
}

std::vector<UnitId> FoldCommands::units() const
{
    const OrgView &view = m_document.view();
    std::vector<UnitId> units;
    for (const NodeRef node : m_document.selection()) {
        const UnitId unit = node.isUnit() ? node.unit() : unitAbove(view, node);
        if (isFoldable(view, unit) && std::ranges::find(units, unit) == units.end())
            units.push_back(unit);
    }
    return units;
}

bool FoldCommands::areFolded() const
{
    const UnitId root = m_document.chartView().root;
    return std::ranges::all_of(
        units(), [&](UnitId unit) { return isFolded(m_document.folds(), m_document.view(), root, unit); });
}

void FoldCommands::toggle()
{
    const FoldWay way = areFolded() ? FoldWay::Unfold : FoldWay::Fold;
    m_document.setFolds(withFolded(m_document.folds(), m_document.view(), m_document.chartView().root, units(), way));
}

void FoldCommands::showLevels(int levels)
{
    m_document.setFolds({levels, {}});
}

void FoldCommands::reveal(NodeRef node)
{
    m_document.setFolds(withRevealed(m_document.folds(), m_document.view(), m_document.chartView().root, node));
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QObject>

namespace bomay {

/// How much of the chart is shown on the screen: branches folded and opened, levels. Whoever jumps to a node that is
/// folded away finds its branch opened.
class FoldCommands : public QObject
{
    Q_OBJECT

public:
    explicit FoldCommands(Document &document, QObject *parent = nullptr);

    /// Folds the branches below what is selected, or opens them where all of them are folded.
    void toggle();
    /// So many levels from the top of the view on; 0 = all. What was folded and opened by hand is forgotten.
    void showLevels(int levels);
    /// Opens what hides a node.
    void reveal(NodeRef node);

    [[nodiscard]] bool canToggle() const;
    /// Are all branches below what is selected folded?
    [[nodiscard]] bool areFolded() const;
    [[nodiscard]] bool hasFolds() const { return !m_document.folds().isEmpty(); }

private:
    /// Folds, and selects what is seen instead of what was selected: keys must not act on what nobody sees.
    void fold(ChartFolds folds);
    /// The unit of a node, where units are below it; null otherwise.
    [[nodiscard]] UnitId foldableUnit(NodeRef node) const;
    /// The selected units, or the units of selected posts, that have units below them.
    [[nodiscard]] std::vector<UnitId> units() const;

    Document &m_document;
};

} // namespace bomay

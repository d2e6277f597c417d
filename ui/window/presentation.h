// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/font_table.h"
#include "ui/canvas/chart_walk.h"
#include "ui/document/ui_context.h"

#include <QWidget>

namespace bomay {

class ChartCanvas;
class FoldCommands;

/// The chart alone on a whole screen, to show it to a meeting: no panel, no mark of a finding, and no key that edits.
/// Arrows walk from box to box, + and − zoom, Home shows the whole, Space opens and folds a branch, the keys of levels
/// show so many; Esc leaves.
class Presentation : public QWidget
{
    Q_OBJECT

public:
    Presentation(const UiContext &context, const FontTable &fonts, FoldCommands &folds, QWidget *parent = nullptr);

    [[nodiscard]] ChartCanvas &canvas() { return *m_canvas; }

private:
    void addFoldKeys(FoldCommands &folds);
    /// Selects the box that lies that way, and comes near enough to read it.
    void walk(WalkStep step);

    ChartCanvas *m_canvas;
};

} // namespace bomay

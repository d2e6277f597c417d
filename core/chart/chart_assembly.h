// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/piece_composer.h"

namespace bomay {

// Internal to core/chart: from composed pieces to a picture.

[[nodiscard]] FitGaps chartGaps(const Theme &theme);

/// A part as the layout of branches sees it.
[[nodiscard]] BranchNode branchNode(const ChartPart &part, const Piece &piece);

/// Branches that hang on one side stand side by side as rectangles: a tidy tree would leave as much room on the other
/// side.
void packColumns(std::span<BranchNode> nodes);

/// Are levels told by their height?
[[nodiscard]] bool hasLevels(const ChartView &view);

/// Where the pieces of a chart stand, branch by branch, in the forms of their parts.
[[nodiscard]] BranchPlacement placePieces(std::span<const ChartPart> parts, std::span<const Piece> pieces,
                                          const ChartOptions &options);

/// Gives a list room for what a view of everything draws, so that it does not grow step by step.
void reserveFor(DisplayList &list, const OrgView &view, const ChartOptions &options);

/// Draws lines as one run.
void drawRun(DisplayList &list, std::span<const QLineF> lines, const Stroke &stroke);

/// Draws the lines of a placed branch from its corner, those below each part as one run.
void drawBranch(DisplayList &list, const BranchPlacement &placed, QPointF corner, const Stroke &stroke);

/// Draws over a finished picture what does not decide where its parts stand, and what explains it: lines of relations,
/// names of levels, the legend, the objects of the view.
void finishPicture(DisplayList &list, const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options);

} // namespace bomay

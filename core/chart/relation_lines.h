// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_scope.h"

namespace bomay {

/// How a kind of relation is drawn. Told apart without colour; what belongs together in the tree is a plain line.
struct RelationLook
{
    Stroke stroke;
    bool headAtBegin = false;
    bool headAtEnd = false;
};

[[nodiscard]] RelationLook lookOf(RelationType type, const Theme &theme);

/// Are there relations to draw: all, or those of the top band?
[[nodiscard]] bool drawsRelations(const ChartOptions &options);

/// What was drawn of a view's relations.
struct RelationLines
{
    std::vector<RelationType> types; ///< that were drawn, in the order of the vocabulary
    int drawn = 0;
    int unrouted = 0; ///< both ends are in the picture, but no way was found
};

/// Draws the relations of a view over its finished picture, as lines round the boxes; those of one kind from one node
/// share their way. A relation is left out where an end is not in the picture, or where the chart shows it already: a
/// deputy's units in the column below. The ends of a post without a box of its own are at its line in its unit's box.
RelationLines drawRelations(DisplayList &list, const OrgView &view, const ChartOptions &options,
                            std::span<const ChartPart> parts);

} // namespace bomay

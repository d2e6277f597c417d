// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_scope.h"
#include "core/chart/frame_box.h"
#include "core/chart/leader_boxes.h"

namespace bomay {

/// A part of the chart drawn about the corner (0, 0): its items in the list, and its size. Lines from above and below
/// meet the middle of its upper and lower edge.
struct Piece
{
    ListMark begin;
    ListMark end;
    QSizeF size;     ///< mm
    double side = 0; ///< mm below the upper edge: where a line from the left or right meets it
};

enum class FrameDrawing { Now, Later };

/// Draws the parts of a chart into one display list, each about its own corner.
class PieceComposer
{
public:
    PieceComposer(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options, DisplayList &list);

    /// Draws all parts. Boxes at the ends of one branch are made alike: equally wide where they stand under each
    /// other, with names of one height where they stand in a row. A frame has the columns that come nearest to the
    /// options' aspect.
    std::vector<Piece> compose(std::span<const ChartPart> parts, FrameDrawing frames = FrameDrawing::Now);
    /// A frame with the columns that come nearest to the options' aspect, or with so many.
    Piece composeFrame(const ChartPart &part);
    Piece composeFrame(const ChartPart &part, int columns);
    /// The shapes that a frame can have, narrow and high first; nothing is drawn.
    [[nodiscard]] std::vector<FrameShape> frameShapes(const ChartPart &part) const
    {
        return m_frames.shapes(part.title, part.units);
    }

private:
    /// What the boxes below one part have in common.
    struct Level
    {
        double width = 0;
        double nameHeight = 0;
    };

    [[nodiscard]] std::vector<Level> levelsBelow(std::span<const ChartPart> parts, std::span<UnitBox> leaves) const;
    Piece composeUnit(const ChartPart &part);
    Piece compose(const ChartPart &part);
    [[nodiscard]] UnitBox measureLeaf(const ChartPart &part) const;
    Piece composeLeaf(const ChartPart &part, const UnitBox &box);
    /// How many units were folded away below a unit.
    [[nodiscard]] TextBlock countBlock(int unit) const;
    /// The same as a box below what was drawn of the unit, which grows by it.
    void appendCount(int unit, QSizeF &size, double gap);
    Piece composePost(const ChartPart &part);
    Piece composeList(const ChartPart &part);
    Piece composeCount(const ChartPart &part);
    Piece composeScheduled(const ChartPart &part);
    /// One box with a block of text.
    Piece composeBox(const TextBlock &block, const BoxLook &look, NodeRef node);

    const OrgView &m_view;
    const ChartOptions &m_options;
    const Theme &m_theme;
    DisplayList &m_list;
    BlockWriter m_writer;
    UnitBoxes m_boxes;
    FrameBoxes m_frames;
    LeaderBoxes m_leaders;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/post_lines.h"
#include "core/chart/text_measurer.h"

#include <QSizeF>

#include <span>

namespace bomay {

/// A part of the chart that the tree layout moves as one: its items in the list, drawn about the corner (0, 0), and its
/// size. Lines to and from it meet the middle of its upper and lower edge.
struct Piece
{
    ListMark begin;
    ListMark end;
    QSizeF size;
    QPointF side = {}; ///< where a line from the left meets it: at the middle of its name
};

/// One way to fill a frame.
struct FrameShape
{
    int columns = 1;
    QSizeF size;
    QPointF side; ///< as in `Piece`
};

/// Draws the pieces of a chart into one display list, each about its own corner.
class PieceComposer
{
public:
    PieceComposer(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options, DisplayList &list);

    /// A unit with units below it: its name, the head under it, deputies in a row for each tier, other posts as a list.
    /// The trunk to the units below runs between the deputies.
    Piece composeLeaders(int unit, bool isRoot);

    /// A unit at the end of its branch: one box with its name and its posts.
    Piece composeLeaf(int unit);

    /// Leaf units as a grid in a frame with a title, with the columns that come nearest to the options' aspect.
    Piece composeFrame(const QString &title, std::span<const int> units);
    /// The same with so many columns.
    Piece composeFrame(const QString &title, std::span<const int> units, int columns);
    /// The shapes that such a frame can have, narrow and high first; nothing is drawn.
    [[nodiscard]] std::vector<FrameShape> frameShapes(const QString &title, std::span<const int> units) const;

private:
    struct TextLine
    {
        QString text;
        FontSpec font;
        double width = 0;
        NodeRef node = {}; ///< whom it speaks of; null = whom its box stands for
    };
    /// Lines of text under each other, measured but not placed.
    struct TextBlock
    {
        std::vector<TextLine> lines;
        QSizeF size;
    };
    /// A unit's box for the end of a branch: name above, posts below.
    struct Leaf
    {
        int unit = -1;
        TextBlock name;
        TextBlock posts;
        double nameHeight = 0; ///< of the upper part; in a grid that of the highest name of its row
    };

    void addLines(TextBlock &block, const QString &text, const FontSpec &font, double maxWidth,
                  NodeRef node = {}) const;
    /// The line of a post, or of equal ones, in a list of posts.
    void addPost(TextBlock &block, const PostLine &line) const;
    [[nodiscard]] QSizeF boxSize(const TextBlock &block) const;
    void drawBox(const QRectF &rect, const TextBlock &block, const Stroke &stroke, Rgba fill, NodeRef node);

    /// A frame measured for a number of columns.
    struct Frame
    {
        std::vector<Leaf> leaves;
        TextBlock heading;
        std::vector<QRectF> cells; ///< of the leaves, from the grid's corner
        QSizeF gridSize;
        QSizeF size;
    };

    [[nodiscard]] std::vector<Leaf> measureLeaves(std::span<const int> units) const;
    [[nodiscard]] std::vector<QSizeF> sizesOf(std::span<const Leaf> leaves) const;
    [[nodiscard]] Frame measureFrame(const QString &title, std::vector<Leaf> leaves, int columns) const;
    /// The middle of a frame's heading, at its left edge.
    [[nodiscard]] QPointF sideOf(const Frame &frame) const;

    [[nodiscard]] Leaf measureLeaf(int unit) const;
    [[nodiscard]] QSizeF leafSize(const Leaf &leaf) const;
    /// Gives the leaves of each grid row one height of name.
    static void levelNames(std::vector<Leaf> &leaves, int columns);
    void drawLeaf(const Leaf &leaf, const QRectF &rect);

    [[nodiscard]] TextBlock measureLeader(const PostLine &line) const;
    /// Draws a row of leaders on both sides of the trunk and hangs them on a line; returns the row's lower edge.
    double drawRow(std::span<const PostLine> row, double trunk, double top);
    [[nodiscard]] double halfWidthOfRow(std::span<const PostLine> row) const;

    const OrgView &m_view;
    const TextMeasurer &m_measurer;
    const ChartOptions &m_options;
    const Theme &m_theme;
    DisplayList &m_list;
};

} // namespace bomay

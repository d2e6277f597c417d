// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/unit_box.h"

#include <optional>

namespace bomay {

struct LeaderShape
{
    QSizeF size;     ///< mm
    double side = 0; ///< mm below the upper edge: the middle of the name
};

/// A unit with units below it: its name, the head under it, deputies in a row for each tier, other posts as a list; or
/// its leaders in one box. The trunk to the units below runs between the deputies.
class LeaderBoxes
{
public:
    LeaderBoxes(const OrgView &view, const ChartOptions &options, UnitBoxes &boxes, BlockWriter &writer,
                DisplayList &list);

    enum class Trunk { ToUnits, None };

    /// Draws them about the corner (0, 0), without the posts that stand apart (sorted). Without units below no trunk
    /// runs past the last row of deputies.
    LeaderShape draw(int unit, bool isRoot, std::span<const int> apart, Trunk trunk);

    /// How high the name of a unit at the top is, mm.
    [[nodiscard]] double topNameHeight(int unit) const;
    /// Units at the top get names of one height, and room beside them for the lines that join them.
    void joinTop(double nameHeight) { m_topNameHeight = nameHeight; }

    /// The box of one post.
    [[nodiscard]] TextBlock measure(const PostLine &line) const;
    /// Vacant posts have a dashed edge, surplus ones a thick one.
    [[nodiscard]] BoxLook look(const PostLine &line) const;

private:
    /// A box under the one above it.
    struct Row
    {
        std::vector<PostLine> deputies; ///< in a row hung on a line; else empty
        TextBlock block = {};           ///< of a single box
        BoxLook look = {};
        NodeRef node = {};
    };

    [[nodiscard]] std::vector<PostLine> linesOf(int unit, std::span<const int> apart) const;
    [[nodiscard]] std::vector<Row> rowsApart(int unit, std::span<const PostLine> lines) const;
    [[nodiscard]] std::vector<Row> rowTogether(int unit, std::span<const PostLine> lines) const;
    /// The boxes of a row. Where one has a photograph, all keep its room in a tone, so that what is written stands on
    /// one line.
    [[nodiscard]] std::vector<TextBlock> measureRow(std::span<const PostLine> row) const;
    /// Draws a row of deputies on both sides of the trunk; returns the row's lower edge.
    double drawRow(std::span<const PostLine> row, double trunk, double top);
    [[nodiscard]] double halfWidth(const Row &row) const;
    [[nodiscard]] TextBlock nameOf(int unit, bool isRoot) const;

    const OrgView &m_view;
    const ChartOptions &m_options;
    const Theme &m_theme;
    UnitBoxes &m_boxes;
    BlockWriter &m_writer;
    DisplayList &m_list;
    std::optional<double> m_topNameHeight; ///< mm
};

} // namespace bomay

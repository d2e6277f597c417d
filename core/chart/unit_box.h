// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/post_lines.h"
#include "core/chart/text_block.h"
#include "core/chart/theme_rules.h"
#include "core/chart/unit_filter.h"

#include <span>

namespace bomay {

/// A unit's box for the end of a branch: name above, posts below.
struct UnitBox
{
    int unit = -1;
    TextBlock name;
    TextBlock posts;
    double nameHeight = 0;   ///< mm; of the upper part; that of the highest name where boxes stand in a row
    double width = 0;        ///< mm; at least so wide; that of the widest where boxes stand under each other
    bool isOwnWidth = false; ///< chosen by hand: it is not made as wide as its neighbours
};

enum class BoxWidth { Usual, Narrow };

/// Are the units below a unit drawn somewhere, too?
enum class UnitsBelow { Drawn, LeftOut };

/// Writes and draws boxes of units as the view's template says.
class UnitBoxes
{
public:
    UnitBoxes(const OrgView &view, const ChartOptions &options, BlockWriter &writer);

    /// The name of a unit as the view writes it, with its code and staff where it shows them.
    void addName(TextBlock &block, int unit, const FontSpec &font, double width) const;
    /// The width of a line in the box of a node, mm: as marked, else as the view or the theme has it.
    [[nodiscard]] double textWidth(NodeRef node, double usual) const;
    /// How wide the box of a node with lines of that width is at least, mm: what is chosen by hand holds for a short
    /// name, too. 0 = nothing was chosen.
    [[nodiscard]] double leastWidth(NodeRef node, double textWidth) const;
    /// The same in one line of a list of units.
    void addListed(TextBlock &block, int unit) const;
    /// The width of a line in a list, mm: as much wider than that of a name as the theme has it.
    [[nodiscard]] double listWidth(NodeRef node = {}) const;
    /// The line of a post, or of equal ones, in a list of posts.
    void addPost(TextBlock &block, const PostLine &line, double width) const;
    [[nodiscard]] PostGrouping grouping(PostGrouping usual) const;

    /// How many units that the view shows are below a unit, at all levels.
    [[nodiscard]] int unitsBelow(int unit) const { return m_filter.countBelow(unit); }

    /// Without the posts that stand apart (sorted); it says how many units below it are left out.
    [[nodiscard]] UnitBox measure(int unit, BoxWidth width, UnitsBelow below, std::span<const int> apart = {}) const;
    [[nodiscard]] QSizeF sizeOf(const UnitBox &box) const;
    /// Gives the boxes of each row one height of name.
    static void levelNames(std::vector<UnitBox> &boxes, int columns);
    /// In the middle of the rectangle, where the width of the box is its own.
    void draw(const UnitBox &box, QRectF rect);
    /// The box with a unit's name, as the theme's rules have it, else with a fill.
    void drawName(const QRectF &rect, const TextBlock &block, int unit, Rgba fill);

private:
    /// Long or short, as the view says.
    [[nodiscard]] const QString &nameOf(const UnitState &state) const;
    [[nodiscard]] QString textOf(const PostLine &line) const;
    /// As marked by hand, mm; 0 = not.
    [[nodiscard]] double markedWidth(NodeRef node) const;
    [[nodiscard]] double narrowWidth(const QString &text, const FontSpec &font) const;

    const OrgView &m_view;
    const ChartOptions &m_options;
    const Theme &m_theme;
    UnitFilter m_filter;
    ThemeRules m_rules;
    BlockWriter &m_writer;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/fit_layout.h"

#include "core/base/numbers.h"
#include "core/layout/group_division.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

/// How hard is searched: thicknesses and lengths tried for rows or columns, and shapes kept of each branch.
struct Effort
{
    int limitsTried;
    int lengthsTried;
    int shapesKept;
};

/// The larger a forest, the less is tried.
Effort effortFor(std::size_t boxes)
{
    if (boxes <= 1000)
        return {200, 120, 160};
    return boxes <= 2000 ? Effort{64, 60, 160} : Effort{12, 24, 40};
}

/// Into how many rows or columns children are divided at most.
constexpr int kGroupsTried = 24;

/// More children are divided evenly and no better: it takes time with the square of their number.
constexpr int kThinnedUpTo = 200;

/// How children are divided into rows or columns.
struct Division
{
    BranchStyle style = BranchStyle::Rows;
    int groups = 0;   ///< of an even division; 0 = as thin as can be
    double limit = 0; ///< height of a row or width of a column that no child passes; else the length of one
};

/// One way in which a box and all below it can stand.
struct Shape
{
    double width = 0;
    double height = 0;
    double anchor = 0; ///< x of the middle of the box
    int shape = 0;     ///< of the box itself
    Division division; ///< of the children
};

/// Where the children of one box come to stand.
struct Arrangement
{
    std::vector<int> shapes;      ///< by child: index in its front
    std::vector<int> ends;        ///< by group: behind its last child
    std::vector<QPointF> corners; ///< by child
    double width = 0;
    double height = 0;
    double anchor = 0; ///< x of the middle of the parent
    double spine = 0;  ///< x of the line that several rows hang on
};

/// A division with the shapes and groups that come of it, for any parent.
struct Divided
{
    Division division;
    Arrangement arrangement;
};

class FitSearch
{
public:
    FitSearch(std::span<const FitNode> nodes, const FitGaps &gaps, FitRoots roots)
        : m_nodes(nodes)
        , m_gaps(gaps)
        , m_rootRows(roots == FitRoots::OneRow ? 1 : kGroupsTried)
        , m_effort(effortFor(nodes.size()))
    {}

    FitPlacement run(const QSizeF &room, const QSizeF &around)
    {
        if (!readTree() || m_nodes.empty())
            return {};
        m_fronts.resize(m_nodes.size());
        for (int node = sizeOf(m_nodes); node-- > 0;)
            m_fronts[uz(node)] = frontOf(node);
        const std::vector<Shape> whole = branches({{QSizeF(0, 0), {}}}, m_roots, Trunk::None);
        return place(largestIn(whole, room, around));
    }

private:
    /// Does a box stand above the children, or are they the roots?
    enum class Trunk { Box, None };

    bool readTree()
    {
        m_children.resize(m_nodes.size());
        for (int i = 0; i < sizeOf(m_nodes); ++i) {
            const FitNode &node = m_nodes[uz(i)];
            if (node.shapes.empty() || node.parent >= i || node.parent < -1)
                return false;
            (node.parent < 0 ? m_roots : m_children[uz(node.parent)]).push_back(i);
        }
        return true;
    }

    [[nodiscard]] std::vector<Shape> frontOf(int node) const
    {
        const std::vector<FitShape> &own = m_nodes[uz(node)].shapes;
        if (!m_children[uz(node)].empty())
            return unbeaten(branches(own, m_children[uz(node)], Trunk::Box));
        std::vector<Shape> all;
        for (int i = 0; i < sizeOf(own); ++i)
            all.push_back({own[uz(i)].size.width(), own[uz(i)].size.height(), own[uz(i)].size.width() / 2, i, {}});
        return unbeaten(std::move(all));
    }

    /// All ways that are tried for the children below each shape of a box.
    [[nodiscard]] std::vector<Shape> branches(const std::vector<FitShape> &own, const std::vector<int> &children,
                                              Trunk trunk) const
    {
        std::vector<Divided> divisions;
        addDivisions(divisions, BranchStyle::Rows, children, trunk);
        if (trunk == Trunk::Box)
            addDivisions(divisions, BranchStyle::Columns, children, trunk);
        std::vector<Shape> found;
        for (int i = 0; i < sizeOf(own); ++i)
            for (const Divided &way : divisions) {
                Arrangement arranged = way.arrangement;
                placeGroups(arranged, way.division.style, own[uz(i)], children, trunk);
                found.push_back({arranged.width, arranged.height, arranged.anchor, i, way.division});
            }
        return found;
    }

    void addDivisions(std::vector<Divided> &divisions, BranchStyle style, const std::vector<int> &children,
                      Trunk trunk) const
    {
        const int most = std::min(sizeOf(children), trunk == Trunk::Box ? kGroupsTried : m_rootRows);
        if (most > 1 && sizeOf(children) <= kThinnedUpTo) {
            const ThinDivisions thin = thinDivisions(children, style);
            for (const double length : lengthsOf(thin)) {
                Divided way = divided(thin, {style, 0, length}, children);
                // Columns of one box each are a row that hangs askew.
                if (style == BranchStyle::Rows || way.arrangement.ends.size() < children.size())
                    divisions.push_back(std::move(way));
            }
            return;
        }
        for (const double limit : limitsOf(children, style))
            for (int groups = 1; groups <= most; ++groups)
                divisions.push_back(evenlyDivided({style, groups, limit}, children));
    }

    /// Of the shapes of a branch: how long it is in its row or column.
    [[nodiscard]] static double lengthIn(BranchStyle style, const Shape &way)
    {
        return style == BranchStyle::Rows ? way.width : way.height;
    }
    [[nodiscard]] static double thicknessIn(BranchStyle style, const Shape &way)
    {
        return style == BranchStyle::Rows ? way.height : way.width;
    }

    [[nodiscard]] ThinDivisions thinDivisions(const std::vector<int> &children, BranchStyle style) const
    {
        std::vector<std::vector<ThinDivisions::Option>> items;
        for (const int child : children) {
            std::vector<ThinDivisions::Option> &item = items.emplace_back();
            for (const Shape &way : m_fronts[uz(child)])
                item.push_back({lengthIn(style, way), thicknessIn(style, way)});
            if (style == BranchStyle::Rows)
                std::ranges::reverse(item);
        }
        return {items, m_gaps.sibling, style == BranchStyle::Rows ? m_gaps.level : m_gaps.indent, m_effort.limitsTried};
    }

    /// Lengths of rows or columns that are tried: what one alone can have, and from there down by equal parts of them.
    [[nodiscard]] std::vector<double> lengthsOf(const ThinDivisions &divisions) const
    {
        std::vector<double> lengths = divisions.lengthsOfOneGroup();
        const double shortest = divisions.shortest();
        const double longest = lengths.front();
        const double step = std::pow(longest / shortest, 1.0 / m_effort.lengthsTried);
        double length = shortest;
        for (int i = 0; i < m_effort.lengthsTried && shortest < longest; ++i, length *= step)
            lengths.push_back(length);
        return lengths;
    }

    /// Heights of rows or widths of columns that all children can keep to.
    [[nodiscard]] std::vector<double> limitsOf(const std::vector<int> &children, BranchStyle style) const
    {
        double least = 0;
        std::vector<double> all;
        for (const int child : children) {
            const std::vector<Shape> &front = m_fronts[uz(child)];
            least = std::max(least, style == BranchStyle::Rows ? front.back().height : front.front().width);
            for (const Shape &way : front)
                all.push_back(thicknessIn(style, way));
        }
        std::erase_if(all, [least](double value) { return value < least; });
        all.push_back(least);
        std::ranges::sort(all);
        const auto [first, last] = std::ranges::unique(all);
        all.erase(first, last);
        return thinned(std::move(all), m_effort.limitsTried);
    }

    /// The shape of a child within a limit: the narrowest that is not too high, or the lowest that is not too wide.
    [[nodiscard]] int withinLimit(int child, BranchStyle style, double limit) const
    {
        const std::vector<Shape> &front = m_fronts[uz(child)];
        if (style == BranchStyle::Rows)
            return static_cast<int>(
                std::ranges::partition_point(front, [limit](const Shape &way) { return way.height > limit; }) -
                front.begin());
        return static_cast<int>(
                   std::ranges::partition_point(front, [limit](const Shape &way) { return way.width <= limit; }) -
                   front.begin()) -
               1;
    }

    [[nodiscard]] const Shape &shapeOf(int child, int way) const { return m_fronts[uz(child)][uz(way)]; }

    [[nodiscard]] Divided divided(const ThinDivisions &thin, const Division &division,
                                  const std::vector<int> &children) const
    {
        Divided result{division, {}};
        ThinDivisions::Groups groups = thin.within(division.limit);
        for (std::size_t group = 0; group < groups.ends.size(); ++group)
            while (sizeOf(result.arrangement.shapes) < groups.ends[group])
                result.arrangement.shapes.push_back(
                    withinLimit(children[result.arrangement.shapes.size()], division.style, groups.limits[group]));
        result.arrangement.ends = std::move(groups.ends);
        return result;
    }

    [[nodiscard]] Divided evenlyDivided(const Division &division, const std::vector<int> &children) const
    {
        Divided result{division, {}};
        std::vector<double> lengths;
        for (const int child : children) {
            result.arrangement.shapes.push_back(withinLimit(child, division.style, division.limit));
            lengths.push_back(lengthIn(division.style, shapeOf(child, result.arrangement.shapes.back())));
        }
        result.arrangement.ends = divideEvenly(lengths, division.groups, m_gaps.sibling);
        return result;
    }

    void placeGroups(Arrangement &arranged, BranchStyle style, const FitShape &own, const std::vector<int> &children,
                     Trunk trunk) const
    {
        if (style == BranchStyle::Rows)
            placeRows(arranged, own, children, trunk);
        else
            placeColumns(arranged, own, children);
    }

    [[nodiscard]] Arrangement arrange(const FitShape &own, const Division &division, const std::vector<int> &children,
                                      Trunk trunk) const
    {
        Arrangement arranged =
            (division.groups > 0 ? evenlyDivided(division, children)
                                 : divided(thinDivisions(children, division.style), division, children))
                .arrangement;
        placeGroups(arranged, division.style, own, children, trunk);
        return arranged;
    }

    void placeRows(Arrangement &result, const FitShape &own, const std::vector<int> &children, Trunk trunk) const
    {
        const bool hangs = trunk == Trunk::Box && result.ends.size() > 1;
        const double left = hangs ? m_gaps.indent : 0;
        double top = trunk == Trunk::Box ? own.size.height() + m_gaps.level : 0;
        double right = 0;
        double bottom = 0;
        int child = 0;
        for (const int end : result.ends) {
            double x = left;
            double height = 0;
            for (; child < end; ++child) {
                const Shape &way = shapeOf(children[uz(child)], result.shapes[uz(child)]);
                result.corners.emplace_back(x, top);
                x += way.width + m_gaps.sibling;
                height = std::max(height, way.height);
            }
            right = std::max(right, x - m_gaps.sibling);
            bottom = top + height;
            top = bottom + m_gaps.level;
        }
        result.spine = m_gaps.indent / 2;
        const double middle =
            hangs ? right / 2 : (anchorOf(result, children, 0) + anchorOf(result, children, child - 1)) / 2;
        finish(result, own, middle, right, bottom);
    }

    void placeColumns(Arrangement &result, const FitShape &own, const std::vector<int> &children) const
    {
        double left = 0;
        double bottom = 0;
        double right = 0;
        int child = 0;
        for (const int end : result.ends) {
            double top = own.size.height() + m_gaps.level;
            double width = 0;
            for (; child < end; ++child) {
                const Shape &way = shapeOf(children[uz(child)], result.shapes[uz(child)]);
                result.corners.emplace_back(left + m_gaps.indent, top);
                top += way.height + m_gaps.sibling;
                width = std::max(width, way.width);
            }
            bottom = std::max(bottom, top - m_gaps.sibling);
            right = left + m_gaps.indent + width;
            left = right;
        }
        // One column hangs at the left of its box, as a list does.
        const double middle = result.ends.size() == 1 ? own.size.width() / 2 : right / 2;
        finish(result, own, middle, right, bottom);
    }

    /// Puts the parent over its children, and all of it to the right of zero.
    static void finish(Arrangement &result, const FitShape &own, double middle, double right, double bottom)
    {
        const double half = own.size.width() / 2;
        const double shift = std::max(0.0, half - middle);
        for (QPointF &corner : result.corners)
            corner.rx() += shift;
        result.spine += shift;
        result.anchor = middle + shift;
        result.width = std::max(right + shift, result.anchor + half);
        result.height = bottom;
    }

    [[nodiscard]] double anchorOf(const Arrangement &result, const std::vector<int> &children, int child) const
    {
        return result.corners[uz(child)].x() + shapeOf(children[uz(child)], result.shapes[uz(child)]).anchor;
    }

    /// Without those that another one beats in both width and height; by width, the narrowest first.
    [[nodiscard]] std::vector<Shape> unbeaten(std::vector<Shape> all) const
    {
        std::ranges::stable_sort(all, {}, [](const Shape &way) { return std::pair(way.width, way.height); });
        std::vector<Shape> front;
        for (const Shape &way : all)
            if (front.empty() || way.height < front.back().height)
                front.push_back(way);
        return thinned(std::move(front), m_effort.shapesKept);
    }

    [[nodiscard]] static const Shape &largestIn(const std::vector<Shape> &ways, const QSizeF &room,
                                                const QSizeF &around)
    {
        const auto scale = [&](const Shape &way) {
            return std::min({1.0, room.width() / std::max(way.width + around.width(), 1e-9),
                             room.height() / std::max(way.height + around.height(), 1e-9)});
        };
        // Of equally large ones the smallest: that with the least empty paper.
        return *std::ranges::max_element(
            ways, {}, [&](const Shape &way) { return std::pair(scale(way), -way.width * way.height); });
    }

    FitPlacement place(const Shape &whole)
    {
        FitPlacement result;
        result.boxes.resize(m_nodes.size());
        result.shapes.resize(m_nodes.size());
        result.lines.resize(m_nodes.size());
        result.size = {whole.width, whole.height};
        std::vector<Shape> chosen(m_nodes.size());
        std::vector<QPointF> corners(m_nodes.size());
        const auto settle = [&](const std::vector<int> &children, const Arrangement &arranged, QPointF at) {
            for (int i = 0; i < sizeOf(children); ++i) {
                const int child = children[uz(i)];
                chosen[uz(child)] = shapeOf(child, arranged.shapes[uz(i)]);
                corners[uz(child)] = at + arranged.corners[uz(i)];
                const Shape &way = chosen[uz(child)];
                const QSizeF &size = m_nodes[uz(child)].shapes[uz(way.shape)].size;
                result.shapes[uz(child)] = way.shape;
                result.boxes[uz(child)] = {corners[uz(child)] + QPointF(way.anchor - size.width() / 2, 0), size};
            }
        };
        settle(m_roots, arrange({QSizeF(0, 0), {}}, whole.division, m_roots, Trunk::None), {0, 0});
        for (int node = 0; node < sizeOf(m_nodes); ++node) {
            const std::vector<int> &children = m_children[uz(node)];
            if (children.empty())
                continue;
            const Shape &way = chosen[uz(node)];
            const Arrangement arranged =
                arrange(m_nodes[uz(node)].shapes[uz(way.shape)], way.division, children, Trunk::Box);
            settle(children, arranged, corners[uz(node)]);
            result.lines[uz(node)] = way.division.style == BranchStyle::Rows
                                         ? rowLines(result, node, arranged, corners[uz(node)])
                                         : columnLines(result, node, arranged);
        }
        return result;
    }

    /// A rail above each row, all on one line at the left where there are several.
    [[nodiscard]] std::vector<QLineF> rowLines(const FitPlacement &placed, int node, const Arrangement &arranged,
                                               QPointF corner) const
    {
        std::vector<QLineF> lines;
        const QRectF &parent = placed.boxes[uz(node)];
        const bool hangs = arranged.ends.size() > 1;
        const double spine = corner.x() + arranged.spine;
        const double first = parent.bottom() + m_gaps.level / 2;
        lines.emplace_back(parent.center().x(), parent.bottom(), parent.center().x(), first);
        double rail = first;
        int child = 0;
        for (const int end : arranged.ends) {
            rail = corner.y() + arranged.corners[uz(child)].y() - m_gaps.level / 2;
            double left = hangs ? spine : parent.center().x();
            double right = child == 0 ? std::max(left, parent.center().x()) : left;
            for (; child < end; ++child) {
                const QRectF &box = placed.boxes[uz(m_children[uz(node)][uz(child)])];
                const double x = box.center().x();
                lines.emplace_back(x, rail, x, box.top());
                left = std::min(left, x);
                right = std::max(right, x);
            }
            if (right > left)
                lines.emplace_back(left, rail, right, rail);
        }
        if (hangs)
            lines.emplace_back(spine, first, spine, rail);
        return lines;
    }

    /// One rail below the parent, and from it a line at the left of each column.
    [[nodiscard]] std::vector<QLineF> columnLines(const FitPlacement &placed, int node,
                                                  const Arrangement &arranged) const
    {
        std::vector<QLineF> lines;
        const QRectF &parent = placed.boxes[uz(node)];
        const double rail = parent.bottom() + m_gaps.level / 2;
        lines.emplace_back(parent.center().x(), parent.bottom(), parent.center().x(), rail);
        double left = parent.center().x();
        double right = left;
        int child = 0;
        for (const int end : arranged.ends) {
            const double shift = placed.boxes[uz(node)].center().x() - arranged.anchor;
            const double spine = shift + arranged.corners[uz(child)].x() - m_gaps.indent / 2;
            double bottom = rail;
            for (; child < end; ++child) {
                const int index = m_children[uz(node)][uz(child)];
                const QPointF side =
                    placed.boxes[uz(index)].topLeft() + m_nodes[uz(index)].shapes[uz(placed.shapes[uz(index)])].side;
                lines.emplace_back(spine, side.y(), side.x(), side.y());
                bottom = side.y();
            }
            lines.emplace_back(spine, rail, spine, bottom);
            left = std::min(left, spine);
            right = std::max(right, spine);
        }
        lines.emplace_back(left, rail, right, rail);
        return lines;
    }

    std::span<const FitNode> m_nodes;
    FitGaps m_gaps;
    int m_rootRows;
    Effort m_effort;
    std::vector<std::vector<int>> m_children;
    std::vector<int> m_roots;
    std::vector<std::vector<Shape>> m_fronts; ///< by node: narrowest first, each lower than the one before
};

} // namespace

FitPlacement fitLayout(std::span<const FitNode> nodes, const QSizeF &room, const FitGaps &gaps, FitRoots roots,
                       const QSizeF &around)
{
    return FitSearch(nodes, gaps, roots).run(room, around);
}

} // namespace bomay

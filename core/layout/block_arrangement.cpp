// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/block_arrangement.h"

#include "core/base/numbers.h"
#include "core/layout/group_division.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

/// More columns are not tried where the number is not given.
constexpr int kColumnsTried = 24;

/// How far from the end of its box the line runs down on which a branch hangs.
double hangingLine(const BranchNode &parent, const FitGaps &gaps)
{
    const double middle = parent.size.width() / 2;
    return parent.hasTrunk ? middle : std::min(gaps.indent / 2, middle);
}

class Arranger
{
public:
    Arranger(const BranchNode &parent, std::span<const BlockSize> children, const FitGaps &gaps)
        : m_parent(parent)
        , m_children(children)
        , m_gaps(gaps)
        , m_gap(parent.gap.value_or(gaps.sibling))
        , m_top(parent.size.height() + parent.drop + gaps.level)
    {}

    BlockArrangement run() &&
    {
        switch (m_parent.form) {
        case BranchForm::Tidy:
        case BranchForm::Abreast:
            placeRow();
            break;
        case BranchForm::HangingRight:
            placeHanging();
            break;
        case BranchForm::HangingLeft:
            placeHanging();
            mirror();
            break;
        case BranchForm::HangingBoth:
            placeBoth();
            break;
        case BranchForm::Columns:
            placeColumns();
            break;
        }
        return std::move(m_result);
    }

private:
    void placeRow()
    {
        double x = 0;
        double height = 0;
        for (const BlockSize &child : m_children) {
            m_result.corners.emplace_back(x, m_top);
            x += child.size.width() + m_gap;
            height = std::max(height, child.size.height());
        }
        const double first = m_children.front().anchor;
        const double last = m_result.corners.back().x() + m_children.back().anchor;
        finish((first + last) / 2, x - m_gap, m_top + height);
    }

    /// Left of the line there is only the box that it comes from.
    void placeHanging()
    {
        const double left = hangingLine(m_parent, m_gaps) + m_gaps.indent / 2;
        double y = m_top;
        double width = 0;
        for (const BlockSize &child : m_children) {
            m_result.corners.emplace_back(left, y);
            y += child.size.height() + m_gap;
            width = std::max(width, child.size.width());
        }
        finish(m_parent.size.width() / 2, left + width, y - m_gap);
    }

    void mirror()
    {
        const double width = m_result.whole.size.width();
        for (std::size_t i = 0; i < m_children.size(); ++i)
            m_result.corners[i].setX(width - m_result.corners[i].x() - m_children[i].size.width());
        m_result.whole.anchor = width - m_result.whole.anchor;
    }

    void placeBoth()
    {
        double left = 0; // width of what is left of the line
        for (std::size_t i = 0; i < m_children.size(); i += 2)
            left = std::max(left, m_children[i].size.width());
        const double line = left + m_gaps.indent / 2;
        double y = m_top;
        double right = line;
        for (std::size_t i = 0; i < m_children.size(); i += 2) {
            double height = m_children[i].size.height();
            m_result.corners.emplace_back(left - m_children[i].size.width(), y);
            if (i + 1 < m_children.size()) {
                const BlockSize &other = m_children[i + 1];
                m_result.corners.emplace_back(line + m_gaps.indent / 2, y);
                right = std::max(right, line + m_gaps.indent / 2 + other.size.width());
                height = std::max(height, other.size.height());
            }
            y += height + m_gap;
        }
        finish(line, right, y - m_gap);
    }

    void placeColumns()
    {
        std::vector<double> heights;
        heights.reserve(m_children.size());
        for (const BlockSize &child : m_children)
            heights.push_back(child.size.height());
        if (m_parent.columns > 0) {
            placeColumns(divideEvenly(heights, m_parent.columns, m_gap));
            return;
        }
        // The branch is to be about as wide as high: neither a wall nor a pillar.
        BlockArrangement best;
        double least = 0;
        for (int columns = 1; columns <= std::min(sizeOf(m_children), kColumnsTried); ++columns) {
            m_result = {};
            placeColumns(divideEvenly(heights, columns, m_gap));
            const QSizeF &size = m_result.whole.size;
            const double miss = std::abs(std::log(size.width() / std::max(size.height(), 1e-9)));
            if (columns == 1 || miss < least) {
                least = miss;
                best = std::move(m_result);
            }
        }
        m_result = std::move(best);
    }

    void placeColumns(const std::vector<int> &ends)
    {
        double left = 0;
        double bottom = 0;
        std::size_t child = 0;
        for (const int end : ends) {
            double y = m_top;
            double width = 0;
            for (; child < uz(end); ++child) {
                m_result.corners.emplace_back(left + m_gaps.indent, y);
                y += m_children[child].size.height() + m_gap;
                width = std::max(width, m_children[child].size.width());
            }
            bottom = std::max(bottom, y - m_gap);
            left += m_gaps.indent + width;
        }
        finish(left / 2, left, bottom);
    }

    /// Puts the parent's box with its middle over a place, and all of it to the right of zero.
    void finish(double middle, double right, double bottom)
    {
        const double half = m_parent.size.width() / 2;
        const double shift = std::max(0.0, half - middle);
        for (QPointF &corner : m_result.corners)
            corner.rx() += shift;
        const double anchor = middle + shift;
        m_result.whole = {{std::max(right + shift, anchor + half), bottom}, anchor};
    }

    const BranchNode &m_parent;
    std::span<const BlockSize> m_children;
    const FitGaps &m_gaps;
    double m_gap;
    double m_top;
    BlockArrangement m_result;
};

/// A line down from the box, a rail across, and from it a line to the top of each child.
void appendRail(const BranchNode &parent, const QRectF &box, std::span<const BlockChild> children, const FitGaps &gaps,
                std::vector<QLineF> &lines)
{
    const double trunk = box.center().x();
    const double rail = box.bottom() + parent.drop + gaps.level / 2;
    double left = trunk;
    double right = trunk;
    lines.emplace_back(trunk, box.bottom(), trunk, rail);
    for (const BlockChild &child : children) {
        const double x = child.box.center().x();
        lines.emplace_back(x, rail, x, child.box.top());
        left = std::min(left, x);
        right = std::max(right, x);
    }
    if (right > left)
        lines.emplace_back(left, rail, right, rail);
}

/// A line down from a box or a rail, and from it one to the side of each child.
void appendHanging(double line, double top, std::span<const BlockChild> children, std::vector<QLineF> &lines)
{
    double bottom = top;
    for (const BlockChild &child : children) {
        const double y = child.box.top() + child.side;
        const bool isRight = child.box.left() >= line;
        lines.emplace_back(line, y, isRight ? child.box.left() : child.box.right(), y);
        bottom = std::max(bottom, y);
    }
    lines.emplace_back(line, top, line, bottom);
}

void appendColumns(const BranchNode &parent, const QRectF &box, std::span<const BlockChild> children,
                   const FitGaps &gaps, std::vector<QLineF> &lines)
{
    const double rail = box.bottom() + parent.drop + gaps.level / 2;
    double left = box.center().x();
    double right = left;
    lines.emplace_back(left, box.bottom(), left, rail);
    for (std::size_t begin = 0; begin < children.size();) {
        std::size_t end = begin;
        while (end < children.size() && children[end].left == children[begin].left)
            ++end;
        const double line = children[begin].left - gaps.indent / 2;
        appendHanging(line, rail, children.subspan(begin, end - begin), lines);
        left = std::min(left, line);
        right = std::max(right, line);
        begin = end;
    }
    if (right > left)
        lines.emplace_back(left, rail, right, rail);
}

} // namespace

BlockArrangement arrangeBlock(const BranchNode &parent, std::span<const BlockSize> children, const FitGaps &gaps)
{
    return Arranger(parent, children, gaps).run();
}

void appendLines(const BranchNode &parent, const QRectF &box, std::span<const BlockChild> children, const FitGaps &gaps,
                 std::vector<QLineF> &lines)
{
    switch (parent.form) {
    case BranchForm::Tidy:
    case BranchForm::Abreast:
        appendRail(parent, box, children, gaps, lines);
        break;
    case BranchForm::HangingRight:
        appendHanging(box.left() + hangingLine(parent, gaps), box.bottom(), children, lines);
        break;
    case BranchForm::HangingLeft:
        appendHanging(box.right() - hangingLine(parent, gaps), box.bottom(), children, lines);
        break;
    case BranchForm::HangingBoth:
        appendHanging(box.center().x(), box.bottom(), children, lines);
        break;
    case BranchForm::Columns:
        appendColumns(parent, box, children, gaps, lines);
        break;
    }
}

} // namespace bomay

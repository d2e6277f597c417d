// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/branch_layout.h"

#include "core/base/numbers.h"
#include "core/base/result.h"
#include "core/layout/block_arrangement.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr int kNone = -1;

/// A region is a node with all that `layoutTidyTree` places together with it: it begins at the top or below a node of
/// another form and goes down to the nodes of other forms, which count as the rectangles of their branches. Regions are
/// settled from the last to the first, so that those inside a branch come before it.
class BranchLayout
{
public:
    BranchLayout(std::span<const BranchNode> nodes, const FitGaps &gaps)
        : m_nodes(nodes)
        , m_gaps(gaps)
        , m_firstChild(nodes.size() + 1, kNone)
        , m_nextSibling(nodes.size(), kNone)
        , m_end(nodes.size())
        , m_blocks(nodes.size())
        , m_regions(nodes.size())
        , m_inParent(nodes.size())
        , m_inRegion(nodes.size())
        , m_position(nodes.size(), kNone)
    {
        for (int i = sizeOf(nodes); i-- > 0;) {
            m_nextSibling[uz(i)] = firstChild(parent(i));
            m_firstChild[uz(parent(i) + 1)] = i;
            m_end[uz(i)] = std::max(m_end[uz(i)], i + 1);
            if (parent(i) >= 0)
                m_end[uz(parent(i))] = std::max(m_end[uz(parent(i))], m_end[uz(i)]);
        }
    }

    BranchPlacement run()
    {
        for (int i = sizeOf(m_nodes); i-- > 0;) {
            if (!isTidy(i))
                settleBlock(i);
            if (parent(i) >= 0 && !isTidy(parent(i)))
                m_regions[uz(i)] = settleRegion(i, m_end[uz(i)]);
        }
        return draw(settleRegion(0, sizeOf(m_nodes)).size);
    }

private:
    [[nodiscard]] int parent(int node) const { return m_nodes[uz(node)].parent; }
    [[nodiscard]] int firstChild(int node) const { return m_firstChild[uz(node + 1)]; }
    /// So is a leaf, whatever its form: its rectangle is its box.
    [[nodiscard]] bool isTidy(int node) const
    {
        const BranchNode &of = m_nodes[uz(node)];
        return (of.form == BranchForm::Tidy && !of.gap) || firstChild(node) == kNone;
    }

    /// A node's rectangle with the room that its offset takes.
    [[nodiscard]] BlockSize outer(int node) const
    {
        const BranchNode &of = m_nodes[uz(node)];
        const double drop = firstChild(node) == kNone ? 0 : of.drop;
        const BlockSize inner =
            isTidy(node) ? BlockSize{of.size + QSizeF(0, drop), of.size.width() / 2} : m_blocks[uz(node)];
        return {inner.size + QSizeF(std::abs(of.offset.x()), std::max(0.0, of.offset.y())),
                inner.anchor + std::max(0.0, of.offset.x())};
    }

    /// From the corner of `outer` to that of what stands in it.
    [[nodiscard]] QPointF inset(int node) const
    {
        const QPointF &offset = m_nodes[uz(node)].offset;
        return {std::max(0.0, offset.x()), std::max(0.0, offset.y())};
    }

    /// Arranges the settled regions below a node.
    void settleBlock(int node)
    {
        m_children.clear();
        for (int child = firstChild(node); child != kNone; child = m_nextSibling[uz(child)])
            m_children.push_back(m_regions[uz(child)]);
        const BlockArrangement arranged = arrangeBlock(m_nodes[uz(node)], m_children, m_gaps);
        std::size_t next = 0;
        for (int child = firstChild(node); child != kNone; child = m_nextSibling[uz(child)])
            m_inParent[uz(child)] = arranged.corners[next++];
        m_blocks[uz(node)] = arranged.whole;
    }

    /// Places the members among the nodes [first, end) and says how large their region is, with the middle of the
    /// first box.
    BlockSize settleRegion(int first, int end)
    {
        const bool isAlone = !isTidy(first) || firstChild(first) == kNone;
        if (isAlone && m_end[uz(first)] == end)
            return outer(first);
        m_members.clear();
        m_parents.clear();
        m_widths.clear();
        m_heights.clear();
        for (int node = first; node < end; node = isTidy(node) ? node + 1 : m_end[uz(node)]) {
            const BlockSize outside = outer(node);
            const double middle = outside.anchor - m_nodes[uz(node)].offset.x();
            m_position[uz(node)] = sizeOf(m_members);
            m_parents.push_back(parent(node) < first ? kNone : m_position[uz(parent(node))]);
            m_members.push_back(node);
            m_widths.push_back(2 * std::max(middle, outside.size.width() - middle));
            m_heights.push_back(outside.size.height());
        }
        const auto placed =
            layoutTidyTree({m_parents, m_widths, m_heights, {m_gaps.sibling, m_gaps.sibling, m_gaps.level}});
        QSizeF size(0, 0);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const int node = m_members[i];
            const double middle = outer(node).anchor - m_nodes[uz(node)].offset.x();
            m_inRegion[uz(node)] = {placed[i].center().x() - middle, placed[i].top()};
            size = size.expandedTo({placed[i].right(), placed[i].bottom()});
        }
        return {size, m_inRegion[uz(first)].x() + outer(first).anchor};
    }

    /// From the top down everything comes to its place.
    BranchPlacement draw(const QSizeF &size)
    {
        BranchPlacement result;
        result.size = size;
        result.boxes.resize(m_nodes.size());
        result.lineEnds.resize(m_nodes.size());
        std::vector<QPointF> corners(m_nodes.size()); // of what stands in `outer`
        std::vector<QPointF> regions(m_nodes.size()); // corners of the regions that nodes are in
        for (int node = 0; node < sizeOf(m_nodes); ++node) {
            const int above = parent(node);
            if (above >= 0)
                regions[uz(node)] = isTidy(above) ? regions[uz(above)] : corners[uz(above)] + m_inParent[uz(node)];
            const QPointF corner = regions[uz(node)] + m_inRegion[uz(node)] + inset(node);
            corners[uz(node)] = corner;
            const QSizeF &own = m_nodes[uz(node)].size;
            const double left = isTidy(node) ? 0 : m_blocks[uz(node)].anchor - own.width() / 2;
            result.boxes[uz(node)] = {corner + QPointF(left, 0), own};
        }
        std::vector<BlockChild> children;
        for (int node = 0; node < sizeOf(m_nodes); ++node) {
            children.clear();
            for (int child = firstChild(node); child != kNone; child = m_nextSibling[uz(child)])
                children.push_back({result.boxes[uz(child)], m_nodes[uz(child)].side, regions[uz(child)].x()});
            if (!children.empty())
                appendLines(m_nodes[uz(node)], result.boxes[uz(node)], children, m_gaps, result.lines);
            result.lineEnds[uz(node)] = sizeOf(result.lines);
        }
        return result;
    }

    std::span<const BranchNode> m_nodes;
    FitGaps m_gaps;
    std::vector<int> m_firstChild; ///< by node + 1: the first entry is that of the roots
    std::vector<int> m_nextSibling;
    std::vector<int> m_end;           ///< one behind the last node of the branch
    std::vector<BlockSize> m_blocks;  ///< of nodes that are not tidy: their branch
    std::vector<BlockSize> m_regions; ///< of the first nodes of regions
    std::vector<QPointF> m_inParent;  ///< of the first nodes of regions: from the corner of the parent's branch
    std::vector<QPointF> m_inRegion;  ///< of nodes: corner of `outer`
    std::vector<int> m_position;      ///< in the region being settled
    std::vector<BlockSize> m_children;
    std::vector<int> m_members;
    std::vector<int> m_parents;
    std::vector<double> m_widths;
    std::vector<double> m_heights;
};

bool isLength(double value)
{
    return value >= 0 && std::isfinite(value);
}

bool isSound(const BranchNode &node)
{
    return isLength(node.size.width()) && isLength(node.size.height()) && isLength(node.side) &&
           isLength(node.gap.value_or(0)) && isLength(node.drop) && std::isfinite(node.offset.x()) &&
           std::isfinite(node.offset.y());
}

/// The same seen over the diagonal: a line that met the side of a box meets the middle of its upper edge.
BranchNode turned(BranchNode node)
{
    node.side = node.size.width() / 2;
    node.size.transpose();
    node.offset = node.offset.transposed();
    return node;
}

void turn(BranchPlacement &placement)
{
    placement.size.transpose();
    for (QRectF &box : placement.boxes)
        box = {box.y(), box.x(), box.height(), box.width()};
    for (QLineF &line : placement.lines)
        line = {line.y1(), line.x1(), line.y2(), line.x2()};
}

} // namespace

BranchPlacement layoutBranches(std::span<const BranchNode> nodes, const FitGaps &gaps, GrowDirection direction)
{
    std::vector<int> parents;
    parents.reserve(nodes.size());
    for (const BranchNode &node : nodes)
        parents.push_back(node.parent);
    BM_CHECK(isPreorder(parents), return {});
    BM_CHECK(std::ranges::all_of(nodes, isSound), return {});
    BM_CHECK(isLength(gaps.sibling) && isLength(gaps.level) && isLength(gaps.indent), return {});
    if (nodes.empty())
        return {};
    if (direction == GrowDirection::Down)
        return BranchLayout(nodes, gaps).run();
    std::vector<BranchNode> across;
    across.reserve(nodes.size());
    for (const BranchNode &node : nodes)
        across.push_back(turned(node));
    BranchPlacement placement = BranchLayout(across, gaps).run();
    turn(placement);
    return placement;
}

} // namespace bomay

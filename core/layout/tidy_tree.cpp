// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/tidy_tree.h"

#include "core/base/numbers.h"
#include "core/base/result.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace bomay {

namespace {

constexpr int kNoBox = -1;
constexpr int kVirtualRoot = -1; ///< the parent of all roots, as the input writes it

/// The layout of one forest, in the words of a tree that grows down. Every box is taken as reaching down to its
/// children, that is, with the level gap below it, so that contours have no holes.
///
/// A box's place is kept as in the paper: x = prelim + the sum of mod over the box and its ancestors. A contour runs
/// from a box to its first (left) or last (right) child; at a lowest box it jumps to the next lower box of the forest
/// by a thread. A leaf needs a thread on one side at most: once it has one, it is hidden from the other. So one thread
/// serves both contours, and the leaf's own mod can carry the difference of the two coordinate systems.
///
/// Memory touched for the first time costs as much as the walk itself, so there is little of it: the result's own boxes
/// are the scratch data, and what only inner boxes need stands apart, since most boxes are leaves (7 in 8 of a
/// municipal chart).
class TidyTree
{
public:
    explicit TidyTree(const TreeInput &input)
        : m_parents(input.parents)
        , m_count(sizeOf(input.parents))
        , m_gaps(input.gaps)
        , m_direction(input.direction)
        , m_mod(input.parents.size(), 0.0)
        , m_next(input.parents.size(), kNoBox)
    {
        const bool isDown = m_direction == GrowDirection::Down;
        const std::span<const double> across = isDown ? input.widths : input.heights;
        const std::span<const double> along = isDown ? input.heights : input.widths;
        std::size_t innerCount = 0;
        m_boxes.reserve(input.parents.size());
        for (int i = 0; i < m_count; ++i) {
            const double top = parent(i) == kVirtualRoot ? 0 : bottom(parent(i));
            m_boxes.emplace_back(0, top, across[uz(i)], along[uz(i)]);
            innerCount += isLeaf(i) ? 0U : 1U;
        }
        m_inner.reserve(innerCount);
    }

    [[nodiscard]] std::vector<QRectF> run() &&
    {
        // Backwards through a preorder, children come before their parents.
        for (int i = m_count - 1; i >= 0; --i) {
            if (!isLeaf(i))
                placeChildren(i);
        }
        placeChildren(kVirtualRoot);
        moveToPlace();
        return std::move(m_boxes);
    }

private:
    /// A subtree on the right side of the forest placed so far, from the deepest to the shallowest one that can be
    /// seen.
    struct Low
    {
        double bottom;
        int child;
        int ordinal;
    };

    /// What a conflict adds to the gaps between two children, kept as differences of first and second order.
    struct Spread
    {
        double shift = 0;
        double change = 0;
    };

    /// A lowest box of a subtree, and the sum of mods down to it.
    struct End
    {
        int box;
        double mods;
    };

    /// What is known of an inner box once its children are placed. The mods of its ends exclude its own.
    struct Inner
    {
        End leftEnd;
        End rightEnd;
        int lastChild;
        int afterSubtree; ///< one behind the last descendant
    };

    [[nodiscard]] int parent(int i) const { return m_parents[uz(i)]; }
    [[nodiscard]] bool isLeaf(int i) const { return i + 1 == m_count || parent(i + 1) != i; }
    [[nodiscard]] double &mod(int i) { return m_mod[uz(i)]; }
    [[nodiscard]] int &next(int i) { return m_next[uz(i)]; }

    [[nodiscard]] double prelim(int i) const { return m_boxes[uz(i)].x(); }
    [[nodiscard]] double width(int i) const { return m_boxes[uz(i)].width(); }
    [[nodiscard]] double bottom(int i) const { return m_boxes[uz(i)].bottom() + m_gaps.level; }
    [[nodiscard]] double left(int i) const { return m_mod[uz(i)] + prelim(i); }
    [[nodiscard]] double centre(int i) const { return left(i) + width(i) / 2; }

    [[nodiscard]] const Inner &inner(int i) const { return m_inner[uz(m_next[uz(i)])]; }
    [[nodiscard]] int leftNext(int i) const { return isLeaf(i) ? m_next[uz(i)] : i + 1; }
    [[nodiscard]] int rightNext(int i) const { return isLeaf(i) ? m_next[uz(i)] : inner(i).lastChild; }
    [[nodiscard]] int afterSubtree(int i) const { return isLeaf(i) ? i + 1 : inner(i).afterSubtree; }
    [[nodiscard]] End leftEnd(int i) const { return isLeaf(i) ? below(i, {i, 0}) : below(i, inner(i).leftEnd); }
    [[nodiscard]] End rightEnd(int i) const { return isLeaf(i) ? below(i, {i, 0}) : below(i, inner(i).rightEnd); }
    [[nodiscard]] End below(int i, const End &end) const { return {end.box, m_mod[uz(i)] + end.mods}; }

    /// Sets the subtrees of a box's children side by side and the box over their middle.
    void placeChildren(int box)
    {
        const int first = box + 1;
        End forestLeft = leftEnd(first);
        End forestRight = rightEnd(first);
        m_lows.clear();
        m_lows.push_back({bottom(forestRight.box), first, 0});
        m_spreads.clear();

        int last = first;
        int ordinal = 0;
        int child = afterSubtree(first);
        while (child < m_count && parent(child) == box) {
            ++ordinal;
            const int after = afterSubtree(child);
            appendSubtree(last, child, ordinal, forestLeft, forestRight);
            last = child;
            child = after;
        }
        if (!m_spreads.empty())
            spreadChildren(first);
        if (box == kVirtualRoot)
            return;

        m_boxes[uz(box)].moveLeft((centre(first) + centre(last)) / 2 - width(box) / 2);
        next(box) = sizeOf(m_inner);
        m_inner.push_back({forestLeft, forestRight, last, child});
    }

    /// Sets one more subtree to the right of its siblings: first beside the last of them, then as far out as the
    /// contours ask. Both contours are walked only as deep as the shallower of the two, which is what makes the whole
    /// linear.
    void appendSubtree(int last, int child, int ordinal, End &forestLeft, End &forestRight)
    {
        mod(child) = left(last) + width(last) + m_gaps.sibling - prelim(child);

        int right = last;                // on the right contour of the forest …
        double rightBase = 0;            // … and the sum of mods above it
        int leftBox = child;             // on the left contour of the new subtree …
        double leftBase = 0;             // … likewise
        std::size_t low = m_lows.size(); // one behind the subtree that `right` is in
        while (right != kNoBox && leftBox != kNoBox) {
            if (low == m_lows.size() || bottom(right) > m_lows[low].bottom)
                --low;
            if (right != last || leftBox != child) {
                const double gap = parent(right) == parent(leftBox) ? m_gaps.sibling : m_gaps.cousin;
                const double overlap = rightBase + left(right) + width(right) + gap - leftBase - left(leftBox);
                if (overlap > 0) {
                    if (leftBox != child)
                        leftBase += overlap;
                    mod(child) += overlap;
                    spread(m_lows[low], ordinal, overlap);
                }
            }
            const double rightBottom = bottom(right);
            const double leftBottom = bottom(leftBox);
            if (rightBottom <= leftBottom) {
                rightBase += mod(right);
                right = rightNext(right);
            }
            if (leftBottom <= rightBottom) {
                leftBase += mod(leftBox);
                leftBox = leftNext(leftBox);
            }
        }

        const End childRight = rightEnd(child);
        const double childBottom = bottom(childRight.box);
        if (right != kNoBox) {
            // The forest is deeper: its right contour goes on from the new subtree's end.
            next(childRight.box) = right;
            moveToBase(childRight, rightBase);
        } else {
            if (leftBox != kNoBox) {
                // The new subtree is deeper: the forest's left contour goes on inside it.
                next(forestLeft.box) = leftBox;
                moveToBase(forestLeft, leftBase);
                forestLeft = leftEnd(child);
            }
            forestRight = childRight;
        }
        while (!m_lows.empty() && m_lows.back().bottom <= childBottom)
            m_lows.pop_back();
        m_lows.push_back({childBottom, child, ordinal});
    }

    /// Gives a leaf with a thread a mod that leads to the coordinates of the thread's end. The leaf itself stays in
    /// place.
    void moveToBase(const End &end, double base)
    {
        const double difference = base - end.mods;
        mod(end.box) += difference;
        m_boxes[uz(end.box)].moveLeft(prelim(end.box) - difference);
    }

    /// Notes that the gaps between two children grow by `extra` altogether, each by the same share.
    void spread(const Low &from, int ordinal, double extra)
    {
        const int gaps = ordinal - from.ordinal;
        if (gaps == 1)
            return;
        if (m_spreads.size() <= uz(ordinal))
            m_spreads.resize(uz(ordinal) + 1);
        const double share = extra / gaps;
        m_spreads[uz(from.ordinal) + 1].shift += share;
        m_spreads[uz(ordinal)].shift -= share;
        m_spreads[uz(ordinal)].change -= extra - share;
    }

    /// Moves the children between conflicting ones. All of them are hidden behind their neighbours on both sides, so no
    /// contour and no thread leads to a box that moves here.
    void spreadChildren(int first)
    {
        double rate = 0;
        double offset = 0;
        int child = first;
        for (const Spread &spread : m_spreads) {
            rate += spread.shift;
            offset += rate + spread.change;
            mod(child) += offset;
            child = afterSubtree(child);
        }
    }

    /// Adds up the mods from the roots down and turns everything the way the tree grows.
    void moveToPlace()
    {
        double smallest = std::numeric_limits<double>::infinity();
        for (int i = 0; i < m_count; ++i) {
            if (parent(i) != kVirtualRoot)
                mod(i) += mod(parent(i));
            smallest = std::min(smallest, left(i));
        }
        for (int i = 0; i < m_count; ++i) {
            QRectF &box = m_boxes[uz(i)];
            box.moveLeft(left(i) - smallest);
            if (m_direction == GrowDirection::Right)
                box = QRectF(box.y(), box.x(), box.height(), box.width());
        }
    }

    std::span<const int> m_parents;
    int m_count;
    TreeGaps m_gaps;
    GrowDirection m_direction;

    std::vector<QRectF> m_boxes; ///< the result; until the end, x is prelim and all is as if the tree grew down
    std::vector<double> m_mod;
    std::vector<int> m_next;    ///< of a leaf: its thread, or none; of an inner box: its place in m_inner
    std::vector<Inner> m_inner; ///< from the last inner box to the first

    std::vector<Low> m_lows;       ///< scratch of one placeChildren
    std::vector<Spread> m_spreads; ///< by ordinal; as long as the last conflict needs
};

/// Lengths have to be finite and not negative: the walk along the contours ends because every step goes down.
[[nodiscard]] bool areLengths(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return value >= 0 && std::isfinite(value); });
}

} // namespace

bool isPreorder(std::span<const int> parents)
{
    // Linear, since each step up is taken once.
    for (int i = 0; i < sizeOf(parents); ++i) {
        int ancestor = i - 1;
        while (ancestor != kVirtualRoot && ancestor != parents[uz(i)])
            ancestor = parents[uz(ancestor)];
        if (ancestor != parents[uz(i)])
            return false;
    }
    return true;
}

std::vector<QRectF> layoutTidyTree(const TreeInput &input)
{
    BM_CHECK(input.widths.size() == input.parents.size() && input.heights.size() == input.parents.size(), return {});
    BM_CHECK(areLengths(input.widths) && areLengths(input.heights), return {});
    BM_CHECK(areLengths(std::array{input.gaps.sibling, input.gaps.cousin, input.gaps.level}), return {});
    BM_CHECK(isPreorder(input.parents), return {});
    if (input.parents.empty())
        return {};
    return TidyTree(input).run();
}

} // namespace bomay

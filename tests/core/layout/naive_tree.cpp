// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/layout/naive_tree.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay::test {

namespace {

class NaiveTree
{
public:
    NaiveTree(const Forest &forest, const TreeGaps &gaps)
        : m_forest(forest)
        , m_gaps(gaps)
        , m_children(childLists(forest.parents))
        , m_boxes(forest.parents.size())
    {}

    [[nodiscard]] std::vector<QRectF> run()
    {
        const std::vector<int> &roots = m_children.back();
        for (const int root : roots)
            place(root, 0);
        arrange(roots);
        double smallest = m_boxes.empty() ? 0 : m_boxes.front().left();
        for (const QRectF &box : m_boxes)
            smallest = std::min(smallest, box.left());
        for (QRectF &box : m_boxes)
            box.translate(-smallest, 0);
        return m_boxes;
    }

private:
    void place(int box, double top)
    {
        m_boxes[uz(box)] = QRectF(0, top, m_forest.widths[uz(box)], m_forest.heights[uz(box)]);
        const std::vector<int> &children = m_children[uz(box)];
        if (children.empty())
            return;
        for (const int child : children)
            place(child, bottom(box));
        arrange(children);
        const double middle =
            (m_boxes[uz(children.front())].center().x() + m_boxes[uz(children.back())].center().x()) / 2;
        m_boxes[uz(box)].moveLeft(middle - m_forest.widths[uz(box)] / 2);
    }

    void arrange(const std::vector<int> &siblings)
    {
        for (int i = 1; i < sizeOf(siblings); ++i) {
            const int child = siblings[uz(i)];
            const int before = siblings[uz(i - 1)];
            shift(child, m_boxes[uz(before)].right() + m_gaps.sibling - m_boxes[uz(child)].left());
            // From the nearest sibling to the farthest; what a farther one asks for is shared by the gaps in between.
            for (int j = i - 1; j >= 0; --j) {
                const double missing = overlap(siblings[uz(j)], child);
                for (int k = j + 1; k <= i; ++k)
                    shift(siblings[uz(k)], missing * (k - j) / (i - j));
            }
        }
    }

    /// By how much a subtree stands too near to one on its left; 0 where it doesn't.
    [[nodiscard]] double overlap(int leftRoot, int rightRoot) const
    {
        double most = 0;
        for (int a = leftRoot; a < afterSubtree(leftRoot); ++a) {
            for (int b = rightRoot; b < afterSubtree(rightRoot); ++b) {
                if (bottom(a) <= m_boxes[uz(b)].top() || bottom(b) <= m_boxes[uz(a)].top())
                    continue;
                const bool areSiblings = m_forest.parents[uz(a)] == m_forest.parents[uz(b)];
                const double gap = areSiblings ? m_gaps.sibling : m_gaps.cousin;
                most = std::max(most, m_boxes[uz(a)].right() + gap - m_boxes[uz(b)].left());
            }
        }
        return most;
    }

    [[nodiscard]] double bottom(int box) const { return m_boxes[uz(box)].bottom() + m_gaps.level; }

    [[nodiscard]] int afterSubtree(int root) const
    {
        int box = root;
        while (!m_children[uz(box)].empty())
            box = m_children[uz(box)].back();
        return box + 1;
    }

    void shift(int root, double by)
    {
        for (int box = root; box < afterSubtree(root); ++box)
            m_boxes[uz(box)].translate(by, 0);
    }

    const Forest &m_forest;
    TreeGaps m_gaps;
    std::vector<std::vector<int>> m_children;
    std::vector<QRectF> m_boxes;
};

} // namespace

std::vector<QRectF> naiveTidyTree(const Forest &forest, const TreeGaps &gaps)
{
    return NaiveTree(forest, gaps).run();
}

} // namespace bomay::test

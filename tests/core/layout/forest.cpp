// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/layout/forest.h"

#include "core/base/numbers.h"

namespace bomay::test {

namespace {

class Dice
{
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed)
    {}

    [[nodiscard]] int below(int bound) { return static_cast<int>(m_engine() % static_cast<std::uint32_t>(bound)); }
    [[nodiscard]] double between(double low, double high) { return low + (high - low) * below(1000) / 1000; }

private:
    std::mt19937 m_engine;
};

/// Parents in the order of making, each before its children, but not in preorder yet.
[[nodiscard]] std::vector<int> randomParents(Shape shape, int count, int roots, Dice &dice)
{
    std::vector<int> parents(uz(std::min(roots, count)), -1);
    int unit = 0;
    while (static_cast<int>(parents.size()) < count) {
        const int made = static_cast<int>(parents.size());
        if (shape == Shape::Bushy) {
            parents.push_back(dice.below(made));
        } else if (shape == Shape::Deep) {
            parents.push_back(dice.below(8) == 0 ? dice.below(made) : made - 1);
        } else {
            // A unit with 1 to 15 children; the next unit is up to 15 boxes further on, so that 7 in 8 boxes stay
            // leaves.
            const int span = std::min(1 + dice.below(15), count - made);
            parents.insert(parents.end(), uz(span), unit);
            unit = std::min(unit + (unit < roots ? 1 : 1 + dice.below(15)), static_cast<int>(parents.size()) - 1);
        }
    }
    return parents;
}

} // namespace

void Forest::add(int parent, double width, double height)
{
    parents.push_back(parent);
    widths.push_back(width);
    heights.push_back(height);
}

int Forest::hang(const Forest &tree, int parent)
{
    const int start = size();
    for (int i = 0; i < tree.size(); ++i)
        add(i == 0 ? parent : start + tree.parents[uz(i)], tree.widths[uz(i)], tree.heights[uz(i)]);
    return start;
}

std::vector<std::vector<int>> childLists(const std::vector<int> &parents)
{
    std::vector<std::vector<int>> children(parents.size() + 1);
    for (std::size_t i = 0; i < parents.size(); ++i)
        children[parents[i] < 0 ? parents.size() : uz(parents[i])].push_back(static_cast<int>(i));
    return children;
}

Forest randomForest(Shape shape, int count, int roots, std::uint32_t seed)
{
    Dice dice(seed);
    const std::vector<std::vector<int>> children = childLists(randomParents(shape, count, roots, dice));

    Forest forest;
    struct Open
    {
        int box;
        int parent;
    };
    std::vector<Open> stack;
    const auto open = [&](const std::vector<int> &boxes, int parent) {
        for (auto it = boxes.rbegin(); it != boxes.rend(); ++it)
            stack.push_back({*it, parent});
    };
    open(children.back(), -1);
    while (!stack.empty()) {
        const Open next = stack.back();
        stack.pop_back();
        forest.add(next.parent, dice.between(120, 280), dice.between(40, 110));
        open(children[uz(next.box)], forest.size() - 1);
    }
    return forest;
}

MirroredForest mirrored(const Forest &forest)
{
    const std::vector<std::vector<int>> children = childLists(forest.parents);
    MirroredForest result;
    std::vector<int> newIndex(forest.parents.size());
    std::vector<int> stack = children.back();
    while (!stack.empty()) {
        const int box = stack.back();
        stack.pop_back();
        const int parent = forest.parents[uz(box)];
        newIndex[uz(box)] = result.forest.size();
        result.forest.add(parent < 0 ? -1 : newIndex[uz(parent)], forest.widths[uz(box)], forest.heights[uz(box)]);
        result.original.push_back(uz(box));
        stack.insert(stack.end(), children[uz(box)].begin(), children[uz(box)].end());
    }
    return result;
}

} // namespace bomay::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/tidy_tree.h"

#include <cstdint>
#include <random>

namespace bomay::test {

/// A forest that owns its arrays, in the preorder that `layoutTidyTree` asks for.
struct Forest
{
    std::vector<int> parents = {};
    std::vector<double> widths = {};
    std::vector<double> heights = {};

    [[nodiscard]] int size() const { return static_cast<int>(parents.size()); }
    [[nodiscard]] TreeInput input(const TreeGaps &gaps = {}, GrowDirection direction = GrowDirection::Down) const
    {
        return {parents, widths, heights, gaps, direction};
    }
    void add(int parent, double width, double height);

    /// Appends a tree below a box, whose own branch must be the last one. Returns the index of the tree's root.
    int hang(const Forest &tree, int parent);
};

/// How the boxes of a random forest are chosen.
enum class Shape {
    Bushy,    ///< any box may get the next child: shallow, with wide rows
    Deep,     ///< mostly below the box before: long branches side by side
    Municipal ///< spans of 8 in the mean, leaves mostly, as in a municipal chart
};

/// Seeded; the same on every machine, since only the engine's own numbers are used. Widths 120–280, heights 40–110.
[[nodiscard]] Forest randomForest(Shape shape, int count, int roots, std::uint32_t seed);

/// The forest with the order of all siblings turned round. `original[k]` is the index that box k had before.
struct MirroredForest
{
    Forest forest;
    std::vector<std::size_t> original;
};
[[nodiscard]] MirroredForest mirrored(const Forest &forest);

/// Children of every box in order; the last list is that of the roots.
[[nodiscard]] std::vector<std::vector<int>> childLists(const std::vector<int> &parents);

} // namespace bomay::test

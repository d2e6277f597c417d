// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace bomay {

// The same jobs as the program's, done as fast as this machine can with nothing else in the way: no dates, no ids, no
// checks. A ratio to them holds on any machine. Those of saving and loading are in sqlite_reference.h.

/// For `layoutTidyTree`: the traffic to memory of a tidy tree, which keeps eleven numbers for each box and walks over
/// them three times. Bound A of the measurements behind the program's goals: a very good layout takes four times as
/// long.
class LayoutBound
{
public:
    explicit LayoutBound(int boxes);

    /// Reads and writes every number three times; returns one of them.
    double pass();

private:
    static constexpr std::size_t kArrays = 11;
    std::size_t m_boxes;
    std::size_t m_stride;
    std::vector<double> m_data;
};

/// A tree numbered in preorder.
struct FlatTree
{
    std::vector<int> order;   ///< the old index of each node
    std::vector<int> parents; ///< −1 for a root
    std::vector<int> depths;  ///< a root has 1
    std::vector<int> ends;    ///< a subtree is [own index, end)
};

/// For `OrgView`: the structure of a view alone, from parents that are already indices and siblings that already stand
/// in order. It copies no names, asks for no dates and looks up no ids.
[[nodiscard]] FlatTree linkAndNumber(std::span<const int> parents);

/// A relation between nodes that are already indices.
struct FlatEdge
{
    int type = 0; ///< 0 = belongs to
    int from = 0;
    int to = 0;
};

/// For building an organisation and for moving in it: the edges of each node as one stretch of an array, and the forest
/// of belongs-to as parent, first child and neighbours. No dates, no ids, no rows.
class FlatGraph
{
public:
    FlatGraph(int nodes, std::span<const FlatEdge> edges);

    /// Puts a node under another. False: it would hang under itself; nothing was done.
    bool move(int node, int parent);

    [[nodiscard]] int parent(int node) const { return m_parents[static_cast<std::size_t>(node)]; }
    [[nodiscard]] std::span<const FlatEdge> edgesFrom(int node) const;

private:
    void link(int node, int parent);

    std::vector<int> m_firstEdges; ///< index of a node's first edge; one more at the end
    std::vector<FlatEdge> m_edges;
    std::vector<int> m_parents; ///< −1 = none; likewise below
    std::vector<int> m_firstChildren;
    std::vector<int> m_next;
    std::vector<int> m_previous;
};

/// For `check`: one pass over the posts that counts the deputies of each unit, and one over the units that compares
/// with a limit. A full rule pass also chooses units by kind and place and writes findings. Returns the units above the
/// limit.
[[nodiscard]] int countUnitsAboveLimit(std::span<const int> unitOfPost, std::span<const std::uint8_t> isDeputy,
                                       int units, int limit);

/// For `buildChart`: writes as many boxes, texts, lines and points with the same contents, without measuring, breaking,
/// or placing anything. The texts' letters are shared, as Qt does it.
[[nodiscard]] DisplayList filledLike(const DisplayList &list);

/// For `writePdf`: the content stream of the same boxes, lines and texts, packed with zlib at level 6. No fonts, no
/// cross-reference table, no file, and code points where a PDF has glyph numbers.
[[nodiscard]] QByteArray packedContentStream(const DisplayList &list);

} // namespace bomay

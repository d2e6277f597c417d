// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/model/chunked_array.h"
#include "core/model/entities.h"

#include <boost/iterator/counting_iterator.hpp>

#include <compare>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

namespace boost {
struct directed_tag;
struct allow_parallel_edge_tag;
} // namespace boost

namespace bomay {

/// Internal to core/model: the vertices and dated edges of a `StructureGraph`. A model of Boost.Graph's concepts
/// VertexListGraph, EdgeListGraph and BidirectionalGraph, so that its algorithms run on it; the .cpp files that include
/// them say the rest. Boost's own `adjacency_list` takes a block of memory for every edge's facts, and searches all
/// edges that end at a vertex to remove one. Here edges lie in one array, each chained to the next one from its source
/// and to its neighbours at its target.
///
/// Descriptors stay as they are: a removed vertex stays as a hole that is not live, a removed edge leaves its place to
/// the next one that comes. Edges at a vertex come out in the order in which they were added.
class DatedDigraph
{
public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    struct Vertex
    {
        NodeRef node;
        bool live = false;
    };

    struct Edge
    {
        RelationId id;
        RelationType type = RelationType::BelongsTo;
        Day first;
        Day last;

        [[nodiscard]] bool isOn(Day day) const { return first <= day && day <= last; }
    };

    // The names that Boost.Graph asks for.

    using vertex_descriptor = std::uint32_t;
    struct edge_descriptor
    {
        std::uint32_t index = kNone;

        friend auto operator<=>(const edge_descriptor &, const edge_descriptor &) = default;
    };
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    struct traversal_category; ///< complete where Boost.Graph is included
    using vertices_size_type = std::uint32_t;
    using edges_size_type = std::uint32_t;
    using degree_size_type = std::uint32_t;
    using vertex_iterator = boost::counting_iterator<vertex_descriptor>;
    [[nodiscard]] static vertex_descriptor null_vertex() { return kNone; }

private:
    struct VertexSlot
    {
        Vertex facts;
        std::uint32_t firstOut = kNone;
        std::uint32_t lastOut = kNone;
        std::uint32_t firstIn = kNone;
        std::uint32_t lastIn = kNone;
    };

    struct EdgeSlot
    {
        Edge facts;
        vertex_descriptor source = kNone; ///< none: the slot is free
        vertex_descriptor target = kNone;
        std::uint32_t nextOut = kNone; ///< of a free slot: the next free one
        std::uint32_t nextIn = kNone;
        std::uint32_t previousIn = kNone;
    };

    using EdgeSlots = ChunkedArray<EdgeSlot>;

    /// Walks edges; `Next` goes on from the index of one.
    template <typename Next>
    class EdgeWalk
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = edge_descriptor;
        using difference_type = std::ptrdiff_t;
        using pointer = const edge_descriptor *;
        using reference = edge_descriptor;

        EdgeWalk() = default;
        EdgeWalk(const EdgeSlots &edges, std::uint32_t index)
            : m_edges(&edges)
            , m_index(index)
        {}
        edge_descriptor operator*() const { return {m_index}; }
        EdgeWalk &operator++()
        {
            m_index = Next{}(*m_edges, m_index);
            return *this;
        }
        EdgeWalk operator++(int)
        {
            EdgeWalk before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const EdgeWalk &a, const EdgeWalk &b) { return a.m_index == b.m_index; }

    private:
        const EdgeSlots *m_edges = nullptr;
        std::uint32_t m_index = kNone;
    };

    struct NextOut
    {
        std::uint32_t operator()(const EdgeSlots &edges, std::uint32_t index) const { return edges[index].nextOut; }
    };
    struct NextIn
    {
        std::uint32_t operator()(const EdgeSlots &edges, std::uint32_t index) const { return edges[index].nextIn; }
    };
    struct NextTaken
    {
        std::uint32_t operator()(const EdgeSlots &edges, std::uint32_t index) const
        {
            while (++index < edges.size())
                if (edges[index].source != kNone)
                    return index;
            return kNone;
        }
    };

public:
    using out_edge_iterator = EdgeWalk<NextOut>;
    using in_edge_iterator = EdgeWalk<NextIn>;
    using edge_iterator = EdgeWalk<NextTaken>;
    using adjacency_iterator = void;

    [[nodiscard]] Vertex &operator[](vertex_descriptor vertex) { return m_vertices[vertex].facts; }
    [[nodiscard]] const Vertex &operator[](vertex_descriptor vertex) const { return m_vertices[vertex].facts; }
    [[nodiscard]] const Edge &operator[](edge_descriptor edge) const { return m_edges[edge.index].facts; }

    vertex_descriptor addVertex(NodeRef node);
    void addEdge(vertex_descriptor from, vertex_descriptor to, const Edge &facts);
    /// Looks through what starts at `from`, and only there. False: no such edge.
    bool removeEdge(vertex_descriptor from, RelationId id);

    // What Boost.Graph calls.

    [[nodiscard]] friend vertices_size_type num_vertices(const DatedDigraph &graph)
    {
        return static_cast<vertices_size_type>(graph.m_vertices.size());
    }
    [[nodiscard]] friend std::pair<vertex_iterator, vertex_iterator> vertices(const DatedDigraph &graph)
    {
        return {vertex_iterator(0), vertex_iterator(num_vertices(graph))};
    }
    [[nodiscard]] friend edges_size_type num_edges(const DatedDigraph &graph) { return graph.m_edgeCount; }
    [[nodiscard]] friend std::pair<edge_iterator, edge_iterator> edges(const DatedDigraph &graph)
    {
        return {++edge_iterator(graph.m_edges, kNone), edge_iterator(graph.m_edges, kNone)};
    }
    [[nodiscard]] friend vertex_descriptor source(edge_descriptor edge, const DatedDigraph &graph)
    {
        return graph.m_edges[edge.index].source;
    }
    [[nodiscard]] friend vertex_descriptor target(edge_descriptor edge, const DatedDigraph &graph)
    {
        return graph.m_edges[edge.index].target;
    }
    [[nodiscard]] friend std::pair<out_edge_iterator, out_edge_iterator> out_edges(vertex_descriptor vertex,
                                                                                   const DatedDigraph &graph)
    {
        return {out_edge_iterator(graph.m_edges, graph.m_vertices[vertex].firstOut),
                out_edge_iterator(graph.m_edges, kNone)};
    }
    [[nodiscard]] friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(vertex_descriptor vertex,
                                                                                const DatedDigraph &graph)
    {
        return {in_edge_iterator(graph.m_edges, graph.m_vertices[vertex].firstIn),
                in_edge_iterator(graph.m_edges, kNone)};
    }
    /// The degrees are counted: they take as long as a walk.
    [[nodiscard]] friend degree_size_type out_degree(vertex_descriptor vertex, const DatedDigraph &graph)
    {
        const auto [begin, end] = out_edges(vertex, graph);
        return static_cast<degree_size_type>(std::distance(begin, end));
    }
    [[nodiscard]] friend degree_size_type in_degree(vertex_descriptor vertex, const DatedDigraph &graph)
    {
        const auto [begin, end] = in_edges(vertex, graph);
        return static_cast<degree_size_type>(std::distance(begin, end));
    }
    [[nodiscard]] friend degree_size_type degree(vertex_descriptor vertex, const DatedDigraph &graph)
    {
        return out_degree(vertex, graph) + in_degree(vertex, graph);
    }

private:
    void unchainAtSource(std::uint32_t edge, std::uint32_t previous);
    void unchainAtTarget(std::uint32_t edge);

    ChunkedArray<VertexSlot> m_vertices;
    EdgeSlots m_edges;
    std::uint32_t m_firstFree = kNone;
    std::uint32_t m_edgeCount = 0;
};

} // namespace bomay

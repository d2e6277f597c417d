// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/structure_graph.h"

#include "core/base/numbers.h"
#include "core/base/result.h"
#include "core/model/dated_digraph.h"
#include "core/model/slot_index.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <tuple>

template <>
struct boost::property_map<bomay::DatedDigraph, boost::vertex_index_t>
{
    using type = boost::typed_identity_property_map<bomay::DatedDigraph::vertex_descriptor>;
    using const_type = type;
};

namespace bomay {

struct DatedDigraph::traversal_category : boost::bidirectional_graph_tag,
                                          boost::vertex_list_graph_tag,
                                          boost::edge_list_graph_tag
{};

/// Vertices are their own indices: what Boost's algorithms keep for each lies in arrays. Boost looks for it beside the
/// graph.
[[nodiscard]] static boost::typed_identity_property_map<DatedDigraph::vertex_descriptor>
get(boost::vertex_index_t /*property*/, const DatedDigraph & /*graph*/)
{
    return {};
}

namespace {

using Graph = DatedDigraph;
using Descriptor = Graph::vertex_descriptor;
using Vertex = Graph::Vertex;
using Edge = Graph::Edge;

/// Keeps the edges of belongs-to that exist on a day. Default-constructible, as filtered_graph's iterators want it.
struct BelongsOn
{
    const Graph *graph = nullptr;
    Day day;

    template <typename EdgeDescriptor>
    bool operator()(const EdgeDescriptor &edge) const
    {
        return (*graph)[edge].type == RelationType::BelongsTo && (*graph)[edge].isOn(day);
    }
};

/// Notes whether a search came back to where it came from.
struct LoopNoter : boost::default_dfs_visitor
{
    bool *found = nullptr;

    template <typename EdgeDescriptor, typename AnyGraph>
    void back_edge(const EdgeDescriptor & /*edge*/, const AnyGraph & /*graph*/) const
    {
        *found = true;
    }
};

} // namespace

struct StructureGraph::Impl
{
    Graph graph;
    SlotIndex index; ///< its numbers are the descriptors

    /// Also a hole.
    [[nodiscard]] int vertexOf(NodeRef node) const
    {
        return index.find(node.uid, [&](int vertex) { return graph[static_cast<Descriptor>(vertex)].node == node; });
    }

    [[nodiscard]] std::optional<Descriptor> find(NodeRef node) const
    {
        const int vertex = vertexOf(node);
        if (vertex < 0 || !graph[static_cast<Descriptor>(vertex)].live)
            return std::nullopt;
        return static_cast<Descriptor>(vertex);
    }

    /// What a vertex hangs under on a day by edges of one type.
    [[nodiscard]] std::optional<Descriptor> above(Descriptor vertex, RelationType type, Day day) const
    {
        for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph)))
            if (graph[edge].type == type && graph[edge].isOn(day))
                return target(edge, graph);
        return std::nullopt;
    }

    [[nodiscard]] std::vector<RelationId> rivalParents(Descriptor vertex) const
    {
        std::vector<RelationId> rivals;
        const auto [begin, end] = out_edges(vertex, graph);
        for (auto edge = begin; edge != end; ++edge) {
            const Edge &facts = graph[*edge];
            if (facts.type != RelationType::BelongsTo && facts.type != RelationType::ReportsTo)
                continue;
            // Once for the edge, not for each pair: a file may give a node any number of parents.
            if (std::any_of(begin, edge, [&](const auto &earlier) {
                    const Edge &other = graph[earlier];
                    return other.type == facts.type && facts.first <= other.last && other.first <= facts.last;
                }))
                rivals.push_back(facts.id);
        }
        return rivals;
    }

    /// A step of the search for loops: a vertex and the days on which the path to it exists.
    struct Step
    {
        Descriptor vertex;
        Day first;
        Day last;
        int previous; ///< index of the step before, −1 for the start
    };

    /// Walks from `start` along edges of one type while a common day remains; the path to `goal`, or nothing.
    [[nodiscard]] std::vector<NodeRef> pathTo(Descriptor start, Descriptor goal, RelationType type, Day first,
                                              Day last) const
    {
        std::vector<Step> steps{{start, first, last, -1}};
        // A vertex may be reached in several periods; one visit for each distinct period is enough.
        std::set<std::tuple<Descriptor, Day, Day>> seen;
        for (int i = 0; i < sizeOf(steps); ++i) {
            const Step step = steps[uz(i)];
            if (step.vertex == goal) {
                std::vector<NodeRef> path;
                for (int k = i; k >= 0; k = steps[uz(k)].previous)
                    path.push_back(graph[steps[uz(k)].vertex].node);
                std::ranges::reverse(path);
                return path;
            }
            for (const auto edge : boost::make_iterator_range(out_edges(step.vertex, graph))) {
                const Edge &facts = graph[edge];
                const Day from = std::max(step.first, facts.first);
                const Day to = std::min(step.last, facts.last);
                if (facts.type != type || from > to)
                    continue;
                const Descriptor next = target(edge, graph);
                if (seen.emplace(next, from, to).second)
                    steps.push_back({next, from, to, i});
            }
        }
        return {};
    }
};

StructureGraph::StructureGraph()
    : m(std::make_unique<Impl>())
{}

StructureGraph::~StructureGraph() = default;

StructureGraph::StructureGraph(const StructureGraph &other)
    : m(std::make_unique<Impl>(*other.m))
{}

StructureGraph::StructureGraph(StructureGraph &&other) noexcept = default;

StructureGraph &StructureGraph::operator=(const StructureGraph &other)
{
    if (this != &other)
        m = std::make_unique<Impl>(*other.m);
    return *this;
}

StructureGraph &StructureGraph::operator=(StructureGraph &&other) noexcept = default;

void StructureGraph::addNode(NodeRef node)
{
    if (const int vertex = m->vertexOf(node); vertex >= 0) {
        m->graph[static_cast<Descriptor>(vertex)].live = true;
    } else {
        m->index.add(node.uid);
        m->graph.addVertex(node);
    }
}

void StructureGraph::removeNode(NodeRef node)
{
    const auto descriptor = m->find(node);
    BM_CHECK(descriptor, return );
    for (const RelationId id : relationsFrom(node))
        m->graph.removeEdge(*descriptor, id);
    for (auto [edge, end] = in_edges(*descriptor, m->graph); edge != end;) {
        const auto next = std::next(edge);
        m->graph.removeEdge(source(*edge, m->graph), m->graph[*edge].id);
        edge = next;
    }
    m->graph[*descriptor].live = false;
}

bool StructureGraph::hasNode(NodeRef node) const
{
    return m->find(node).has_value();
}

void StructureGraph::addEdge(const Relation &relation)
{
    const auto from = m->find(relation.from);
    const auto to = m->find(relation.to);
    BM_CHECK(from && to, return );
    m->graph.addEdge(*from, *to, {relation.id, relation.type, relation.period.firstDay(), relation.period.lastDay()});
}

void StructureGraph::removeEdge(const Relation &relation)
{
    const auto from = m->find(relation.from);
    BM_CHECK(from && m->graph.removeEdge(*from, relation.id), return );
}

std::optional<NodeRef> StructureGraph::parentOn(NodeRef node, RelationType type, Day day) const
{
    const auto descriptor = m->find(node);
    if (!descriptor)
        return std::nullopt;
    const auto above = m->above(*descriptor, type, day);
    return above ? std::optional(m->graph[*above].node) : std::nullopt;
}

StructureGraph::ParentList StructureGraph::parentsOn(Day day) const
{
    const Graph &graph = m->graph;
    ParentList list;
    std::vector<int> positions(num_vertices(graph), -1);
    list.nodes.reserve(positions.size());
    for (const auto vertex : boost::make_iterator_range(vertices(graph))) {
        if (!graph[vertex].live)
            continue;
        positions[vertex] = sizeOf(list.nodes);
        list.nodes.push_back(graph[vertex].node);
    }
    list.belongsTo.assign(list.nodes.size(), -1);
    list.reportsTo.assign(list.nodes.size(), -1);
    for (const auto edge : boost::make_iterator_range(edges(graph))) {
        const Edge &facts = graph[edge];
        if (!facts.isOn(day))
            continue;
        const auto from = uz(positions[source(edge, graph)]);
        if (facts.type == RelationType::BelongsTo)
            list.belongsTo[from] = positions[target(edge, graph)];
        else if (facts.type == RelationType::ReportsTo)
            list.reportsTo[from] = positions[target(edge, graph)];
    }
    return list;
}

std::vector<RelationId> StructureGraph::relationsFrom(NodeRef node) const
{
    std::vector<RelationId> ids;
    if (const auto descriptor = m->find(node))
        for (const auto edge : boost::make_iterator_range(out_edges(*descriptor, m->graph)))
            ids.push_back(m->graph[edge].id);
    return ids;
}

std::vector<RelationId> StructureGraph::relationsTo(NodeRef node) const
{
    std::vector<RelationId> ids;
    if (const auto descriptor = m->find(node))
        for (const auto edge : boost::make_iterator_range(in_edges(*descriptor, m->graph)))
            ids.push_back(m->graph[edge].id);
    return ids;
}

bool StructureGraph::hasRelations(NodeRef node) const
{
    const auto descriptor = m->find(node);
    const auto isSome = [](const auto &range) { return range.first != range.second; };
    return descriptor && (isSome(out_edges(*descriptor, m->graph)) || isSome(in_edges(*descriptor, m->graph)));
}

bool StructureGraph::hasRelationFrom(NodeRef node, RelationType type) const
{
    const auto descriptor = m->find(node);
    if (!descriptor)
        return false;
    const auto [begin, end] = out_edges(*descriptor, m->graph);
    return std::any_of(begin, end, [&](const auto &edge) { return m->graph[edge].type == type; });
}

std::vector<RelationId> StructureGraph::rivalParents(NodeRef node) const
{
    const auto descriptor = m->find(node);
    return descriptor ? m->rivalParents(*descriptor) : std::vector<RelationId>{};
}

StructureGraph::ParentFaults StructureGraph::parentFaults() const
{
    const Graph &graph = m->graph;
    // Edges lie in one array: to count them is much quicker than to follow those of each vertex.
    std::vector<std::uint8_t> belongsTo(num_vertices(graph));
    std::vector<std::uint8_t> reportsTo(num_vertices(graph));
    for (const auto edge : boost::make_iterator_range(edges(graph))) {
        const RelationType type = graph[edge].type;
        if (type != RelationType::BelongsTo && type != RelationType::ReportsTo)
            continue;
        std::uint8_t &count = (type == RelationType::BelongsTo ? belongsTo : reportsTo)[source(edge, graph)];
        count = static_cast<std::uint8_t>(std::min(count + 1, 2));
    }
    ParentFaults faults;
    for (const auto vertex : boost::make_iterator_range(vertices(graph))) {
        if (!graph[vertex].live)
            continue;
        if (belongsTo[vertex] == 0 && !graph[vertex].node.isUnit())
            faults.postsWithoutUnit.push_back(graph[vertex].node.post());
        if (belongsTo[vertex] > 1 || reportsTo[vertex] > 1)
            for (const RelationId rival : m->rivalParents(vertex))
                faults.rivals.emplace_back(graph[vertex].node, rival);
    }
    return faults;
}

std::vector<NodeRef> StructureGraph::ancestors(NodeRef node, Day day) const
{
    std::vector<NodeRef> nodes;
    auto vertex = m->find(node);
    while (vertex) {
        vertex = m->above(*vertex, RelationType::BelongsTo, day);
        if (vertex)
            nodes.push_back(m->graph[*vertex].node);
    }
    return nodes;
}

std::vector<NodeRef> StructureGraph::subtree(NodeRef node, Day day) const
{
    std::vector<NodeRef> nodes;
    std::vector<Descriptor> queue;
    if (const auto vertex = m->find(node))
        queue.push_back(*vertex);
    for (std::size_t i = 0; i < queue.size(); ++i) {
        nodes.push_back(m->graph[queue[i]].node);
        for (const auto edge : boost::make_iterator_range(in_edges(queue[i], m->graph)))
            if (m->graph[edge].type == RelationType::BelongsTo && m->graph[edge].isOn(day))
                queue.push_back(source(edge, m->graph));
    }
    return nodes;
}

int StructureGraph::depth(NodeRef node, Day day) const
{
    return hasNode(node) ? sizeOf(ancestors(node, day)) + 1 : 0;
}

std::vector<NodeRef> StructureGraph::parentsFirst(Day day) const
{
    // Boost's order has the targets of edges first: the parents.
    const boost::filtered_graph<Graph, BelongsOn> onDay(m->graph, BelongsOn{&m->graph, day});
    std::vector<Descriptor> order;
    order.reserve(num_vertices(m->graph));
    boost::topological_sort(onDay, std::back_inserter(order));
    std::vector<NodeRef> nodes;
    nodes.reserve(order.size());
    for (const Descriptor vertex : order)
        if (m->graph[vertex].live)
            nodes.push_back(m->graph[vertex].node);
    return nodes;
}

std::vector<std::vector<NodeRef>> StructureGraph::components(Day day) const
{
    const Graph &graph = m->graph;
    std::vector<std::size_t> rank(num_vertices(graph));
    std::vector<Descriptor> parent(num_vertices(graph));
    const boost::identity_property_map indices;
    boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), indices),
                              boost::make_iterator_property_map(parent.begin(), indices));
    for (const auto vertex : boost::make_iterator_range(vertices(graph)))
        sets.make_set(vertex);
    for (const auto edge : boost::make_iterator_range(edges(graph)))
        if (graph[edge].isOn(day))
            sets.union_set(source(edge, graph), target(edge, graph));
    std::vector<int> groupOf(num_vertices(graph), -1); // by the set's representative
    std::vector<std::vector<NodeRef>> groups;
    for (const auto vertex : boost::make_iterator_range(vertices(graph))) {
        if (!graph[vertex].live)
            continue;
        int &group = groupOf[sets.find_set(vertex)];
        if (group < 0) {
            group = sizeOf(groups);
            groups.emplace_back();
        }
        groups[uz(group)].push_back(graph[vertex].node);
    }
    return groups;
}

std::vector<NodeRef> StructureGraph::loopThrough(const Relation &edge) const
{
    const auto from = m->find(edge.from);
    const auto to = m->find(edge.to);
    if (!from || !to)
        return {};
    std::vector<NodeRef> loop = m->pathTo(*to, *from, edge.type, edge.period.firstDay(), edge.period.lastDay());
    if (!loop.empty())
        loop.insert(loop.begin(), edge.from);
    return loop;
}

std::vector<std::vector<NodeRef>> StructureGraph::loops(RelationType type) const
{
    const Graph &graph = m->graph;
    // Those of one type alone, without their dates, in as little memory as can be: no other edges lie in the way.
    std::vector<std::pair<Descriptor, Descriptor>> ends;
    for (const auto edge : boost::make_iterator_range(edges(graph)))
        if (graph[edge].type == type)
            ends.emplace_back(source(edge, graph), target(edge, graph));
    if (ends.empty())
        return {};
    using Compact = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                       boost::no_property, Descriptor, Descriptor>;
    const Compact compact(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), num_vertices(graph));
    // Where no path comes back to where it began there is no loop on any day, and that is nearly always.
    bool isLooped = false;
    boost::depth_first_search(compact, boost::visitor(LoopNoter{{}, &isLooped}));
    if (!isLooped)
        return {};
    std::vector<int> component(num_vertices(graph));
    const int components = boost::strong_components(
        compact, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, compact)));
    std::vector<std::vector<NodeRef>> found;
    std::vector<bool> done(uz(components), false);
    for (const auto from : boost::make_iterator_range(vertices(graph))) {
        for (const auto edge : boost::make_iterator_range(out_edges(from, graph))) {
            const Descriptor to = target(edge, graph);
            if (graph[edge].type != type || component[from] != component[to] || done[uz(component[from])])
                continue;
            std::vector<NodeRef> loop = m->pathTo(to, from, type, graph[edge].first, graph[edge].last);
            if (loop.empty())
                continue;
            loop.insert(loop.begin(), graph[from].node);
            done[uz(component[from])] = true;
            found.push_back(std::move(loop));
        }
    }
    return found;
}

} // namespace bomay

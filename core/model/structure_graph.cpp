// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/structure_graph.h"

#include "core/base/numbers.h"
#include "core/base/result.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace bomay {

namespace {

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
};

// vecS keeps descriptors small and stable as long as nothing is removed; removed vertices therefore stay as holes.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Vertex, Edge>;
using Descriptor = boost::graph_traits<Graph>::vertex_descriptor;

/// Keeps the edges of one type. Default-constructible, as filtered_graph's iterators want it.
struct OfType
{
    const Graph *graph = nullptr;
    RelationType type = RelationType::BelongsTo;

    template <typename EdgeDescriptor>
    bool operator()(const EdgeDescriptor &edge) const
    {
        return (*graph)[edge].type == type;
    }
};

} // namespace

struct StructureGraph::Impl
{
    Graph graph;
    std::unordered_map<NodeRef, Descriptor> descriptors;

    [[nodiscard]] std::optional<Descriptor> find(NodeRef node) const
    {
        const auto found = descriptors.find(node);
        if (found == descriptors.end() || !graph[found->second].live)
            return std::nullopt;
        return found->second;
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
            for (const auto edge : boost::make_iterator_range(boost::out_edges(step.vertex, graph))) {
                const Edge &facts = graph[edge];
                const Day from = std::max(step.first, facts.first);
                const Day to = std::min(step.last, facts.last);
                if (facts.type != type || from > to)
                    continue;
                const Descriptor next = boost::target(edge, graph);
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
    const auto [entry, isNew] = m->descriptors.try_emplace(node);
    if (isNew)
        entry->second = boost::add_vertex({node, true}, m->graph);
    else
        m->graph[entry->second].live = true;
}

void StructureGraph::removeNode(NodeRef node)
{
    const auto descriptor = m->find(node);
    BM_CHECK(descriptor, return);
    boost::clear_vertex(*descriptor, m->graph);
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
    BM_CHECK(from && to, return);
    boost::add_edge(*from, *to, Edge{relation.id, relation.type, relation.period.firstDay(), relation.period.lastDay()},
                    m->graph);
}

void StructureGraph::removeEdge(const Relation &relation)
{
    const auto from = m->find(relation.from);
    BM_CHECK(from, return);
    for (const auto edge : boost::make_iterator_range(boost::out_edges(*from, m->graph))) {
        if (m->graph[edge].id == relation.id) {
            boost::remove_edge(edge, m->graph);
            return;
        }
    }
    BM_CHECK(false, return);
}

std::optional<NodeRef> StructureGraph::parentOn(NodeRef node, RelationType type, Day day) const
{
    const auto descriptor = m->find(node);
    if (!descriptor)
        return std::nullopt;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(*descriptor, m->graph))) {
        const Edge &facts = m->graph[edge];
        if (facts.type == type && facts.first <= day && day <= facts.last)
            return m->graph[boost::target(edge, m->graph)].node;
    }
    return std::nullopt;
}

StructureGraph::ParentList StructureGraph::parentsOn(Day day) const
{
    const Graph &graph = m->graph;
    ParentList list;
    std::vector<int> positions(boost::num_vertices(graph), -1);
    list.nodes.reserve(positions.size());
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
        if (!graph[vertex].live)
            continue;
        positions[vertex] = sizeOf(list.nodes);
        list.nodes.push_back(graph[vertex].node);
    }
    list.belongsTo.assign(list.nodes.size(), -1);
    list.reportsTo.assign(list.nodes.size(), -1);
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const Edge &facts = graph[edge];
        if (facts.first > day || day > facts.last)
            continue;
        const auto from = uz(positions[boost::source(edge, graph)]);
        if (facts.type == RelationType::BelongsTo)
            list.belongsTo[from] = positions[boost::target(edge, graph)];
        else if (facts.type == RelationType::ReportsTo)
            list.reportsTo[from] = positions[boost::target(edge, graph)];
    }
    return list;
}

std::vector<RelationId> StructureGraph::relationsFrom(NodeRef node) const
{
    std::vector<RelationId> ids;
    if (const auto descriptor = m->find(node))
        for (const auto edge : boost::make_iterator_range(boost::out_edges(*descriptor, m->graph)))
            ids.push_back(m->graph[edge].id);
    return ids;
}

std::vector<RelationId> StructureGraph::relationsTo(NodeRef node) const
{
    std::vector<RelationId> ids;
    if (const auto descriptor = m->find(node))
        for (const auto edge : boost::make_iterator_range(boost::in_edges(*descriptor, m->graph)))
            ids.push_back(m->graph[edge].id);
    return ids;
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
    // Dates aside first: where no vertices are strongly connected there is no loop on any day, and that is nearly
    // always.
    using Filtered = boost::filtered_graph<Graph, OfType>;
    const Filtered ofType(m->graph, OfType{&m->graph, type});
    std::vector<int> component(boost::num_vertices(m->graph));
    if (component.empty())
        return {};
    const int components = boost::strong_components(
        ofType, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, ofType)));
    std::vector<std::vector<NodeRef>> found;
    std::vector<bool> done(uz(components), false);
    for (const auto edge : boost::make_iterator_range(boost::edges(ofType))) {
        const Descriptor from = boost::source(edge, m->graph);
        const Descriptor to = boost::target(edge, m->graph);
        if (component[from] != component[to] || done[uz(component[from])])
            continue;
        const Edge &facts = m->graph[edge];
        std::vector<NodeRef> loop = m->pathTo(to, from, type, facts.first, facts.last);
        if (loop.empty())
            continue;
        loop.insert(loop.begin(), m->graph[from].node);
        done[uz(component[from])] = true;
        found.push_back(std::move(loop));
    }
    return found;
}

} // namespace bomay

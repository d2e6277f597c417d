// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/structure_graph.h"

#include "core/base/numbers.h"
#include "core/base/result.h"
#include "core/model/slot_index.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <tuple>

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
    std::uint32_t source = 0;     ///< descriptor, as the way back has only the edge's facts
    std::uint32_t inPosition = 0; ///< index in the target's list of incoming edges

    [[nodiscard]] bool isOn(Day day) const { return first <= day && day <= last; }
};

// vecS keeps descriptors small and stable as long as nothing is removed; removed vertices therefore stay as holes.
// Boost's bidirectionalS searches all incoming edges of the target to remove one, a hundred thousand under a wide root:
// the way back is kept beside the graph instead, where each edge knows its place.
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Vertex, Edge>;
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

/// Keeps the edges of belongs-to that exist on a day.
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

} // namespace

struct StructureGraph::Impl
{
    Graph graph;
    /// By descriptor: the facts of the edges that end there. They stay where they are in memory while their edge is in
    /// the graph.
    std::vector<std::vector<Edge *>> incoming;
    /// The vertices of one kind of node, by the numbers of their uids.
    struct Vertices
    {
        SlotIndex slots;
        std::vector<Descriptor> descriptors;
    };
    Vertices units;
    Vertices posts;

    Impl() = default;
    Impl(const Impl &other)
        : graph(other.graph)
        , incoming(other.incoming)
        , units(other.units)
        , posts(other.posts)
    {
        for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
            incoming[boost::target(edge, graph)][graph[edge].inPosition] = &graph[edge];
    }
    Impl &operator=(const Impl &) = delete;
    ~Impl() = default;

    void connect(Descriptor from, Descriptor to, const Relation &relation)
    {
        std::vector<Edge *> &edges = incoming[to];
        const auto edge =
            boost::add_edge(from, to,
                            Edge{relation.id, relation.type, relation.period.firstDay(), relation.period.lastDay(),
                                 static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(edges.size())},
                            graph);
        edges.push_back(&graph[edge.first]);
    }

    /// False: the edge is not there.
    bool disconnect(Descriptor from, RelationId id)
    {
        const auto [begin, end] = boost::out_edges(from, graph);
        const auto found = std::find_if(begin, end, [&](const auto &edge) { return graph[edge].id == id; });
        if (found == end)
            return false;
        std::vector<Edge *> &edges = incoming[boost::target(*found, graph)];
        const std::uint32_t gap = graph[*found].inPosition;
        edges[gap] = edges.back();
        edges[gap]->inPosition = gap;
        edges.pop_back();
        boost::remove_edge(found, graph);
        return true;
    }

    [[nodiscard]] std::optional<Descriptor> find(NodeRef node) const
    {
        const Vertices &vertices = node.isUnit() ? units : posts;
        const int slot = vertices.slots.find(node.uid);
        if (slot < 0 || !graph[vertices.descriptors[uz(slot)]].live)
            return std::nullopt;
        return vertices.descriptors[uz(slot)];
    }

    /// What a vertex hangs under on a day by edges of one type.
    [[nodiscard]] std::optional<Descriptor> above(Descriptor vertex, RelationType type, Day day) const
    {
        for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph)))
            if (graph[edge].type == type && graph[edge].isOn(day))
                return boost::target(edge, graph);
        return std::nullopt;
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
    Impl::Vertices &vertices = node.isUnit() ? m->units : m->posts;
    const int slot = vertices.slots.findOrAdd(node.uid);
    if (slot == sizeOf(vertices.descriptors)) {
        vertices.descriptors.push_back(boost::add_vertex({node, true}, m->graph));
        m->incoming.emplace_back();
    } else {
        m->graph[vertices.descriptors[uz(slot)]].live = true;
    }
}

void StructureGraph::removeNode(NodeRef node)
{
    const auto descriptor = m->find(node);
    BM_CHECK(descriptor, return);
    for (const RelationId id : relationsFrom(node))
        m->disconnect(*descriptor, id);
    while (!m->incoming[*descriptor].empty()) {
        const Edge &edge = *m->incoming[*descriptor].back();
        m->disconnect(edge.source, edge.id);
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
    BM_CHECK(from && to, return);
    m->connect(*from, *to, relation);
}

void StructureGraph::removeEdge(const Relation &relation)
{
    const auto from = m->find(relation.from);
    BM_CHECK(from && m->disconnect(*from, relation.id), return);
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
        if (!facts.isOn(day))
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
        for (const Edge *edge : m->incoming[*descriptor])
            ids.push_back(edge->id);
    return ids;
}

bool StructureGraph::hasRelations(NodeRef node) const
{
    const auto descriptor = m->find(node);
    return descriptor && (boost::out_degree(*descriptor, m->graph) > 0 || !m->incoming[*descriptor].empty());
}

bool StructureGraph::hasRelationFrom(NodeRef node, RelationType type) const
{
    const auto descriptor = m->find(node);
    if (!descriptor)
        return false;
    const auto [begin, end] = boost::out_edges(*descriptor, m->graph);
    return std::any_of(begin, end, [&](const auto &edge) { return m->graph[edge].type == type; });
}

std::vector<RelationId> StructureGraph::rivalParents(NodeRef node) const
{
    const auto descriptor = m->find(node);
    if (!descriptor)
        return {};
    std::vector<RelationId> rivals;
    const auto [begin, end] = boost::out_edges(*descriptor, m->graph);
    for (auto edge = begin; edge != end; ++edge) {
        const Edge &facts = m->graph[*edge];
        if (facts.type != RelationType::BelongsTo && facts.type != RelationType::ReportsTo)
            continue;
        for (auto other = std::next(edge); other != end; ++other) {
            const Edge &rival = m->graph[*other];
            if (rival.type == facts.type && facts.first <= rival.last && rival.first <= facts.last)
                rivals.push_back(rival.id);
        }
    }
    return rivals;
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
        for (const Edge *edge : m->incoming[queue[i]])
            if (edge->type == RelationType::BelongsTo && edge->isOn(day))
                queue.push_back(edge->source);
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
    order.reserve(boost::num_vertices(m->graph));
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
    std::vector<std::size_t> rank(boost::num_vertices(graph));
    std::vector<Descriptor> parent(boost::num_vertices(graph));
    const boost::identity_property_map indices;
    boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), indices),
                              boost::make_iterator_property_map(parent.begin(), indices));
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph)))
        sets.make_set(vertex);
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        if (graph[edge].isOn(day))
            sets.union_set(boost::source(edge, graph), boost::target(edge, graph));
    std::vector<int> groupOf(boost::num_vertices(graph), -1); // by the set's representative
    std::vector<std::vector<NodeRef>> groups;
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
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

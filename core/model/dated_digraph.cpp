// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dated_digraph.h"

namespace bomay {

DatedDigraph::vertex_descriptor DatedDigraph::addVertex(NodeRef node)
{
    m_vertices.append().facts = {node, true};
    return num_vertices(*this) - 1;
}

void DatedDigraph::addEdge(vertex_descriptor from, vertex_descriptor to, const Edge &facts)
{
    std::uint32_t edge = m_firstFree;
    if (edge == kNone) {
        edge = static_cast<std::uint32_t>(m_edges.size());
        m_edges.append();
    } else {
        m_firstFree = m_edges[edge].nextOut;
    }
    ++m_edgeCount;
    VertexSlot &source = m_vertices[from];
    VertexSlot &target = m_vertices[to];
    m_edges[edge] = {facts, from, to, kNone, kNone, target.lastIn};
    (source.lastOut == kNone ? source.firstOut : m_edges[source.lastOut].nextOut) = edge;
    source.lastOut = edge;
    (target.lastIn == kNone ? target.firstIn : m_edges[target.lastIn].nextIn) = edge;
    target.lastIn = edge;
}

bool DatedDigraph::removeEdge(vertex_descriptor from, RelationId id)
{
    std::uint32_t previous = kNone;
    for (std::uint32_t edge = m_vertices[from].firstOut; edge != kNone; edge = m_edges[edge].nextOut) {
        if (m_edges[edge].facts.id == id) {
            unchainAtSource(edge, previous);
            unchainAtTarget(edge);
            m_edges[edge] = {};
            m_edges[edge].nextOut = std::exchange(m_firstFree, edge);
            --m_edgeCount;
            return true;
        }
        previous = edge;
    }
    return false;
}

void DatedDigraph::unchainAtSource(std::uint32_t edge, std::uint32_t previous)
{
    VertexSlot &source = m_vertices[m_edges[edge].source];
    const std::uint32_t next = m_edges[edge].nextOut;
    (previous == kNone ? source.firstOut : m_edges[previous].nextOut) = next;
    if (next == kNone)
        source.lastOut = previous;
}

void DatedDigraph::unchainAtTarget(std::uint32_t edge)
{
    VertexSlot &target = m_vertices[m_edges[edge].target];
    const std::uint32_t next = m_edges[edge].nextIn;
    const std::uint32_t previous = m_edges[edge].previousIn;
    (previous == kNone ? target.firstIn : m_edges[previous].nextIn) = next;
    (next == kNone ? target.lastIn : m_edges[next].previousIn) = previous;
}

} // namespace bomay

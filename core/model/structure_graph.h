// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <memory>
#include <utility>
#include <vector>

namespace bomay {

/// The Boost.Graph of the organisation: vertices are units and posts, edges are the dated relations. It knows structure
/// only; what a vertex is called or counts stands in the tables of `Organisation`. Descriptors never leave the .cpp
/// file.
class StructureGraph
{
public:
    StructureGraph();
    ~StructureGraph();
    StructureGraph(const StructureGraph &other);
    StructureGraph(StructureGraph &&other) noexcept;
    StructureGraph &operator=(const StructureGraph &other);
    StructureGraph &operator=(StructureGraph &&other) noexcept;

    void addNode(NodeRef node);
    /// Takes the node's edges along. The vertex stays as a hole, so that no other descriptor changes.
    void removeNode(NodeRef node);
    [[nodiscard]] bool hasNode(NodeRef node) const;

    /// Precondition: both ends are nodes.
    void addEdge(const Relation &relation);
    void removeEdge(const Relation &relation);

    /// The node this one hangs under on a day by relations of `type` (belongs to, reports to), or nothing.
    [[nodiscard]] std::optional<NodeRef> parentOn(NodeRef node, RelationType type, Day day) const;

    /// All nodes in the order they were first added, each with its parent on that day (index into the same list, −1 =
    /// none).
    struct ParentList
    {
        std::vector<NodeRef> nodes;
        std::vector<int> belongsTo;
        std::vector<int> reportsTo;
    };
    [[nodiscard]] ParentList parentsOn(Day day) const;

    /// The relations that start at a node, and those that end there, in no particular order.
    [[nodiscard]] std::vector<RelationId> relationsFrom(NodeRef node) const;
    [[nodiscard]] std::vector<RelationId> relationsTo(NodeRef node) const;

    /// Do any relations start or end at a node?
    [[nodiscard]] bool hasRelations(NodeRef node) const;
    /// Does a relation of a type start at a node, on whatever day?
    [[nodiscard]] bool hasRelationFrom(NodeRef node, RelationType type) const;
    /// Relations that give a node a second parent: of belongs-to or reports-to, and on a day on which another of the
    /// same type starts there. Of several that meet, all but the first.
    [[nodiscard]] std::vector<RelationId> rivalParents(NodeRef node) const;

    /// What is wrong with the parents of all nodes. Linear.
    struct ParentFaults
    {
        std::vector<std::pair<NodeRef, RelationId>> rivals; ///< a node, and what `rivalParents` says of it
        std::vector<PostId> postsWithoutUnit;               ///< those without belongs-to on whatever day
    };
    [[nodiscard]] ParentFaults parentFaults() const;

    /// What a node belongs to on a day, the nearest first, up to a root. Empty for a root and for what is no node.
    [[nodiscard]] std::vector<NodeRef> ancestors(NodeRef node, Day day) const;
    /// A node and all that belongs to it on a day, over however many steps, the nearest first. Empty for what is no
    /// node.
    [[nodiscard]] std::vector<NodeRef> subtree(NodeRef node, Day day) const;
    /// How deep a node stands on a day by belongs-to: a root has 1, what is no node 0.
    [[nodiscard]] int depth(NodeRef node, Day day) const;
    /// All nodes, each behind what it belongs to on a day. Precondition: no loops of belongs-to on that day.
    [[nodiscard]] std::vector<NodeRef> parentsFirst(Day day) const;
    /// The nodes in groups that no relation of any type joins on a day, each in the order in which nodes were first
    /// added, and the groups by their first nodes.
    [[nodiscard]] std::vector<std::vector<NodeRef>> components(Day day) const;

    /// Would an edge of this type, ends and period close a loop on some day? The loop from `edge.from` back to itself,
    /// its first node repeated at the end; empty where there is none. The edge itself need not be in the graph.
    [[nodiscard]] std::vector<NodeRef> loopThrough(const Relation &edge) const;

    /// Loops of relations of one type that exist on some day, each as `loopThrough` gives it: one for every knot of
    /// nodes that reach each other. Cut them and ask again: what comes back empty has none. Linear.
    [[nodiscard]] std::vector<std::vector<NodeRef>> loops(RelationType type) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace bomay

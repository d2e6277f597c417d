// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change_builder.h"
#include "core/change/edits.h"
#include "core/model/org_view.h"

namespace bomay {

// Internal to core/change: the rank (`order`) of a node among its siblings, the nodes of its kind under its unit.

/// A place in a row of siblings.
struct RowSlot
{
    std::vector<NodeRef> others; ///< in the order of protocol, without the node itself
    int index = 0;               ///< the node stands before `others[index]`, or behind them all
};

/// The siblings of one kind under a unit (null: at the top, staged ones aside) in the order of protocol.
[[nodiscard]] std::vector<NodeRef> siblingsUnder(const OrgView &view, UnitId parent, NodeRef::Kind kind);

/// The place before a sibling, or behind all. Errors: `edit-not-a-sibling`.
[[nodiscard]] Result<RowSlot> slotBefore(const Organisation &organisation, std::vector<NodeRef> others,
                                         const std::optional<NodeRef> &before);

/// A sibling's number on the day of the view.
[[nodiscard]] int orderOf(const OrgView &view, NodeRef node);

/// The numbers for the node whose row was numbered.
struct RowNumbers
{
    int own = 1;
    int past = 1; ///< for the state that the node had until the day before; only if a past place was asked for
};

/// Numbers a row 1..n with the node at its slot and, where `pastIndex` is given, one number more for the place that it
/// had before. Siblings whose number changes get it in the state that is valid on the day of the view, for that state's
/// whole period, in either mode of editing: splitting the states of a whole row at every move would bury the history of
/// each unit under rank numbers. The order of these siblings among each other stays as it was, and the number kept for
/// the past place keeps the node's own rank before the date. Only against siblings that are there on other days alone
/// can the order change.
RowNumbers numberRow(ChangeBuilder &builder, const OrgView &view, const RowSlot &slot,
                     std::optional<int> pastIndex = std::nullopt);

/// What sets posts before rank does.
struct PostClass
{
    PostRole role;
    int tier;

    friend bool operator==(const PostClass &, const PostClass &) = default;
};

/// The number for a post that comes to another role or tier of its unit: behind those who have it, as the change has
/// them so far; its own where that is behind them already.
[[nodiscard]] int orderBehindPeers(const ChangeBuilder &builder, const Organisation &organisation, PostId post,
                                   const PostClass &peers, const EditScope &scope);

/// A number behind all others; touches nobody.
[[nodiscard]] int numberBehind(ChangeBuilder &builder, const OrgView &view, const std::vector<NodeRef> &others);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/model/org_view.h"

namespace bomay {

// Edits of the tree that keys and drags make: each is one change, whatever it is put together from. As in edits.h, each
// is pure, and the errors common to all of those are theirs too.

/// Those of the nodes that belong to no unit among them, each once, in the order of the chart. A deputy is no part of
/// the head that it is drawn under. Nodes that the view does not have are left out.
[[nodiscard]] std::vector<NodeRef> topmost(const OrgView &view, std::span<const NodeRef> nodes);

/// The sibling of the same kind that stands right behind a node; nothing for the last.
[[nodiscard]] std::optional<NodeRef> nextSibling(const OrgView &view, NodeRef node);
[[nodiscard]] std::optional<NodeRef> previousSibling(const OrgView &view, NodeRef node);
/// The unit that a unit or post belongs to; null at the top.
[[nodiscard]] UnitId unitAbove(const OrgView &view, NodeRef node);

enum class Side { Before, Behind };

/// A new post right before or behind another one, with its role and tier. Errors: `edit-empty-name`.
[[nodiscard]] Result<Change> addPostBeside(const Organisation &organisation, PostId sibling, Side side,
                                           const QString &title, const EditScope &scope, IdSource &ids);

/// A new unit in the place of a unit, which comes under it with all that it has. Errors: `edit-empty-name`.
[[nodiscard]] Result<Change> addUnitAbove(const Organisation &organisation, UnitId unit, const QString &name,
                                          const EditScope &scope, IdSource &ids);

/// Takes units and posts away, but not the units below them: those of a unit whose superior takes them stand in its
/// place, in their order. Posts go with their unit. Errors: those of `move` and `removeNodes`.
[[nodiscard]] Result<Change> removeAlone(const Organisation &organisation, std::span<const NodeRef> nodes,
                                         const EditScope &scope, IdSource &ids);

/// Takes a unit away with its posts; the units directly below it go to another one, behind those it has. Errors: those
/// of `move` and `removeNodes`.
[[nodiscard]] Result<Change> removeLeavingTo(const Organisation &organisation, UnitId unit, UnitId heir,
                                             const EditScope &scope, IdSource &ids);

/// Moves several nodes with all below them to one place, in the order of the chart. Errors: those of `move`.
[[nodiscard]] Result<Change> moveNodes(const Organisation &organisation, std::span<const NodeRef> nodes,
                                       const Destination &where, const EditScope &scope, IdSource &ids);

/// Moves posts to a unit and gives them a role there: deputies keep their tier or begin at the first, others have none.
/// Units among the nodes stay. Errors: those of `move`; `edit-no-change` where no post is among them.
[[nodiscard]] Result<Change> movePostsAs(const Organisation &organisation, std::span<const NodeRef> nodes, UnitId unit,
                                         PostRole role, const EditScope &scope, IdSource &ids);

/// One rank up (−1) or down (+1) for several nodes of one row together, past the sibling that stands there. Errors:
/// `edit-no-change` at the end of the row, and where they are not of one row.
[[nodiscard]] Result<Change> moveInRank(const Organisation &organisation, std::span<const NodeRef> nodes, int by,
                                        const EditScope &scope, IdSource &ids);

/// One level up: units come right behind the one that the first of them was under; where no unit is among the nodes,
/// deputies get the tier above. Errors: `edit-no-change` at the top, and for posts without tiers.
[[nodiscard]] Result<Change> promote(const Organisation &organisation, std::span<const NodeRef> nodes,
                                     const EditScope &scope, IdSource &ids);
/// One level down: units come last under the sibling before the first of them; deputies get the tier below. Errors:
/// likewise where there is no such sibling.
[[nodiscard]] Result<Change> demote(const Organisation &organisation, std::span<const NodeRef> nodes,
                                    const EditScope &scope, IdSource &ids);

/// Another kind for all units among the nodes. Errors: `edit-no-change` where all have it already.
[[nodiscard]] Result<Change> changeKind(const Organisation &organisation, std::span<const NodeRef> nodes, UnitKind kind,
                                        const EditScope &scope, IdSource &ids);

} // namespace bomay

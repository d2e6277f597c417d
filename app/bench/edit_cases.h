// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/harness.h"
#include "core/base/result.h"
#include "core/change/change.h"
#include "core/model/org_view.h"

#include <utility>

namespace bomay {

// Jobs of the bench about building an organisation and about single edits. Each gives the job and its reference.

/// `OrgView::apply` after a unit got another name, and after it was named back. The reference numbers the whole tree
/// anew on flat arrays, which a view made anew must do at least.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeViewRename(const Organisation &organisation, const OrgView &view,
                                                               const RunBudget &budget);
/// After a post got a holder, and lost him again. Reference as before.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeViewHolder(const Organisation &organisation, const OrgView &view,
                                                               const RunBudget &budget);
/// After a subtree went to another place, and back. Reference as before.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeViewMove(const Organisation &organisation, const OrgView &view,
                                                             const RunBudget &budget);
/// After a unit with a post came, and went. Reference as before.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeViewAdd(const Organisation &organisation, const OrgView &view,
                                                            const RunBudget &budget);

/// The organisation with further relations between random nodes, two for each node, so that there are about three
/// relations for a node. Errors: those of `Transaction`, which would be a mistake here.
[[nodiscard]] Result<Organisation> withFurtherRelations(const Organisation &organisation);

/// A unit in the middle of the chart gets another name; or goes to the end of the root's children, with all below it;
/// or a unit with its head is added below it.
[[nodiscard]] Change renameInTheMiddle(const Organisation &organisation, const OrgView &view);
[[nodiscard]] Change moveInTheMiddle(const Organisation &organisation, const OrgView &view);
[[nodiscard]] Change addInTheMiddle(const Organisation &organisation, const OrgView &view);

/// Tables, graph and indexes from the rows of an organisation that has twice as many further relations as nodes,
/// integrity checked. The reference fills flat arrays with the same edges: parents, and what starts at each node.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeBuild(const Organisation &organisation, const RunBudget &budget);

/// One transaction that moves a unit under another, with its check for loops: out of a root with as many children as
/// the organisation has nodes, and back into it. The reference does it with flat arrays of parents and neighbours.
[[nodiscard]] Result<std::pair<Timing, Timing>> timeMove(int n, const RunBudget &budget);

} // namespace bomay

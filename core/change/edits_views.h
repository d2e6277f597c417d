// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

#include <span>

namespace bomay {

// Views (bản vẽ) and how they draw single branches. They are pure verbs as those of edits.h; no date divides them, and
// nothing of the organisation changes.

/// A view behind the others, drawn as `model` says but for its id, name and rank. Errors: `edit-empty-name`,
/// `edit-view-name` where another view has the name.
[[nodiscard]] Result<Change> addView(const Organisation &organisation, const QString &name, const ChartView &model,
                                     IdSource &ids);

/// The same with the marks of a view that is there. Errors: as `addView`; `edit-no-view`.
[[nodiscard]] Result<Change> copyView(const Organisation &organisation, ChartViewId from, const QString &name,
                                      IdSource &ids);

/// Gives a view other facts; its name is tidied. Errors: `edit-no-view`, `edit-empty-name`, `edit-view-name`,
/// `edit-bad-number`.
[[nodiscard]] Result<Change> setView(const Organisation &organisation, ChartView view);

/// Takes a view away with its marks. Errors: `edit-no-view`.
[[nodiscard]] Result<Change> removeView(const Organisation &organisation, ChartViewId view);

/// How a view draws a node: takes the place of the mark that was there, and takes it away where it says nothing. The
/// mark's id is made here. Errors: `edit-no-view`, `edit-nothing-there`, `edit-bad-number`.
[[nodiscard]] Result<Change> setMark(const Organisation &organisation, BranchMark mark, IdSource &ids);

/// Takes all adjustments by hand (box width, line break, gap, offset) from nodes of a view, or without any from all of
/// it; chosen styles stay. Errors: `edit-no-view`, `edit-no-change` where there are none.
[[nodiscard]] Result<Change> releaseAdjustments(const Organisation &organisation, ChartViewId view,
                                                std::span<const NodeRef> nodes);

/// Puts an object beside the chart of a view: behind the others of its side where it has no id or came from another
/// side, else in the place of the one with its id. Errors: `edit-no-view`, `edit-nothing-there` where that is gone,
/// `edit-bracket-unit` for a bracket without its unit, `edit-empty-note` for free text and notes without any,
/// `edit-bad-picture` for a logo without its picture, `edit-bad-number`.
[[nodiscard]] Result<Change> putObject(const Organisation &organisation, ChartObject object, IdSource &ids);

/// Errors: `edit-no-object`.
[[nodiscard]] Result<Change> removeObject(const Organisation &organisation, ChartObjectId object);

/// The objects of a view: by side, in their order.
[[nodiscard]] std::vector<ChartObject> objectsOf(const Organisation &organisation, ChartViewId view);

/// The views in their order.
[[nodiscard]] std::vector<ChartView> viewsInOrder(const Organisation &organisation);

/// The mark of a node in a view; an empty one for it where there is none.
[[nodiscard]] BranchMark markOf(const Organisation &organisation, ChartViewId view, NodeRef node);

/// Does a mark adjust by hand, beyond the style?
[[nodiscard]] bool isAdjusted(const BranchMark &mark);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/edits.h"
#include "core/model/org_view.h"

#include <QRectF>

namespace bomay {

/// What dropping a node at a point of another node's box would mean.
enum class DropKind { Under, Before, Behind, AsDeputy, AsAssistant };

struct DropZone
{
    NodeRef target;
    DropKind kind = DropKind::Under;

    friend bool operator==(const DropZone &, const DropZone &) = default;
};

/// How the target and its siblings stand: boxes side by side, lines one below the other.
enum class SiblingFlow { Sideways, Downwards };

/// The first quarter of a box is "before it", the last "behind it", the middle "under it"; a line has only two halves.
/// Posts and units have an order only among their own kind; a post is dropped under a unit, or beside a post. On the
/// lower edge of a unit's box it becomes a deputy, on the left or right edge an assistant.
[[nodiscard]] DropZone dropZoneAt(const QRectF &box, SiblingFlow flow, QPointF point, NodeRef target, NodeRef dragged);

/// The destination of a drop, or nothing where it makes no sense (a unit on a post).
[[nodiscard]] std::optional<Destination> destinationOf(const DropZone &zone, const OrgView &view, NodeRef dragged);

} // namespace bomay

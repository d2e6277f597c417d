// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/drop_zone.h"
#include "ui/document/change_verdict.h"

class QPainter;

namespace bomay {

/// Are dragged nodes moved, or copied with all that is below them?
enum class DropWay { Move, Copy };

/// While nodes are dragged: where they would come to stand, and what the rules would say of it there. The rules are
/// asked once for each place, not for each move of the mouse.
class DropGuide
{
public:
    explicit DropGuide(const UiContext &context)
        : m_context(context)
    {}

    /// The nodes are over a place; nothing = over none.
    void moveTo(std::optional<DropZone> zone, const std::vector<NodeRef> &dragged, DropWay way);
    void clear() { m_zone.reset(); }

    [[nodiscard]] const std::optional<DropZone> &zone() const { return m_zone; }
    [[nodiscard]] const ChangeVerdict &verdict() const { return m_verdict; }
    /// The edit that a drop on the zone is. Precondition: the zone makes sense for the first of the nodes.
    [[nodiscard]] Result<Change> changeFor(const DropZone &zone, const std::vector<NodeRef> &dragged,
                                           DropWay way) const;

    /// The mark at the target and the verdict by it, within the viewport.
    void paint(QPainter &painter, const QRectF &target, SiblingFlow flow, const QRectF &viewport) const;

private:
    UiContext m_context;
    std::optional<DropZone> m_zone;
    std::vector<NodeRef> m_dragged;
    DropWay m_way = DropWay::Move;
    ChangeVerdict m_verdict;
};

} // namespace bomay

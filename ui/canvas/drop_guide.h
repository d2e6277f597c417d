// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/drop_zone.h"
#include "ui/document/change_verdict.h"

class QPainter;

namespace bomay {

/// While a node is dragged: where it would come to stand, and what the rules would say of it there. The rules are asked
/// once for each place, not for each move of the mouse.
class DropGuide
{
public:
    explicit DropGuide(const UiContext &context)
        : m_context(context)
    {}

    /// The node is over a place; nothing = over none.
    void moveTo(std::optional<DropZone> zone, NodeRef dragged);
    void clear() { m_zone.reset(); }

    [[nodiscard]] const std::optional<DropZone> &zone() const { return m_zone; }
    [[nodiscard]] const ChangeVerdict &verdict() const { return m_verdict; }
    /// The move that a drop on the zone is. Precondition: the zone makes sense for the node.
    [[nodiscard]] Result<Change> changeFor(const DropZone &zone, NodeRef dragged) const;

    /// The mark at the target and the verdict by it, within the viewport.
    void paint(QPainter &painter, const QRectF &target, SiblingFlow flow, const QRectF &viewport) const;

private:
    UiContext m_context;
    std::optional<DropZone> m_zone;
    NodeRef m_dragged;
    ChangeVerdict m_verdict;
};

} // namespace bomay

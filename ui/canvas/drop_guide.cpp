// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drop_guide.h"

#include "ui/canvas/canvas_marks.h"

namespace bomay {

void DropGuide::moveTo(std::optional<DropZone> zone, NodeRef dragged)
{
    if (zone == m_zone && dragged == m_dragged)
        return;
    m_zone = zone;
    m_dragged = dragged;
    m_verdict = zone ? verdictOn(m_context, changeFor(*zone, dragged)) : ChangeVerdict{};
}

Result<Change> DropGuide::changeFor(const DropZone &zone, NodeRef dragged) const
{
    Document &document = m_context.document;
    const auto where = destinationOf(zone, document.view(), dragged);
    BM_CHECK(where, return fail(QStringLiteral("edit-nothing-there")));
    return move(document.organisation(), dragged, *where, document.scope(), document.ids());
}

void DropGuide::paint(QPainter &painter, const QRectF &target, SiblingFlow flow, const QRectF &viewport) const
{
    if (!m_zone)
        return;
    paintDropMark(painter, target, flow, m_zone->kind);
    if (!m_verdict.lines.isEmpty())
        paintVerdict(painter, target, viewport, m_verdict);
}

} // namespace bomay

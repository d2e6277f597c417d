// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drop_guide.h"

#include "core/change/edits_branch.h"
#include "core/change/edits_structure.h"
#include "ui/canvas/canvas_marks.h"

namespace bomay {

void DropGuide::moveTo(std::optional<DropZone> zone, const std::vector<NodeRef> &dragged, DropWay way)
{
    if (zone == m_zone && dragged == m_dragged && way == m_way)
        return;
    m_zone = zone;
    m_dragged = dragged;
    m_way = way;
    m_verdict = zone ? verdictOn(m_context, changeFor(*zone, dragged, way)) : ChangeVerdict{};
}

Result<Change> DropGuide::changeFor(const DropZone &zone, const std::vector<NodeRef> &dragged, DropWay way) const
{
    Document &document = m_context.document;
    const auto where = destinationOf(zone, document.view(), dragged.front());
    BM_CHECK(where, return fail(QStringLiteral("edit-nothing-there")));
    if (way == DropWay::Copy) {
        const Destination place{where->parent, dragged.front().isUnit() ? where->before : std::nullopt};
        return insertBranch(document.organisation(), branchOf(document.view(), dragged), place,
                            QStringLiteral("Sao chép"), document.scope(), document.ids());
    }
    if (zone.kind == DropKind::AsDeputy || zone.kind == DropKind::AsAssistant)
        return movePostsAs(document.organisation(), dragged, where->parent,
                           zone.kind == DropKind::AsDeputy ? PostRole::Deputy : PostRole::Assistant, document.scope(),
                           document.ids());
    return moveNodes(document.organisation(), dragged, *where, document.scope(), document.ids());
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

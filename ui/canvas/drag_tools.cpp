// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drag_tools.h"

#include "ui/document/node_mime.h"

#include <QDragMoveEvent>
#include <QTimerEvent>
#include <QWidget>

namespace bomay {

namespace {

DropWay wayOf(const QDropEvent &event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) ? DropWay::Copy : DropWay::Move;
}

} // namespace

DragTools::DragTools(const UiContext &context, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport,
                     QObject *parent)
    : QObject(parent)
    , m_document(context.document)
    , m_picture(picture)
    , m_scale(scale)
    , m_viewport(viewport)
    , m_guide(context)
{}

std::optional<DropZone> DragTools::zoneAt(const QDropEvent &event) const
{
    const std::vector<NodeRef> nodes = nodesOf(event.mimeData());
    return nodes.empty() ? std::nullopt : m_picture.dropZoneAt(m_scale.toChart(event.position()), nodes.front());
}

void DragTools::move(QDragMoveEvent &event)
{
    m_guide.moveTo(zoneAt(event), nodesOf(event.mimeData()), wayOf(event));
    event.setDropAction(wayOf(event) == DropWay::Copy ? Qt::CopyAction : Qt::MoveAction);
    event.setAccepted(m_guide.zone().has_value());
    scrollAtEdge(event.position());
    waitToUnfold();
    m_viewport->update();
}

void DragTools::leave()
{
    m_edgeScroll.stop();
    m_unfolding.stop();
    m_folded.reset();
    m_guide.clear();
    m_viewport->update();
}

void DragTools::drop(QDropEvent &event)
{
    const std::vector<NodeRef> nodes = nodesOf(event.mimeData());
    const auto zone = zoneAt(event);
    const DropWay way = wayOf(event);
    leave();
    if (!zone)
        return;
    event.setDropAction(way == DropWay::Copy ? Qt::CopyAction : Qt::MoveAction);
    event.accept();
    const Result<Change> change = m_guide.changeFor(*zone, nodes, way);
    if (!m_document.perform(change))
        return;
    if (way == DropWay::Copy) // what comes next is meant for the copies
        m_document.selectAdded(*change);
    else
        m_document.selectAll(nodes);
    if (const auto last = m_document.selected())
        m_scale.ensureVisible(m_picture.boxOf(*last));
}

void DragTools::scrollAtEdge(QPointF position)
{
    constexpr double kEdge = 30; ///< pixels from the edge where it begins
    constexpr int kTick = 30;    ///< ms
    const auto speed = [](double at, double length) {
        return at < kEdge ? (at - kEdge) / 2 : at > length - kEdge ? (at - length + kEdge) / 2 : 0.0;
    };
    m_edgeWay = {speed(position.x(), m_viewport->width()), speed(position.y(), m_viewport->height())};
    if (m_edgeWay.isNull())
        m_edgeScroll.stop();
    else if (!m_edgeScroll.isActive())
        m_edgeScroll.start(kTick, this);
}

void DragTools::waitToUnfold()
{
    constexpr int kWait = 700; ///< ms; as the outline opens its rows
    const auto &zone = m_guide.zone();
    std::optional<UnitId> over;
    if (zone && zone->target.isUnit() &&
        isFolded(m_document.folds(), m_document.view(), m_document.chartView(), zone->target.unit()))
        over = zone->target.unit();
    if (over == m_folded)
        return;
    m_folded = over;
    if (over)
        m_unfolding.start(kWait, this);
    else
        m_unfolding.stop();
}

void DragTools::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_edgeScroll.timerId()) {
        m_scale.scrollBy(m_edgeWay);
    } else if (event->timerId() == m_unfolding.timerId() && m_folded) {
        m_unfolding.stop();
        const UnitId unit = *m_folded;
        m_folded.reset();
        m_guide.clear(); // its place is another now
        m_document.setFolds(
            withFolded(m_document.folds(), m_document.view(), m_document.chartView(), {&unit, 1}, FoldWay::Unfold));
    } else {
        QObject::timerEvent(event);
    }
}

void DragTools::paint(QPainter &painter) const
{
    if (const auto &zone = m_guide.zone())
        m_guide.paint(painter, m_scale.toViewport(m_picture.placeOf(zone->target)), m_picture.flowAt(zone->target),
                      QRectF(m_viewport->rect()));
}

} // namespace bomay

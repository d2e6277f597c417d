// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/chart_preview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace bomay {

ChartPreview::ChartPreview(QWidget *parent)
    : ChartSurface(parent)
{
    setObjectName(QStringLiteral("chartPreview"));
    setAccessibleName(tr("Sơ đồ xem trước"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
    setSurface(m_list, m_list.bounds);
}

void ChartPreview::setChart(DisplayList list, std::vector<QRectF> framed)
{
    m_list = std::move(list);
    m_framed = std::move(framed);
    setSurface(m_list, m_list.bounds);
    m_isBegun = false;
    zoomToFit();
    if (isVisible())
        begin();
}

/// A chart of a few hundred roots is a line as a whole.
void ChartPreview::begin()
{
    constexpr double kReadable = 0.4; // of the natural scale: below it letters are lines
    m_isBegun = true;
    const double readable = kReadable * naturalScale();
    if (m_list.boxes.empty() || scale() >= readable)
        return;
    const QPointF top(m_scale.paper().center().x(), m_scale.paper().top());
    zoomTo(readable, toViewport(top));
    m_scale.scrollBy(toViewport(top) - QPointF(viewport()->width() / 2.0, 0));
}

void ChartPreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    paintFrame(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    for (const QRectF &place : m_framed) {
        const QRectF seen = toViewport(place).adjusted(-2, -2, 2, 2);
        if (seen.intersects(QRectF(viewport()->rect())))
            painter.drawRect(seen);
    }
}

void ChartPreview::resizeEvent(QResizeEvent *event)
{
    ChartSurface::resizeEvent(event);
    if (!m_isBegun && isVisible())
        begin();
}

void ChartPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToFit();
    default:
        ChartSurface::keyPressEvent(event);
    }
}

void ChartPreview::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->position();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void ChartPreview::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_scale.scrollBy(m_grip - event->position());
    m_grip = event->position();
    viewport()->update();
}

void ChartPreview::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    viewport()->setCursor(Qt::OpenHandCursor);
}

void ChartPreview::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    zoomToFit();
}

} // namespace bomay

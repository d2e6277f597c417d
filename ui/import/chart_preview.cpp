// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/chart_preview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWheelEvent>

#include <cmath>

namespace bomay {

namespace {

constexpr double kZoomStep = 1.2;
constexpr double kReadable = 0.4; ///< of the natural scale: below it letters are lines

} // namespace

ChartPreview::ChartPreview(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_scale(*this)
{
    setObjectName(QStringLiteral("chartPreview"));
    setAccessibleName(tr("Sơ đồ xem trước"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
    m_frames.setChart(m_list, m_scale.paper(), palette().color(QPalette::Mid));
}

void ChartPreview::setChart(DisplayList list, std::vector<QRectF> framed)
{
    m_list = std::move(list);
    m_framed = std::move(framed);
    m_scale.setChart(m_list.bounds);
    m_frames.setChart(m_list, m_scale.paper(), palette().color(QPalette::Mid));
    m_isBegun = false;
    fit();
    if (isVisible())
        begin();
}

/// A chart of a few hundred roots is a line as a whole.
void ChartPreview::begin()
{
    m_isBegun = true;
    const double readable = kReadable * m_scale.naturalScale();
    if (m_list.boxes.empty() || m_scale.scale() >= readable)
        return;
    const QPointF top(m_scale.paper().center().x(), m_scale.paper().top());
    m_scale.zoomTo(readable, m_scale.toViewport(top));
    m_scale.scrollBy(m_scale.toViewport(top) - QPointF(viewport()->width() / 2.0, 0));
    viewport()->update();
}

void ChartPreview::fit()
{
    m_scale.fitWhole();
    viewport()->update();
}

void ChartPreview::zoomBy(double steps, QPointF anchor)
{
    m_scale.zoomTo(m_scale.scale() * std::pow(kZoomStep, steps), anchor);
    viewport()->update();
}

void ChartPreview::paintEvent(QPaintEvent * /*event*/)
{
    constexpr int kRest = 60; ///< ms without another frame: the hand has stopped
    QPainter painter(viewport());
    const double ratio = devicePixelRatioF();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    const FrameView view{m_scale.scale() * ratio, m_scale.offset() * ratio,
                         (QSizeF(viewport()->size()) * ratio).toSize()};
    if (m_frames.draw(painter, view) == FramePainter::Frame::Coarse)
        m_sharpening.start(kRest, this);
    else
        m_sharpening.stop();
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    for (const QRectF &place : m_framed) {
        const QRectF seen = m_scale.toViewport(place).adjusted(-2, -2, 2, 2);
        if (seen.intersects(QRectF(viewport()->rect())))
            painter.drawRect(seen);
    }
}

void ChartPreview::timerEvent(QTimerEvent *event)
{
    using namespace std::chrono_literals;
    if (event->timerId() != m_sharpening.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    if (!m_frames.sharpen(8ms)) {
        m_sharpening.start(0, this);
        return;
    }
    m_sharpening.stop();
    viewport()->update();
}

void ChartPreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_scale.isFitted())
        fit();
    else
        m_scale.updateScrollBars();
    if (!m_isBegun && isVisible())
        begin();
}

void ChartPreview::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomBy(event->angleDelta().y() / 120.0, event->position());
    event->accept();
}

void ChartPreview::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(viewport()->rect()).center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1, middle);
    case Qt::Key_Minus:
        return zoomBy(-1, middle);
    case Qt::Key_0:
        return fit();
    default:
        QAbstractScrollArea::keyPressEvent(event);
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
    fit();
}

} // namespace bomay

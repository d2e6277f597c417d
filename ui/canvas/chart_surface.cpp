// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_surface.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWheelEvent>

#include <cmath>

namespace bomay {

ChartSurface::ChartSurface(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_scale(*this)
{
    viewport()->grabGesture(Qt::PinchGesture);
}

void ChartSurface::setSurface(const DisplayList &list, const QRectF &extent, double margin)
{
    m_list = &list;
    m_scale.setChart(extent, margin);
    m_frames.setChart(list, m_scale.paper(), palette().color(QPalette::Mid));
}

void ChartSurface::rescaled()
{
    viewport()->update();
}

void ChartSurface::zoomTo(double scale, QPointF anchor)
{
    m_scale.zoomTo(scale, anchor);
    rescaled();
}

void ChartSurface::zoomIn()
{
    zoomTo(scale() * kZoomStep, middle());
}

void ChartSurface::zoomOut()
{
    zoomTo(scale() / kZoomStep, middle());
}

void ChartSurface::zoomToNatural()
{
    zoomTo(naturalScale(), middle());
}

void ChartSurface::zoomToFit()
{
    m_scale.fitWhole();
    rescaled();
}

void ChartSurface::zoomToWidth()
{
    m_scale.fitWidth();
    rescaled();
}

void ChartSurface::paintFrame(QPainter &painter)
{
    constexpr int kRest = 60; ///< ms without another frame: the hand has stopped
    const double ratio = devicePixelRatioF();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    const FrameView view{scale() * ratio, m_scale.offset() * ratio, (QSizeF(viewport()->size()) * ratio).toSize()};
    if (m_frames.draw(painter, view) == FramePainter::Frame::Coarse)
        m_sharpening.start(kRest, this);
    else
        m_sharpening.stop();
    painter.restore();
}

void ChartSurface::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale.updateScrollBars();
    if (m_scale.isFitted())
        zoomToFit();
}

void ChartSurface::wheelEvent(QWheelEvent *event)
{
    constexpr double kWheelStep = 60; ///< pixels
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomTo(scale() * std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
        event->accept();
        return;
    }
    if (event->modifiers() == Qt::ShiftModifier && event->angleDelta().x() == 0) { // sideways, as everywhere
        m_scale.scrollBy({-kWheelStep * event->angleDelta().y() / 120.0, 0});
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool ChartSurface::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) { // of a touchpad
        const auto &gesture = *static_cast<QNativeGestureEvent *>(event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            zoomTo(scale() * (1 + gesture.value()), gesture.position());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture)
        if (const auto *pinch =
                static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture))) {
            followPinch(*pinch);
            return true;
        }
    return QAbstractScrollArea::viewportEvent(event);
}

void ChartSurface::followPinch(const QPinchGesture &pinch)
{
    if (pinch.state() == Qt::GestureStarted)
        pinchBegan();
    const QPointF between = viewport()->mapFromGlobal(pinch.centerPoint());
    m_scale.scrollBy(pinch.lastCenterPoint() - pinch.centerPoint());
    zoomTo(scale() * pinch.scaleFactor(), between);
}

void ChartSurface::timerEvent(QTimerEvent *event)
{
    constexpr std::chrono::milliseconds kSlice{4}; // keys and mouse wait no longer
    if (event->timerId() != m_sharpening.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    m_sharpening.start(0, this);
    if (m_frames.sharpen(kSlice)) {
        m_sharpening.stop();
        viewport()->update();
    }
}

void ChartSurface::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_list != nullptr)
        m_frames.setChart(*m_list, m_scale.paper(), palette().color(QPalette::Mid));
}

} // namespace bomay

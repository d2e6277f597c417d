// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_scale.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kDeskMargin = 20; ///< pixels of desk round the paper
constexpr double kSmallestScale = 0.005;
constexpr double kLargestScale = 60;

} // namespace

CanvasScale::CanvasScale(QAbstractScrollArea &area)
    : m_area(area)
{}

void CanvasScale::setChart(const QRectF &chart, double margin)
{
    m_chart = chart;
    m_margin = margin;
    updateScrollBars();
}

QRectF CanvasScale::paper() const
{
    return m_chart.adjusted(-m_margin, -m_margin, m_margin, m_margin);
}

QSizeF CanvasScale::room() const
{
    return QSizeF(m_area.viewport()->size()) - QSizeF(2 * kDeskMargin, 2 * kDeskMargin);
}

double CanvasScale::naturalScale() const
{
    return m_area.logicalDpiX() / 25.4;
}

QPointF CanvasScale::offset() const
{
    const QSizeF size = paper().size() * m_scale;
    const QWidget &port = *m_area.viewport();
    const double x = std::max(kDeskMargin, (port.width() - size.width()) / 2) - m_area.horizontalScrollBar()->value();
    const double y = std::max(kDeskMargin, (port.height() - size.height()) / 2) - m_area.verticalScrollBar()->value();
    return QPointF(x, y) - paper().topLeft() * m_scale;
}

QRectF CanvasScale::toViewport(const QRectF &chart) const
{
    return {toViewport(chart.topLeft()), chart.size() * m_scale};
}

QRectF CanvasScale::toChart(const QRectF &viewport) const
{
    return {toChart(viewport.topLeft()), viewport.size() / m_scale};
}

void CanvasScale::updateScrollBars()
{
    const QSizeF whole = paper().size() * m_scale + QSizeF(2 * kDeskMargin, 2 * kDeskMargin);
    const auto set = [](QScrollBar *bar, double length, int page) {
        bar->setPageStep(page);
        // A chart that was fitted must not bring a bar by its last binary digit.
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length - 0.01)) - page));
    };
    set(m_area.horizontalScrollBar(), whole.width(), m_area.viewport()->width());
    set(m_area.verticalScrollBar(), whole.height(), m_area.viewport()->height());
}

void CanvasScale::zoomTo(double scale, QPointF anchor)
{
    const QPointF under = toChart(anchor);
    m_scale = std::clamp(scale, kSmallestScale, kLargestScale);
    m_fitted = false;
    updateScrollBars();
    scrollBy(toViewport(under) - anchor);
}

void CanvasScale::fitWhole()
{
    const QSizeF space = room();
    const QSizeF size = paper().size();
    if (space.width() <= 0 || space.height() <= 0)
        return;
    zoomTo(std::min({naturalScale(), space.width() / size.width(), space.height() / size.height()}), {0, 0});
    m_fitted = true;
}

void CanvasScale::fitWidth()
{
    // A scroll bar may come and take some of the room.
    const double width = room().width() - m_area.verticalScrollBar()->sizeHint().width();
    if (width > 0)
        zoomTo(std::min(naturalScale(), width / paper().width()), QRectF(m_area.viewport()->rect()).center());
}

void CanvasScale::fitTo(const QRectF &part)
{
    const QSizeF space = room();
    if (part.isEmpty() || space.width() <= 0 || space.height() <= 0)
        return;
    const QRectF port(m_area.viewport()->rect());
    zoomTo(std::min({2 * naturalScale(), space.width() / part.width(), space.height() / part.height()}), port.center());
    scrollBy(toViewport(part.center()) - port.center());
}

void CanvasScale::scrollBy(QPointF pixels)
{
    m_area.horizontalScrollBar()->setValue(m_area.horizontalScrollBar()->value() + qRound(pixels.x()));
    m_area.verticalScrollBar()->setValue(m_area.verticalScrollBar()->value() + qRound(pixels.y()));
}

void CanvasScale::ensureVisible(const QRectF &chart)
{
    if (chart.isNull())
        return;
    const QRectF shown = toViewport(chart);
    const QRectF port = QRectF(m_area.viewport()->rect()).adjusted(10, 10, -10, -10);
    if (!port.contains(shown))
        scrollBy(shown.center() - port.center());
}

} // namespace bomay

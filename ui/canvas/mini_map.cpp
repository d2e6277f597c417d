// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mini_map.h"

#include "core/render/painter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <ranges>

namespace bomay {

namespace {

constexpr QSize kLargest(220, 150); ///< pixels
constexpr int kAway = 12;           ///< pixels from the corner of the window

} // namespace

MiniMap::MiniMap(QWidget *viewport)
    : QWidget(viewport)
{
    setObjectName(QStringLiteral("miniMap"));
    setAccessibleName(tr("Bản đồ thu nhỏ"));
    setToolTip(tr("Bấm hoặc kéo để đến chỗ khác của sơ đồ"));
    setCursor(Qt::PointingHandCursor);
    hide();
}

void MiniMap::setChart(const DisplayList &list, const QRectF &paper, std::vector<FindingDot> dots)
{
    m_list = &list;
    m_paper = paper;
    m_dots = std::move(dots);
    m_picture = {};
    refresh();
}

void MiniMap::setSeen(const QRectF &seen)
{
    m_seen = seen;
    refresh();
}

void MiniMap::setWanted(bool wanted)
{
    m_isWanted = wanted;
    refresh();
}

void MiniMap::refresh()
{
    const bool isPart = m_list != nullptr && !m_list->boxes.empty() && !m_seen.contains(m_list->bounds);
    setVisible(m_isWanted && isPart);
    if (!isPart || m_paper.isEmpty())
        return;
    m_scale = std::min(kLargest.width() / m_paper.width(), kLargest.height() / m_paper.height());
    // A very wide or high chart would leave nothing to aim at.
    const QSize size = (m_paper.size() * m_scale).toSize().expandedTo({40, 30});
    setGeometry(
        QRect(QPoint(parentWidget()->width() - kAway - size.width(), parentWidget()->height() - kAway - size.height()),
              size));
    update();
}

void MiniMap::drawChart()
{
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::white);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_paper.topLeft());
    paint(painter, *m_list, {std::nullopt, m_scale * ratio});
    painter.resetTransform();
    const auto dots = dotsApart(m_dots, QRectF(rect()), 2, [this](QPointF chart) { return toMap(chart); });
    for (const FindingDot &dot : dots | std::views::reverse) { // the gravest last, over the others
        // Form tells them apart, colour only adds: errors are larger.
        const bool isError = dot.severity == Severity::Error;
        painter.setPen(Qt::white);
        painter.setBrush(isError ? QColor(200, 30, 30) : QColor(220, 140, 0));
        const double radius = isError ? 4 : 3;
        painter.drawEllipse(dot.place, radius, radius);
    }
}

void MiniMap::paintEvent(QPaintEvent * /*event*/)
{
    if (m_picture.isNull())
        drawChart();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen(toMap(m_seen.topLeft()), m_seen.size() * m_scale);
    QPainterPath outside;
    outside.addRect(rect());
    QPainterPath inside;
    inside.addRect(seen);
    painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 40));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 95, 184), 2));
    painter.drawRect(seen.intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
    painter.setPen(palette().color(QPalette::Dark));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void MiniMap::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT placeWanted(toChart(event->position()));
}

void MiniMap::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT placeWanted(toChart(event->position()));
}

void MiniMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept(); // the canvas below would take it for a box
}

} // namespace bomay

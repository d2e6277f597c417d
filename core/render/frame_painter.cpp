// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/frame_painter.h"

#include "core/render/painter.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

namespace bomay {

namespace {

/// So many boxes in sight are painted within a frame's time on an old office machine.
constexpr std::size_t kLightBoxes = 1500;
constexpr int kSliceRows = 24; ///< pixels; a whole frame of 100,000 boxes in 45 slices

QImage emptyImage(QSize size)
{
    return {size, QImage::Format_RGB32};
}

/// A distance in whole pixels; nothing where it is none.
std::optional<QPoint> wholePixels(QPointF distance)
{
    const QPoint whole = distance.toPoint();
    const QPointF rest = distance - whole;
    return std::abs(rest.x()) < 1e-3 && std::abs(rest.y()) < 1e-3 ? std::optional(whole) : std::nullopt;
}

} // namespace

void FramePainter::setChart(const DisplayList &list, const QRectF &paper, const QColor &desk)
{
    m_list = &list;
    m_paper = paper;
    m_desk = desk;
    m_view.reset();
    m_wanted.reset();
}

void FramePainter::paintPart(QImage &image, const FrameView &view, const QRect &part) const
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(part);
    painter.fillRect(part, m_desk);
    painter.translate(view.offset);
    painter.scale(view.scale, view.scale);
    painter.fillRect(m_paper, paperColor());
    // A pixel more on every side: what is cut off there still colours the edge.
    const QRectF seen = QRectF(part.adjusted(-1, -1, 1, 1)).translated(-view.offset);
    paint(painter, *m_list, {QRectF(seen.topLeft() / view.scale, seen.size() / view.scale), view.scale});
}

QColor FramePainter::paperColor() const
{
    const auto &color = m_list->background;
    return color ? QColor(color->red, color->green, color->blue) : QColor(Qt::white);
}

bool FramePainter::isLight(const FrameView &view) const
{
    const QRectF seen(-view.offset / view.scale, QSizeF(view.size) / view.scale);
    std::size_t boxes = 0;
    for (const ListRun &run : m_list->runs)
        if (run.rect.intersects(seen)) {
            boxes += run.end.boxes - run.begin.boxes;
            if (boxes > kLightBoxes)
                return false;
        }
    return true;
}

bool FramePainter::moveFrame(const FrameView &view)
{
    if (!m_view || m_view->scale != view.scale || m_view->size != view.size)
        return false;
    const auto way = wholePixels(view.offset - m_view->offset);
    const QRect whole(QPoint(0, 0), view.size);
    if (!way || !whole.intersects(whole.translated(*way)))
        return false;
    if (way->isNull())
        return true;
    QImage moved = std::move(m_next);
    if (moved.size() != view.size)
        moved = emptyImage(view.size);
    {
        QPainter painter(&moved);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(*way, m_frame);
    }
    for (const QRect &strip : QRegion(whole).subtracted(whole.translated(*way)))
        paintPart(moved, view, strip);
    m_next = std::move(m_frame);
    m_frame = std::move(moved);
    m_view = view;
    return true;
}

void FramePainter::drawScaled(QPainter &painter, const FrameView &view) const
{
    painter.fillRect(QRect(QPoint(0, 0), view.size), m_desk);
    painter.fillRect(QRectF(m_paper.topLeft() * view.scale + view.offset, m_paper.size() * view.scale), paperColor());
    const double factor = view.scale / m_view->scale;
    painter.drawImage(QRectF(view.offset - m_view->offset * factor, QSizeF(m_view->size) * factor), m_frame);
}

FramePainter::Frame FramePainter::draw(QPainter &painter, const FrameView &view)
{
    if (!moveFrame(view)) {
        if (m_view && !isLight(view)) {
            if (m_wanted != view) {
                m_wanted = view;
                m_rows = 0;
            }
            drawScaled(painter, view);
            return Frame::Coarse;
        }
        if (m_frame.size() != view.size)
            m_frame = emptyImage(view.size);
        paintPart(m_frame, view, QRect(QPoint(0, 0), view.size));
        m_view = view;
    }
    m_wanted.reset(); // a view that was wanted before is not any more
    painter.drawImage(0, 0, m_frame);
    return Frame::Sharp;
}

bool FramePainter::sharpen(std::chrono::milliseconds budget)
{
    if (!m_wanted)
        return true;
    if (m_next.size() != m_wanted->size)
        m_next = emptyImage(m_wanted->size);
    QElapsedTimer timer;
    timer.start();
    while (m_rows < m_wanted->size.height()) {
        paintPart(m_next, *m_wanted, QRect(0, m_rows, m_wanted->size.width(), kSliceRows));
        m_rows += kSliceRows;
        if (timer.elapsed() >= budget.count())
            break;
    }
    if (m_rows < m_wanted->size.height())
        return false;
    std::swap(m_frame, m_next);
    m_view = *m_wanted;
    m_wanted.reset();
    return true;
}

} // namespace bomay

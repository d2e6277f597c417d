// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/frame_painter.h"

#include "core/render/painter.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

/// So many boxes in sight are painted within a frame's time on an old office machine.
constexpr std::size_t kLightBoxes = 1500;
/// What a part of a frame may cost, in microseconds of such a machine: keys and mouse wait no longer.
constexpr double kPartCost = 1500;
constexpr int kSmallestPart = 12; ///< pixels; what is crowded into fewer is not halved further

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

void FramePainter::paintPart(QImage &image, const FrameView &view, const QRect &part,
                             std::optional<std::span<const std::uint32_t>> runs) const
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(part);
    painter.fillRect(part, m_desk);
    painter.translate(view.offset);
    painter.scale(view.scale, view.scale);
    painter.fillRect(m_paper, paperColor(*m_list));
    // A pixel more on every side: what is cut off there still colours the edge.
    const QRectF seen = QRectF(part.adjusted(-1, -1, 1, 1)).translated(-view.offset);
    paint(painter, *m_list, {QRectF(seen.topLeft() / view.scale, seen.size() / view.scale), view.scale, runs});
}

QColor paperColor(const DisplayList &list)
{
    const auto &color = list.background;
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

FramePainter::Part FramePainter::partOf(const FrameView &view, const QRect &rect, const Part *whole) const
{
    // A pixel more on every side, as in `paintPart`; lines have no width of their own.
    const QRectF pixels = QRectF(rect.adjusted(-1, -1, 1, 1)).translated(-view.offset);
    const QRectF seen(pixels.topLeft() / view.scale, pixels.size() / view.scale);
    Part part{rect, {}};
    const auto take = [&](std::uint32_t run) {
        const QRectF &place = m_list->runs[run].rect;
        if (place.left() <= seen.right() && seen.left() <= place.right() && place.top() <= seen.bottom() &&
            seen.top() <= place.bottom())
            part.runs.push_back(run);
    };
    if (whole != nullptr)
        std::ranges::for_each(whole->runs, take);
    else
        for (std::uint32_t run = 0; run < m_list->runs.size(); ++run)
            take(run);
    return part;
}

void FramePainter::paintNext()
{
    // Letters that can be read cost most.
    constexpr double kItem = 0.3;
    constexpr double kText = 4;
    constexpr double kUsualLetters = 10 * kMillimetresPerPoint; ///< mm
    const bool isReadable = kUsualLetters * m_wanted->scale > 3.5;
    const auto costOf = [&](const Part &part) {
        double cost = 0;
        for (const std::uint32_t index : part.runs) {
            const ListRun &run = m_list->runs[index];
            cost += kItem * static_cast<double>(run.end.boxes - run.begin.boxes + run.end.lines - run.begin.lines);
            cost += (isReadable ? kText : kItem) * static_cast<double>(run.end.texts - run.begin.texts);
        }
        return cost;
    };
    Part part = std::move(m_parts.back());
    m_parts.pop_back();
    while (std::max(part.rect.width(), part.rect.height()) > kSmallestPart && costOf(part) > kPartCost) {
        const QRect &whole = part.rect;
        const bool isWide = whole.width() >= whole.height();
        QRect first = whole;
        QRect second = whole;
        if (isWide) {
            first.setWidth(whole.width() / 2);
            second.setLeft(first.right() + 1);
        } else {
            first.setHeight(whole.height() / 2);
            second.setTop(first.bottom() + 1);
        }
        m_parts.push_back(partOf(*m_wanted, second, &part));
        part = partOf(*m_wanted, first, &part);
    }
    paintPart(m_next, *m_wanted, part.rect, part.runs);
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
    painter.fillRect(QRectF(m_paper.topLeft() * view.scale + view.offset, m_paper.size() * view.scale),
                     paperColor(*m_list));
    const double factor = view.scale / m_view->scale;
    painter.drawImage(QRectF(view.offset - m_view->offset * factor, QSizeF(m_view->size) * factor), m_frame);
}

FramePainter::Frame FramePainter::draw(QPainter &painter, const FrameView &view)
{
    if (!moveFrame(view)) {
        if (m_view && !isLight(view)) {
            if (m_wanted != view) {
                m_wanted = view;
                m_parts.clear();
                m_isBegun = false;
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
    if (!m_isBegun)
        m_parts.push_back(partOf(*m_wanted, QRect(QPoint(0, 0), m_wanted->size), nullptr));
    m_isBegun = true;
    for (bool isFirst = true; !m_parts.empty() && (isFirst || timer.elapsed() < budget.count()); isFirst = false)
        paintNext();
    if (!m_parts.empty())
        return false;
    std::swap(m_frame, m_next);
    m_view = *m_wanted;
    m_wanted.reset();
    return true;
}

} // namespace bomay

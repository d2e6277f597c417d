// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/frame_painter.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

/// A frame that costs no more, in microseconds of an office machine, is painted at once.
constexpr double kLightFrame = 3000;
/// What a part of a frame may cost, in microseconds: keys and mouse wait no longer.
constexpr double kPartCost = 1500;
/// Of a portrait, in microseconds.
constexpr double kDecoding = 1000;
constexpr std::uint32_t kRunsOfBlock = 64;
constexpr int kSmallestPart = 12; ///< pixels; what is crowded into fewer is not halved further

QImage emptyImage(QSize size)
{
    return {size, QImage::Format_RGB32};
}

/// QRectF::intersects says no for the flat rectangle of a single line.
bool touches(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
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
    m_lacksPictures = false;
    m_wanted.reset();
    m_blocks.clear();
    for (std::uint32_t run = 0; run < list.runs.size(); ++run) {
        const QRectF &rect = list.runs[run].rect;
        if (run % kRunsOfBlock == 0)
            m_blocks.push_back(rect);
        QRectF &block = m_blocks.back();
        block = QRectF(QPointF(std::min(block.left(), rect.left()), std::min(block.top(), rect.top())),
                       QPointF(std::max(block.right(), rect.right()), std::max(block.bottom(), rect.bottom())));
    }
}

void FramePainter::paintPart(QImage &image, const FrameView &view, const Part &part, QPoint corner, Undecoded undecoded)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(corner);
    painter.setClipRect(part.rect);
    painter.fillRect(part.rect, m_desk);
    painter.translate(view.offset);
    painter.scale(view.scale, view.scale);
    painter.fillRect(m_paper, paperColor(*m_list));
    paint(painter, *m_list, {seenIn(view, part.rect), view.scale, part.runs, &m_pictures, undecoded});
}

QRectF FramePainter::seenIn(const FrameView &view, const QRect &part)
{
    // A pixel more on every side: what is cut off there still colours the edge.
    const QRectF pixels = QRectF(part.adjusted(-1, -1, 1, 1)).translated(-view.offset);
    return {pixels.topLeft() / view.scale, pixels.size() / view.scale};
}

QColor paperColor(const DisplayList &list)
{
    const auto &color = list.background;
    return color ? QColor(color->red, color->green, color->blue) : QColor(Qt::white);
}

double FramePainter::costOf(const FrameView &view, const Part &part) const
{
    // As `paint` draws them: letters that can be read cost most, then boxes with an edge.
    constexpr double kItem = 0.3;
    constexpr double kEdge = 4;
    constexpr double kText = 20;
    constexpr double kImage = 40;
    constexpr double kUsualLetters = 10 * kMillimetresPerPoint; ///< mm
    constexpr double kUsualBox = 10;                            ///< mm
    const double text = kUsualLetters * view.scale > 3.5 ? kText : kItem;
    const double box = kUsualBox * view.scale > 4 ? kEdge : kItem;
    double cost = costOfDecoding(view, part);
    for (const std::uint32_t index : part.runs) {
        const ListRun &run = m_list->runs[index];
        cost += box * static_cast<double>(run.end.boxes - run.begin.boxes);
        cost += kItem * static_cast<double>(run.end.lines - run.begin.lines);
        cost += kImage * static_cast<double>(run.end.images - run.begin.images);
        cost += text * static_cast<double>(run.end.texts - run.begin.texts);
    }
    return cost;
}

double FramePainter::costOfDecoding(const FrameView &view, const Part &part) const
{
    double cost = 0;
    if (m_list->images.empty())
        return cost;
    const QRectF seen = seenIn(view, part.rect);
    for (const std::uint32_t index : part.runs) {
        const ListRun &run = m_list->runs[index];
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            if (const ImageItem &image = m_list->images[i];
                touches(image.rect, seen) && isDrawnWithPixels(image, view.scale) &&
                !m_pictures.has(image.picture, image.rect.size() * view.scale))
                cost += kDecoding;
    }
    return cost;
}

FramePainter::Part FramePainter::partOf(const FrameView &view, const QRect &rect, const Part *whole) const
{
    const QRectF seen = seenIn(view, rect);
    Part part{rect, {}};
    const auto take = [&](std::uint32_t run) {
        if (touches(m_list->runs[run].rect, seen))
            part.runs.push_back(run);
    };
    if (whole != nullptr) {
        std::ranges::for_each(whole->runs, take);
        return part;
    }
    const auto count = static_cast<std::uint32_t>(m_list->runs.size());
    for (std::uint32_t block = 0; block < m_blocks.size(); ++block)
        if (touches(m_blocks[block], seen))
            for (std::uint32_t run = block * kRunsOfBlock; run < std::min(count, (block + 1) * kRunsOfBlock); ++run)
                take(run);
    return part;
}

std::optional<std::pair<FramePainter::Part, FramePainter::Part>> FramePainter::halvesOf(const Part &part,
                                                                                        bool isAcross) const
{
    // A run is drawn by each part that it touches, and whole: halves that cost nearly as much as both are no use.
    constexpr double kUseful = 1.5;
    QRect first = part.rect;
    QRect second = part.rect;
    if (isAcross) {
        first.setWidth(part.rect.width() / 2);
        second.setLeft(first.right() + 1);
    } else {
        first.setHeight(part.rect.height() / 2);
        second.setTop(first.bottom() + 1);
    }
    if (first.isEmpty())
        return std::nullopt;
    std::pair halves(partOf(*m_wanted, first, &part), partOf(*m_wanted, second, &part));
    const double cost = costOf(*m_wanted, halves.first) + costOf(*m_wanted, halves.second);
    return cost > kUseful * costOf(*m_wanted, part) ? std::nullopt : std::optional(std::move(halves));
}

void FramePainter::paintNext()
{
    Part part = std::move(m_parts.back());
    m_parts.pop_back();
    while (std::max(part.rect.width(), part.rect.height()) > kSmallestPart && costOf(*m_wanted, part) > kPartCost) {
        const bool isWide = part.rect.width() >= part.rect.height();
        auto halves = halvesOf(part, isWide);
        if (!halves)
            halves = halvesOf(part, !isWide);
        if (!halves)
            break;
        part = std::move(halves->first);
        m_parts.push_back(std::move(halves->second));
    }
    paintPart(m_next, *m_wanted, part, {0, 0});
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
    const auto wrapped = [](int place, int length) { return (place % length + length) % length; };
    m_corner = {wrapped(m_corner.x() - way->x(), view.size.width()),
                wrapped(m_corner.y() - way->y(), view.size.height())};
    m_view = view;
    const QRegion strips = QRegion(whole).subtracted(whole.translated(*way));
    for (const auto &[place, corner] : pieces())
        for (const QRect &strip : strips &place)
            paintPart(m_frame, view, partOf(view, strip, nullptr), corner);
    return true;
}

std::vector<FramePainter::Piece> FramePainter::pieces() const
{
    const QRect whole(QPoint(0, 0), m_frame.size());
    std::vector<Piece> pieces;
    for (const int x : {0, -m_frame.width()})
        for (const int y : {0, -m_frame.height()}) {
            const QPoint corner = m_corner + QPoint(x, y);
            if (const QRect place = whole.translated(-corner) & whole; !place.isEmpty())
                pieces.push_back({place, corner});
        }
    return pieces;
}

void FramePainter::drawFrame(QPainter &painter) const
{
    for (const auto &[place, corner] : pieces())
        painter.drawImage(place.topLeft(), m_frame, place.translated(corner));
}

void FramePainter::flatten()
{
    if (m_corner.isNull())
        return;
    if (m_next.size() != m_frame.size())
        m_next = emptyImage(m_frame.size());
    {
        QPainter painter(&m_next);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        drawFrame(painter);
    }
    std::swap(m_frame, m_next);
    m_corner = {};
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
    if (m_lacksPictures || !moveFrame(view)) {
        Part whole = partOf(view, QRect(QPoint(0, 0), view.size), nullptr);
        if (m_view && costOf(view, whole) > kLightFrame) {
            want(view, std::move(whole));
            flatten();
            drawScaled(painter, view);
            return Frame::Coarse;
        }
        if (m_frame.size() != view.size)
            m_frame = emptyImage(view.size);
        m_corner = {};
        m_view = view;
        m_lacksPictures = costOfDecoding(view, whole) > kLightFrame;
        paintPart(m_frame, view, whole, m_corner, m_lacksPictures ? Undecoded::GreyGround : Undecoded::Decode);
        if (m_lacksPictures) {
            want(view, std::move(whole));
            drawFrame(painter);
            return Frame::Coarse;
        }
    }
    m_wanted.reset(); // a view that was wanted before is not any more
    drawFrame(painter);
    return Frame::Sharp;
}

void FramePainter::want(const FrameView &view, Part whole)
{
    if (m_wanted == view)
        return;
    m_wanted = view;
    m_parts.clear();
    m_parts.push_back(std::move(whole));
}

bool FramePainter::sharpen(std::chrono::milliseconds budget)
{
    if (!m_wanted)
        return true;
    if (m_next.size() != m_wanted->size)
        m_next = emptyImage(m_wanted->size);
    QElapsedTimer timer;
    timer.start();
    for (bool isFirst = true; !m_parts.empty() && (isFirst || timer.elapsed() < budget.count()); isFirst = false)
        paintNext();
    if (!m_parts.empty())
        return false;
    std::swap(m_frame, m_next);
    m_lacksPictures = false;
    m_corner = {};
    m_view = *m_wanted;
    m_wanted.reset();
    return true;
}

} // namespace bomay

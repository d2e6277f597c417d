// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/display_list.h"

#include "core/base/numbers.h"

#include <cmath>
#include <iterator>

namespace bomay {

namespace {

/// Puts the items of the shorter list into the room of the longer one, which grows by what they need: to double it
/// would cost a large chart more than all its texts.
template <typename Item>
void addBehind(std::vector<Item> &own, std::vector<Item> &other)
{
    const std::size_t size = own.size() + other.size();
    const bool isLonger = own.size() >= other.size();
    std::vector<Item> &longer = isLonger ? own : other;
    if (longer.capacity() < size)
        longer.reserve(size);
    if (isLonger) {
        own.insert(own.end(), std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
    } else {
        other.insert(other.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
        own = std::move(other);
    }
}

} // namespace

LineItem &DisplayList::addLine(std::span<const QPointF> through, const Stroke &stroke)
{
    lines.push_back({sizeOf(points), sizeOf(through), stroke});
    points.insert(points.end(), through.begin(), through.end());
    return lines.back();
}

LineItem &DisplayList::addLine(std::initializer_list<QPointF> through, const Stroke &stroke)
{
    return addLine(std::span(through.begin(), through.size()), stroke);
}

void DisplayList::transform(double scale, QPointF offset)
{
    const auto moved = [&](const QRectF &rect) { return QRectF(rect.topLeft() * scale + offset, rect.size() * scale); };
    for (BoxItem &box : boxes) {
        box.rect = moved(box.rect);
        box.stroke.width *= scale;
    }
    for (ImageItem &image : images)
        image.rect = moved(image.rect);
    for (TextItem &text : texts) {
        text.baseline = text.baseline * scale + offset;
        text.width *= scale;
        text.font.size *= scale;
    }
    for (LineItem &line : lines)
        line.stroke.width *= scale;
    for (QPointF &point : points)
        point = point * scale + offset;
    for (ListRun &run : runs)
        run.rect = moved(run.rect);
    bounds = moved(bounds);
}

void DisplayList::move(const ListMark &begin, const ListMark &end, QPointF offset)
{
    for (std::size_t i = begin.boxes; i < end.boxes; ++i)
        boxes[i].rect.translate(offset);
    for (std::size_t i = begin.images; i < end.images; ++i)
        images[i].rect.translate(offset);
    for (std::size_t i = begin.texts; i < end.texts; ++i)
        texts[i].baseline += offset;
    for (std::size_t i = begin.points; i < end.points; ++i)
        points[i] += offset;
}

void DisplayList::append(DisplayList other)
{
    const ListMark before = mark();
    if (runs.empty() && before != ListMark{})
        closeRun({}, bounds);
    if (other.runs.empty())
        other.closeRun({}, other.bounds);
    for (LineItem &line : other.lines)
        line.first += static_cast<int>(before.points);
    for (ListRun &run : other.runs)
        for (ListMark *end : {&run.begin, &run.end}) {
            end->boxes += before.boxes;
            end->images += before.images;
            end->texts += before.texts;
            end->lines += before.lines;
            end->points += before.points;
        }
    addBehind(boxes, other.boxes);
    addBehind(images, other.images);
    addBehind(texts, other.texts);
    addBehind(lines, other.lines);
    addBehind(points, other.points);
    addBehind(runs, other.runs);
    bounds = bounds.isNull() ? other.bounds : bounds.united(other.bounds);
}

std::array<QPointF, 3> arrowHead(QPointF from, QPointF tip, const Stroke &stroke)
{
    constexpr double kLength = 5; // of the stroke's width
    constexpr double kHalfWidth = 2;
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    const QPointF along = length > 0 ? way / length : QPointF(1, 0);
    const QPointF foot = tip - along * kLength * stroke.width;
    const QPointF across = QPointF(-along.y(), along.x()) * kHalfWidth * stroke.width;
    return {tip, foot + across, foot - across};
}

std::vector<std::array<QPointF, 3>> headsOf(const DisplayList &list, const LineItem &line)
{
    std::vector<std::array<QPointF, 3>> heads;
    if (line.count < 2)
        return heads;
    const std::span points = std::span(list.points).subspan(uz(line.first), uz(line.count));
    if (line.headAtBegin)
        heads.push_back(arrowHead(points[1], points[0], line.stroke));
    if (line.headAtEnd)
        heads.push_back(arrowHead(points[points.size() - 2], points.back(), line.stroke));
    return heads;
}

} // namespace bomay

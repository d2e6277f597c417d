// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/display_list.h"

#include "core/base/numbers.h"

namespace bomay {

void DisplayList::addLine(std::initializer_list<QPointF> through, const Stroke &stroke)
{
    lines.push_back({sizeOf(points), static_cast<int>(through.size()), stroke});
    points.insert(points.end(), through);
}

void DisplayList::transform(double scale, QPointF offset)
{
    const auto moved = [&](const QRectF &rect) { return QRectF(rect.topLeft() * scale + offset, rect.size() * scale); };
    for (BoxItem &box : boxes) {
        box.rect = moved(box.rect);
        box.stroke.width *= scale;
    }
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
    for (std::size_t i = begin.texts; i < end.texts; ++i)
        texts[i].baseline += offset;
    for (std::size_t i = begin.points; i < end.points; ++i)
        points[i] += offset;
}

void DisplayList::append(const DisplayList &other)
{
    const ListMark before = mark();
    if (runs.empty() && before != ListMark{})
        closeRun({}, bounds);
    boxes.insert(boxes.end(), other.boxes.begin(), other.boxes.end());
    texts.insert(texts.end(), other.texts.begin(), other.texts.end());
    points.insert(points.end(), other.points.begin(), other.points.end());
    for (LineItem line : other.lines) {
        line.first += static_cast<int>(before.points);
        lines.push_back(line);
    }
    for (ListRun run : other.runs) {
        for (ListMark *end : {&run.begin, &run.end}) {
            end->boxes += before.boxes;
            end->texts += before.texts;
            end->lines += before.lines;
            end->points += before.points;
        }
        runs.push_back(run);
    }
    if (other.runs.empty())
        closeRun(before, other.bounds);
    bounds = bounds.isNull() ? other.bounds : bounds.united(other.bounds);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/text_block.h"

#include <algorithm>

namespace bomay {

BlockWriter::BlockWriter(const TextMeasurer &measurer, double padding, Rgba ink, DisplayList &list)
    : m_measurer(measurer)
    , m_padding(padding)
    , m_ink(ink)
    , m_list(list)
{}

void BlockWriter::add(TextBlock &block, const QString &text, const FontSpec &font, double maxWidth, NodeRef node) const
{
    addLines(block, wrapText(text, font, maxWidth, m_measurer), font, node);
}

void BlockWriter::addLines(TextBlock &block, const QStringList &lines, const FontSpec &font, NodeRef node) const
{
    for (const QString &line : lines) {
        const double width = m_measurer.width(line, font);
        block.lines.push_back({line, font, width, node});
        block.size = {std::max(block.size.width(), width), block.size.height() + m_measurer.lineHeight(font)};
    }
}

QSizeF BlockWriter::boxSize(const TextBlock &block) const
{
    return contentSize(block) + QSizeF(2 * m_padding, 2 * m_padding);
}

QSizeF BlockWriter::contentSize(const TextBlock &block) const
{
    if (!block.picture)
        return block.size;
    const QSizeF &picture = block.picture->room;
    if (block.picture->side == PictureSide::Left)
        return {picture.width() + m_padding + block.size.width(), std::max(picture.height(), block.size.height())};
    return {std::max(picture.width(), block.size.width()), picture.height() + m_padding + block.size.height()};
}

QRectF fitPicture(const Picture &picture, const QRectF &room)
{
    const QSizeF pixels = headerOf(picture).size;
    if (pixels.isEmpty()) // nobody knows: it is drawn as missing
        return room;
    const QSizeF size = pixels.scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QRectF BlockWriter::drawPicture(const QRectF &rect, const TextBlock &block)
{
    const BlockPicture &picture = *block.picture;
    QRectF place(rect.topLeft(), picture.room);
    QRectF rest = rect;
    if (picture.side == PictureSide::Left) {
        place.moveLeft(rect.left() + m_padding);
        place.moveTop(rect.center().y() - picture.room.height() / 2);
        rest.setLeft(place.right());
    } else {
        place.moveLeft(rect.center().x() - picture.room.width() / 2);
        place.moveTop(rect.center().y() - contentSize(block).height() / 2);
        rest.setTop(place.bottom() + m_padding);
        rest.setHeight(block.size.height());
    }
    if (picture.picture.isEmpty())
        m_list.boxes.push_back({place, picture.tone, {m_ink, 0, StrokeStyle::None}, {}});
    else
        m_list.images.push_back({fitPicture(picture.picture, place), picture.picture, picture.node});
    return rest;
}

void BlockWriter::draw(const QRectF &rect, const TextBlock &block, const BoxLook &look, NodeRef node)
{
    m_list.boxes.push_back({rect, look.fill, look.stroke, node});
    const QRectF room = block.picture ? drawPicture(rect, block) : rect;
    double top = room.center().y() - block.size.height() / 2;
    for (const TextLine &line : block.lines) {
        const double height = m_measurer.lineHeight(line.font);
        const double slack = (height - m_measurer.ascent(line.font) - m_measurer.descent(line.font)) / 2;
        const double left =
            look.alignment == TextAlignment::Left ? room.left() + m_padding : room.center().x() - line.width / 2;
        m_list.texts.push_back({{left, top + slack + m_measurer.ascent(line.font)},
                                line.width,
                                line.text,
                                line.font,
                                m_ink,
                                line.node.uid.isNull() ? node : line.node});
        top += height;
    }
}

void BlockWriter::drawStrip(const QRectF &rect, BoxPattern pattern)
{
    if (pattern == BoxPattern::None)
        return;
    constexpr double kInset = 0.2; // mm within the edge
    const QRectF strip(rect.left() + kInset, rect.top() + kInset, 0.5 * m_padding, rect.height() - 2 * kInset);
    const auto mark = [this](const QRectF &place) {
        m_list.boxes.push_back({place, m_ink, {m_ink, 0, StrokeStyle::None}, {}});
    };
    if (pattern == BoxPattern::Solid) {
        mark(strip);
        return;
    }
    const double side = pattern == BoxPattern::Fine ? 0.2 : 0.5; // mm of a mark, and of the gap behind it
    for (double y = strip.top(); y + side <= strip.bottom(); y += 2 * side)
        mark({strip.left(), y, pattern == BoxPattern::Dots ? side : strip.width(), side});
}

} // namespace bomay

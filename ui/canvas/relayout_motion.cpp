// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/relayout_motion.h"

#include "core/render/painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kSeen = 2; ///< pixels; a shorter way is none

/// The first unit or post that a run draws a box for.
std::optional<NodeRef> nodeOf(const DisplayList &list, const ListRun &run)
{
    for (std::size_t i = run.begin.boxes; i < run.end.boxes; ++i)
        if (!list.boxes[i].node.uid.isNull())
            return list.boxes[i].node;
    return std::nullopt;
}

} // namespace

void RelayoutMotion::remember(const ChartPicture &picture, const CanvasScale &scale)
{
    m_before.clear();
    if (picture.boxes().size() > kMostBoxes)
        return;
    for (const auto &[node, box] : picture.boxes())
        m_before.emplace(node, scale.toViewport(box.topLeft()));
}

void RelayoutMotion::start(const ChartPicture &picture, const CanvasScale &scale)
{
    m_moves.clear();
    const DisplayList &list = picture.list();
    const auto known = std::ranges::count_if(m_before, [&](const auto &box) { return picture.hasBox(box.first); });
    if (picture.boxes().size() > kMostBoxes || 2 * known < std::ssize(m_before))
        return;
    for (std::size_t i = 0; i < list.runs.size(); ++i) {
        const auto node = nodeOf(list, list.runs[i]);
        const auto before = node ? m_before.find(*node) : m_before.end();
        if (before == m_before.end())
            continue;
        const QPointF way = before->second - scale.toViewport(picture.boxOf(*node).topLeft());
        if (std::max(std::abs(way.x()), std::abs(way.y())) > kSeen)
            m_moves.push_back({i, way / scale.scale()});
    }
    m_before.clear();
    m_clock.start();
}

void RelayoutMotion::paint(QPainter &painter, const ChartPicture &picture, const CanvasScale &scale, const QRectF &port,
                           double devicePixelRatio, PictureCache &pictures)
{
    const double part = std::min(1.0, static_cast<double>(m_clock.elapsed()) / static_cast<double>(kLength.count()));
    const double left = std::pow(1 - part, 3); // quick at first
    DisplayList list = picture.list();
    for (const Move &move : m_moves) {
        ListRun &run = list.runs[move.run];
        list.move(run.begin, run.end, move.way * left);
        run.rect.translate(move.way * left);
    }
    // Lines stand where they will be: they come as the boxes arrive.
    for (LineItem &line : list.lines)
        line.stroke.color.alpha = static_cast<std::uint8_t>(std::lround(line.stroke.color.alpha * part));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(scale.offset());
    painter.scale(scale.scale(), scale.scale());
    // A frame of a motion cannot wait: what is not decoded yet comes after it.
    bomay::paint(painter, list,
                 {scale.toChart(port), scale.scale() * devicePixelRatio, {}, &pictures, Undecoded::GreyGround});
    painter.restore();
    if (part >= 1)
        stop();
}

} // namespace bomay

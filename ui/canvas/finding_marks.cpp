// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/finding_marks.h"

#include "core/base/numbers.h"
#include "ui/document/finding_mark.h"

#include <QPainter>

#include <algorithm>
#include <ranges>

namespace bomay {

namespace {

constexpr int kSize = 18; ///< pixels

FindingKind kindOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingKind::Error;
    case Severity::Warning:
        return FindingKind::Warning;
    case Severity::Advice:
        break;
    }
    return FindingKind::Advice;
}

} // namespace

std::vector<FindingDot> dotsApart(const std::vector<FindingDot> &dots, const QRectF &port, int cell,
                                  const std::function<QPointF(QPointF)> &place)
{
    const auto cellOf = [cell](double pixels) { return uz(static_cast<int>(pixels) / cell); };
    const std::size_t columns = cellOf(port.width()) + 1;
    std::vector<bool> taken(columns * (cellOf(port.height()) + 1));
    std::vector<FindingDot> apart;
    for (const FindingDot &dot : dots) {
        const QPointF at = place(dot.place);
        if (!port.contains(at))
            continue;
        auto isTaken = taken[cellOf(at.y() - port.top()) * columns + cellOf(at.x() - port.left())];
        if (!isTaken)
            apart.push_back({at, dot.severity});
        isTaken = true;
    }
    return apart;
}

void FindingMarks::set(std::vector<FindingDot> dots)
{
    m_dots = std::move(dots);
    std::ranges::stable_sort(m_dots, {}, &FindingDot::severity);
}

void FindingMarks::paint(QPainter &painter, const CanvasScale &scale, const QRectF &port)
{
    constexpr int kCell = kSize / 2; ///< pixels; marks nearer to each other than this are one
    if (const double ratio = painter.device()->devicePixelRatioF(); ratio != m_ratio) {
        m_ratio = ratio;
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Advice})
            m_pixmaps[uz(static_cast<int>(severity))] = findingMark(kindOf(severity)).pixmap({kSize, kSize}, ratio);
    }
    const QRectF reach = port.adjusted(-kSize, -kSize, kSize, kSize);
    const auto drawn = dotsApart(m_dots, reach, kCell, [&scale](QPointF chart) { return scale.toViewport(chart); });
    // The gravest is drawn last, over the others.
    for (const FindingDot &dot : drawn | std::views::reverse)
        painter.drawPixmap(dot.place.toPoint() - QPoint(kSize / 2, kSize / 2),
                           m_pixmaps[uz(static_cast<int>(dot.severity))]);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"
#include "ui/canvas/canvas_scale.h"

#include <QPixmap>

#include <array>
#include <functional>
#include <vector>

class QPainter;

namespace bomay {

/// Where a finding is shown on a chart.
struct FindingDot
{
    QPointF place; ///< mm
    Severity severity = Severity::Advice;
};

/// Of dots those that are drawn on a part of a screen (pixels): only what lies in it, and only the first of those that
/// share a cell of so many pixels. `place` says where a point of the chart stands there.
[[nodiscard]] std::vector<FindingDot> dotsApart(const std::vector<FindingDot> &dots, const QRectF &port, int cell,
                                                const std::function<QPointF(QPointF)> &place);

/// The marks of findings on the canvas. A chart may have tens of thousands of them: only those in the window are drawn,
/// and of those that would lie on each other only the gravest.
class FindingMarks
{
public:
    void set(std::vector<FindingDot> dots);
    [[nodiscard]] const std::vector<FindingDot> &dots() const { return m_dots; } // the gravest first

    /// `port` is the viewport, in pixels.
    void paint(QPainter &painter, const CanvasScale &scale, const QRectF &port);

private:
    std::vector<FindingDot> m_dots;   ///< the gravest first
    std::array<QPixmap, 3> m_pixmaps; ///< by severity, as sharp as `m_ratio` asks for
    double m_ratio = 0;
};

} // namespace bomay

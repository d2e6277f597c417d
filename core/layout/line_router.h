// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/plane_index.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <map>
#include <vector>

namespace bomay {

/// A rectangle that a line begins or ends at.
struct RouteEnd
{
    QRectF rect;             ///< mm
    bool isSideways = false; ///< met in the middle of its left or right edge only, as a line of text in a box
};

/// From one rectangle to others: lines that share their way as long as they can.
struct RouteRequest
{
    RouteEnd from;
    std::vector<RouteEnd> to;
};

/// A way of horizontal and vertical pieces, from the edge of the first rectangle, or from a point of the way to an
/// earlier one, to the edge of its rectangle. Empty where none was found.
using Way = std::vector<QPointF>;

/// Finds ways for lines round boxes, through the gaps between them, one request after the other: few bends, few
/// crossings, and not along a line that is there already. Equal input gives equal output. The search for a way is
/// bounded, in a picture of many thousand boxes a long one may not be found; and so is that for all ways together:
/// behind many thousand others none may be.
class LineRouter
{
public:
    /// By place on an edge: how many lines end there.
    using Meetings = std::map<std::pair<double, double>, int>;

    /// `RouteGrid::work` for all ways together: some seconds.
    static constexpr qint64 kMostWork = 300'000'000;

    /// Boxes must not be run through. Lines (horizontal and vertical) may be crossed but should not be run along.
    LineRouter(std::vector<QRectF> boxes, std::vector<QLineF> lines, qint64 mostWork = kMostWork);

    /// The ways to each rectangle, in the order asked for. Later requests keep off them.
    [[nodiscard]] std::vector<Way> route(const RouteRequest &request);

private:
    void addLine(const QLineF &line);

    std::vector<QRectF> m_boxes;
    std::vector<QLineF> m_lines;
    PlaneIndex m_boxIndex;
    PlaneIndex m_lineIndex;
    QRectF m_whole;
    Meetings m_meetings;
    qint64 m_workLeft; ///< points of grids and steps of searches
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/line_router.h"

#include <span>

namespace bomay {

// Internal to core/layout: where lines can run in a part of a picture.

/// Distance of the nearest line from a box, mm: room for an arrow head.
inline constexpr double kRouteTrack = 1.25;

/// A place where a line can meet a rectangle.
struct Meeting
{
    QPointF edge;           ///< on it
    QPointF outside;        ///< one track off
    double extra = 0;       ///< what it costs, mm of way
    bool isUpright = false; ///< the line comes from above or below
};

/// Points where tracks beside boxes cross, and what it costs to go from one to the next.
class RouteGrid
{
public:
    RouteGrid(const QRectF &window, std::span<const QRectF> boxes, std::span<const QLineF> lines,
              std::span<const Meeting> meetings);

    /// Larger ones are not searched.
    [[nodiscard]] bool isTooLarge() const { return m_blocked.empty(); }
    /// The point of the grid at a place; −1 where there is none or a box is in its way.
    [[nodiscard]] int pointAt(QPointF place) const;
    [[nodiscard]] QPointF placeOf(int point) const { return {m_xs[columnOf(point)], m_ys[rowOf(point)]}; }

    /// The cheapest way from one of the first points to one of the last, both with what they cost; first to last. A
    /// point with the direction in which a line leaves or reaches it.
    struct Start
    {
        int point = 0;
        bool isUpright = false;
        double cost = 0;
    };
    [[nodiscard]] std::vector<int> way(std::span<const Start> from, std::span<const Start> to, const QRectF &goal);

    /// What it took so far: points, and steps of searches as so many points as they cost the time of.
    [[nodiscard]] qint64 work() const { return m_work; }

private:
    [[nodiscard]] std::size_t columnOf(int point) const { return static_cast<std::size_t>(point) % m_xs.size(); }
    [[nodiscard]] std::size_t rowOf(int point) const { return static_cast<std::size_t>(point) / m_xs.size(); }
    void block(const QRectF &box);
    /// Makes ways along the edges of a box dearer.
    void shun(const QRectF &box);
    void charge(const QLineF &line);

    std::vector<double> m_xs;
    std::vector<double> m_ys;
    std::vector<bool> m_blocked; ///< by point
    std::vector<float> m_right;  ///< by point: mm of way to the next point on the right, dearer along and across lines
    std::vector<float> m_down;
    // Of a search, two for each point: come to it across (even) or upright (odd). What a search has touched it clears.
    std::vector<float> m_best;
    std::vector<int> m_before;
    std::vector<float> m_finish;
    qint64 m_work = 0;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <map>
#include <utility>
#include <vector>

namespace bomay {

// Internal to core/layout.

/// Rectangles by squares of the plane, so that those near a place are found without looking at all.
class PlaneIndex
{
public:
    /// The next number, from 0, is that of this rectangle; it may have no width or no height.
    void add(const QRectF &rect);
    /// The numbers of all that share a square with a rectangle, in their order: those that meet it, and few others.
    [[nodiscard]] std::vector<int> near(const QRectF &rect) const;

private:
    std::map<std::pair<int, int>, std::vector<int>> m_squares;
    int m_count = 0;
};

} // namespace bomay

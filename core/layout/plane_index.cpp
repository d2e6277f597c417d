// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/plane_index.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

constexpr double kSide = 60; ///< mm: a few boxes

int squareOf(double at)
{
    return static_cast<int>(std::floor(at / kSide));
}

} // namespace

void PlaneIndex::add(const QRectF &rect)
{
    for (int x = squareOf(rect.left()); x <= squareOf(rect.right()); ++x)
        for (int y = squareOf(rect.top()); y <= squareOf(rect.bottom()); ++y)
            m_squares[{x, y}].push_back(m_count);
    ++m_count;
}

std::vector<int> PlaneIndex::near(const QRectF &rect) const
{
    std::vector<int> found;
    for (int x = squareOf(rect.left()); x <= squareOf(rect.right()); ++x) {
        // Squares of one column stand next to each other.
        const int last = squareOf(rect.bottom());
        for (auto square = m_squares.lower_bound({x, squareOf(rect.top())});
             square != m_squares.end() && square->first.first == x && square->first.second <= last; ++square)
            found.insert(found.end(), square->second.begin(), square->second.end());
    }
    std::ranges::sort(found);
    const auto [first, end] = std::ranges::unique(found);
    found.erase(first, end);
    return found;
}

} // namespace bomay

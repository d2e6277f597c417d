// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/route_grid.h"

#include "core/base/numbers.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <limits>

namespace bomay {

namespace {

constexpr double kThirdTrack = 4.1;  ///< mm from a box: where there is room for it
constexpr float kBeside = 1.5;       ///< so many times as dear is a way so near to a box that it looks like its edge
constexpr double kSecondTrack = 2.1; ///< mm from a box
constexpr double kClearance = 0.3;   ///< mm that a line keeps from a box
constexpr double kNear = 0.7;        ///< lines nearer than this look like one
constexpr double kSame = 0.05;       ///< coordinates nearer than this are one
constexpr float kAlong = 8;          ///< so many times as dear is a way along another line
constexpr float kCrossing = 3;       ///< mm of way that a crossing costs
constexpr float kBend = 5;           ///< mm of way that a bend costs
constexpr std::size_t kMostPoints = 1'500'000;
constexpr int kMostVisits = 600'000;
constexpr qint64 kStepWork = 8; ///< points of a grid are made in the time of one step of a search
constexpr float kEndless = std::numeric_limits<float>::max();

void tidy(std::vector<double> &values)
{
    std::ranges::sort(values);
    std::vector<double> kept;
    for (const double value : values)
        if (kept.empty() || value - kept.back() > kSame)
            kept.push_back(value);
    values = std::move(kept);
}

/// The first index whose value is not below.
std::size_t lower(const std::vector<double> &values, double value)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(values, value) - values.begin());
}

} // namespace

RouteGrid::RouteGrid(const QRectF &window, std::span<const QRectF> boxes, std::span<const QLineF> lines,
                     std::span<const Meeting> meetings)
{
    std::vector<QRectF> inside;
    for (const QRectF &box : boxes)
        if (box.adjusted(-kThirdTrack, -kThirdTrack, kThirdTrack, kThirdTrack).intersects(window))
            inside.push_back(box);
    for (const QRectF &box : inside) {
        for (const double distance : {kRouteTrack, kSecondTrack, kThirdTrack}) {
            m_xs.push_back(box.left() - distance);
            m_xs.push_back(box.right() + distance);
            m_ys.push_back(box.top() - distance);
            m_ys.push_back(box.bottom() + distance);
        }
        // One within each box, so that none lies unseen between two tracks.
        m_xs.push_back(box.center().x());
        m_ys.push_back(box.center().y());
    }
    for (const Meeting &meeting : meetings) {
        m_xs.push_back(meeting.outside.x());
        m_ys.push_back(meeting.outside.y());
    }
    tidy(m_xs);
    tidy(m_ys);
    // To gather and sort what is near is work, too, also where it comes to nothing.
    m_work = kStepWork * static_cast<qint64>(m_xs.size() + m_ys.size() + lines.size());
    const std::size_t count = m_xs.size() * m_ys.size();
    if (count > kMostPoints)
        return;
    m_work += static_cast<qint64>(count);
    m_blocked.resize(count);
    m_right.resize(count);
    m_down.resize(count);
    for (std::size_t row = 0; row < m_ys.size(); ++row)
        for (std::size_t column = 0; column < m_xs.size(); ++column) {
            const std::size_t at = row * m_xs.size() + column;
            if (column + 1 < m_xs.size())
                m_right[at] = static_cast<float>(m_xs[column + 1] - m_xs[column]);
            if (row + 1 < m_ys.size())
                m_down[at] = static_cast<float>(m_ys[row + 1] - m_ys[row]);
        }
    for (const QRectF &box : inside)
        block(box);
    for (const QRectF &box : inside)
        shun(box);
    for (const QLineF &line : lines)
        charge(line);
}

void RouteGrid::block(const QRectF &box)
{
    const std::size_t right = lower(m_xs, box.right() + kClearance);
    const std::size_t bottom = lower(m_ys, box.bottom() + kClearance);
    for (std::size_t row = lower(m_ys, box.top() - kClearance); row < bottom; ++row)
        for (std::size_t column = lower(m_xs, box.left() - kClearance); column < right; ++column)
            m_blocked[row * m_xs.size() + column] = true;
}

void RouteGrid::shun(const QRectF &box)
{
    const QRectF near = box.adjusted(-kSecondTrack, -kSecondTrack, kSecondTrack, kSecondTrack);
    // The second track is far enough, on every side.
    const std::size_t right = lower(m_xs, near.right() - kSame);
    const std::size_t bottom = lower(m_ys, near.bottom() - kSame);
    for (std::size_t row = lower(m_ys, near.top() + kSame); row < bottom; ++row)
        for (std::size_t column = lower(m_xs, near.left() + kSame); column < right; ++column) {
            const std::size_t at = row * m_xs.size() + column;
            const bool isOver = m_ys[row] < box.top() || m_ys[row] > box.bottom();
            (isOver ? m_right : m_down)[at] *= kBeside;
        }
}

void RouteGrid::charge(const QLineF &line)
{
    const bool isUpright = line.x1() == line.x2();
    // Seen along the line, so that one reckoning serves both ways.
    const std::vector<double> &across = isUpright ? m_xs : m_ys;
    const std::vector<double> &along = isUpright ? m_ys : m_xs;
    const double place = isUpright ? line.x1() : line.y1();
    const double begin = isUpright ? std::min(line.y1(), line.y2()) : std::min(line.x1(), line.x2());
    const double end = isUpright ? std::max(line.y1(), line.y2()) : std::max(line.x1(), line.x2());
    const auto at = [&](std::size_t a, std::size_t b) { // along, across
        return isUpright ? a * m_xs.size() + b : b * m_xs.size() + a;
    };
    std::vector<float> &sameWay = isUpright ? m_down : m_right;
    std::vector<float> &otherWay = isUpright ? m_right : m_down;
    const std::size_t first = lower(along, begin - kNear);
    const std::size_t last = lower(along, end + kNear);
    for (std::size_t b = lower(across, place - kNear); b < across.size() && across[b] < place + kNear; ++b)
        for (std::size_t a = first > 0 ? first - 1 : 0; a < last && a + 1 < along.size(); ++a)
            if (along[a + 1] > begin && along[a] < end)
                sameWay[at(a, b)] *= kAlong;
    // The piece across the line, at each place along it.
    if (const std::size_t b = lower(across, place); b > 0 && b < across.size())
        for (std::size_t a = first; a < last; ++a)
            otherWay[at(a, b - 1)] += kCrossing;
}

int RouteGrid::pointAt(QPointF place) const
{
    const auto nearest = [](const std::vector<double> &values, double value) -> int {
        const std::size_t after = lower(values, value - kSame);
        return after < values.size() && std::abs(values[after] - value) <= kSame + 1e-9 ? static_cast<int>(after) : -1;
    };
    const int column = nearest(m_xs, place.x());
    const int row = nearest(m_ys, place.y());
    if (column < 0 || row < 0)
        return -1;
    const int point = row * sizeOf(m_xs) + column;
    return m_blocked[uz(point)] ? -1 : point;
}

std::vector<int> RouteGrid::way(std::span<const Start> from, std::span<const Start> to, const QRectF &goal)
{
    m_best.resize(2 * m_blocked.size(), kEndless);
    m_before.resize(m_best.size(), -1);
    m_finish.resize(m_best.size(), kEndless);
    std::vector<std::size_t> touched;
    for (const Start &end : to)
        for (const bool isUpright : {false, true}) {
            const std::size_t state = uz(2 * end.point + (isUpright ? 1 : 0));
            const float bend = isUpright == end.isUpright ? 0 : kBend;
            m_finish[state] = std::min(m_finish[state], static_cast<float>(end.cost) + bend);
        }
    const auto distance = [&](int point) {
        const QPointF place = placeOf(point);
        const double x = std::max({goal.left() - place.x(), place.x() - goal.right(), 0.0});
        const double y = std::max({goal.top() - place.y(), place.y() - goal.bottom(), 0.0});
        return static_cast<float>(x + y) - static_cast<float>(2 * kRouteTrack);
    };
    using Entry = std::pair<float, int>; // cost with what is still to go at least, state
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const auto reach = [&](int state, float cost, int last) {
        if (cost >= m_best[uz(state)])
            return;
        if (m_best[uz(state)] == kEndless)
            touched.push_back(uz(state));
        m_best[uz(state)] = cost;
        m_before[uz(state)] = last;
        open.emplace(cost + distance(state / 2), state);
    };
    for (const Start &start : from)
        reach(2 * start.point + (start.isUpright ? 1 : 0), static_cast<float>(start.cost), -1);
    int found = -1;
    float least = kEndless;
    const int width = sizeOf(m_xs);
    int visits = 0;
    for (; !open.empty() && visits < kMostVisits; ++visits) {
        const auto [bound, state] = open.top();
        open.pop();
        if (bound >= least)
            break;
        const int point = state / 2;
        const float cost = m_best[uz(state)];
        if (bound > cost + distance(point) + 1e-3F)
            continue; // reached more cheaply since
        if (m_finish[uz(state)] < kEndless && cost + m_finish[uz(state)] < least) {
            least = cost + m_finish[uz(state)];
            found = state;
        }
        const bool isUpright = state % 2 == 1;
        const auto step = [&](int next, float way, bool goesUpright) {
            if (!m_blocked[uz(next)])
                reach(2 * next + (goesUpright ? 1 : 0), cost + way + (goesUpright == isUpright ? 0 : kBend), state);
        };
        const int column = point % width;
        const int row = point / width;
        if (column > 0)
            step(point - 1, m_right[uz(point - 1)], false);
        if (column + 1 < width)
            step(point + 1, m_right[uz(point)], false);
        if (row > 0)
            step(point - width, m_down[uz(point - width)], true);
        if (row + 1 < sizeOf(m_ys))
            step(point + width, m_down[uz(point)], true);
    }
    std::vector<int> points;
    for (int state = found; state >= 0; state = m_before[uz(state)])
        points.push_back(state / 2);
    std::ranges::reverse(points);
    for (const std::size_t state : touched) {
        m_best[state] = kEndless;
        m_before[state] = -1;
    }
    for (const Start &end : to)
        for (const int upright : {0, 1})
            m_finish[uz(2 * end.point + upright)] = kEndless;
    m_work += kStepWork * visits;
    return points;
}

} // namespace bomay

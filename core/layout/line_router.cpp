// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/line_router.h"

#include "core/base/numbers.h"
#include "core/base/result.h"
#include "core/layout/route_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bomay {

namespace {

constexpr double kRoom = 25;       ///< mm round both ends in which a way is looked for first
constexpr double kUsedMeeting = 6; ///< mm of way that a place costs where another line ends

/// Places where lines can meet a rectangle: not in the middle of its upper and lower edge, where those of the tree are.
std::vector<Meeting> meetingsOf(const RouteEnd &end)
{
    const QRectF &rect = end.rect;
    std::vector<Meeting> meetings;
    const std::array<double, 3> parts{0.5, 0.25, 0.75};
    for (const double part : parts) {
        const double y = rect.top() + part * rect.height();
        const double extra = part == 0.5 ? 0 : 1;
        meetings.push_back({{rect.left(), y}, {rect.left() - kRouteTrack, y}, extra, false});
        meetings.push_back({{rect.right(), y}, {rect.right() + kRouteTrack, y}, extra, false});
        if (end.isSideways)
            return meetings;
    }
    for (const double part : {0.25, 0.75}) {
        const double x = rect.left() + part * rect.width();
        meetings.push_back({{x, rect.top()}, {x, rect.top() - kRouteTrack}, 1, true});
        meetings.push_back({{x, rect.bottom()}, {x, rect.bottom() + kRouteTrack}, 1, true});
    }
    return meetings;
}

/// Without the points that lie on the way between their neighbours.
Way straightened(Way way)
{
    Way kept;
    for (const QPointF point : way) {
        const std::size_t n = kept.size();
        if (n > 0 && kept.back() == point)
            continue;
        if (n > 1 && ((kept[n - 1].x() == kept[n - 2].x() && kept[n - 1].x() == point.x()) ||
                      (kept[n - 1].y() == kept[n - 2].y() && kept[n - 1].y() == point.y())))
            kept.back() = point;
        else
            kept.push_back(point);
    }
    return kept;
}

bool isOn(QPointF point, const Way &way)
{
    for (std::size_t i = 1; i < way.size(); ++i) {
        const QRectF piece = QRectF(way[i - 1], way[i]).normalized();
        if (piece.left() <= point.x() && point.x() <= piece.right() && piece.top() <= point.y() &&
            point.y() <= piece.bottom())
            return true;
    }
    return false;
}

template <typename Item>
std::vector<Item> chosen(const std::vector<Item> &items, const std::vector<int> &numbers)
{
    std::vector<Item> found;
    found.reserve(numbers.size());
    for (const int number : numbers)
        found.push_back(items[uz(number)]);
    return found;
}

double stretch(const QRectF &a, const QRectF &b)
{
    return (a.center() - b.center()).manhattanLength();
}

/// The ways of one request in one part of the picture.
class RequestRouter
{
public:
    RequestRouter(const RouteRequest &request, LineRouter::Meetings &taken)
        : m_request(request)
        , m_taken(taken)
    {
        const auto meetings = [&taken](const RouteEnd &end) {
            std::vector<Meeting> found = meetingsOf(end);
            for (Meeting &meeting : found)
                if (const auto used = taken.find({meeting.edge.x(), meeting.edge.y()}); used != taken.end())
                    meeting.extra += kUsedMeeting * used->second;
            return found;
        };
        m_from = meetings(request.from);
        for (const RouteEnd &end : request.to)
            m_to.push_back(meetings(end));
    }

    [[nodiscard]] std::vector<Meeting> meetings() const
    {
        std::vector<Meeting> all = m_from;
        for (const auto &of : m_to)
            all.insert(all.end(), of.begin(), of.end());
        return all;
    }

    /// Fills the ways that are still missing.
    void find(RouteGrid &grid, std::vector<Way> &ways)
    {
        std::vector<int> order;
        for (int i = 0; i < sizeOf(m_to); ++i)
            if (ways[uz(i)].empty())
                order.push_back(i);
        std::ranges::stable_sort(order, {},
                                 [this](int i) { return stretch(m_request.from.rect, m_request.to[uz(i)].rect); });
        std::vector<int> tree; // points of the ways so far
        for (const int i : order) {
            std::vector<RouteGrid::Start> from = starts(grid, m_from);
            if (!tree.empty()) {
                from.clear();
                for (const int point : tree)
                    for (const bool isUpright : {false, true})
                        from.push_back({point, isUpright, 0});
            }
            const std::vector<RouteGrid::Start> to = starts(grid, m_to[uz(i)]);
            const std::vector<int> points = grid.way(from, to, m_request.to[uz(i)].rect);
            if (points.empty())
                continue;
            Way way;
            if (tree.empty())
                way.push_back(meet(grid, m_from, points.front()));
            for (const int point : points)
                way.push_back(grid.placeOf(point));
            way.push_back(meet(grid, m_to[uz(i)], points.back()));
            ways[uz(i)] = straightened(std::move(way));
            // Where a way turned back at once, what it passed twice is not drawn.
            std::ranges::copy_if(points, std::back_inserter(tree),
                                 [&](int point) { return isOn(grid.placeOf(point), ways[uz(i)]); });
        }
    }

private:
    static std::vector<RouteGrid::Start> starts(const RouteGrid &grid, const std::vector<Meeting> &meetings)
    {
        std::vector<RouteGrid::Start> found;
        for (const Meeting &meeting : meetings)
            if (const int point = grid.pointAt(meeting.outside); point >= 0)
                found.push_back({point, meeting.isUpright, meeting.extra});
        return found;
    }

    /// The place on the edge that belongs to a point outside, as the grid has it, so that the last piece is straight.
    QPointF meet(const RouteGrid &grid, const std::vector<Meeting> &meetings, int point)
    {
        const auto found = std::ranges::find(meetings, point,
                                             [&grid](const Meeting &meeting) { return grid.pointAt(meeting.outside); });
        BM_CHECK(found != meetings.end(), return grid.placeOf(point));
        ++m_taken[{found->edge.x(), found->edge.y()}];
        const QPointF place = grid.placeOf(point);
        return found->isUpright ? QPointF(place.x(), found->edge.y()) : QPointF(found->edge.x(), place.y());
    }

    const RouteRequest &m_request;
    LineRouter::Meetings &m_taken;
    std::vector<Meeting> m_from;
    std::vector<std::vector<Meeting>> m_to;
};

} // namespace

LineRouter::LineRouter(std::vector<QRectF> boxes, std::vector<QLineF> lines, qint64 mostWork)
    : m_boxes(std::move(boxes))
    , m_workLeft(mostWork)
{
    for (const QRectF &box : m_boxes) {
        m_whole = m_whole.united(box);
        m_boxIndex.add(box);
    }
    std::ranges::for_each(lines, [this](const QLineF &line) { addLine(line); });
}

void LineRouter::addLine(const QLineF &line)
{
    m_lines.push_back(line);
    m_lineIndex.add(QRectF(line.p1(), line.p2()).normalized());
}

std::vector<Way> LineRouter::route(const RouteRequest &request)
{
    std::vector<Way> ways(request.to.size());
    QRectF near = request.from.rect;
    for (const RouteEnd &end : request.to)
        near = near.united(end.rect);
    RequestRouter router(request, m_meetings);
    for (const QRectF &part : {near, m_whole}) {
        if (m_workLeft <= 0)
            break;
        const QRectF window = part.adjusted(-kRoom, -kRoom, kRoom, kRoom);
        const QRectF reach = window.adjusted(-kRoom, -kRoom, kRoom, kRoom);
        RouteGrid grid(window, chosen(m_boxes, m_boxIndex.near(reach)), chosen(m_lines, m_lineIndex.near(reach)),
                       router.meetings());
        if (!grid.isTooLarge())
            router.find(grid, ways);
        m_workLeft -= grid.work();
        if (std::ranges::none_of(ways, &Way::empty))
            break;
    }
    for (const Way &way : ways)
        for (std::size_t i = 1; i < way.size(); ++i)
            addLine({way[i - 1], way[i]});
    return ways;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/layout/promises.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace bomay::test {

namespace {

/// The first pair of boxes that overlap, or an empty text. Sweeps from top to bottom over boxes sorted by left edge.
[[nodiscard]] QString firstOverlap(const std::vector<QRectF> &boxes)
{
    struct Event
    {
        double y;
        bool opens;
        int box;
    };
    std::vector<Event> events;
    for (int i = 0; i < sizeOf(boxes); ++i) {
        const QRectF &box = boxes[uz(i)];
        if (box.width() <= 2 * kTolerance || box.height() <= 2 * kTolerance)
            continue;
        events.push_back({box.top() + kTolerance, true, i});
        events.push_back({box.bottom() - kTolerance, false, i});
    }
    std::ranges::sort(events, [](const Event &a, const Event &b) {
        return std::tuple(a.y, a.opens, a.box) < std::tuple(b.y, b.opens, b.box);
    });
    std::map<std::pair<double, int>, double> open; // left edge and box → right edge
    for (const Event &event : events) {
        const QRectF &box = boxes[uz(event.box)];
        const std::pair key(box.left() + kTolerance, event.box);
        if (!event.opens) {
            open.erase(key);
            continue;
        }
        const auto here = open.emplace(key, box.right() - kTolerance).first;
        const auto next = std::next(here);
        if (next != open.end() && next->first.first < here->second)
            return QStringLiteral("box %1 and box %2").arg(event.box).arg(next->first.second);
        if (here != open.begin() && std::prev(here)->second > here->first.first)
            return QStringLiteral("box %1 and box %2").arg(std::prev(here)->first.second).arg(event.box);
    }
    return {};
}

} // namespace

bool isNear(double a, double b)
{
    return std::abs(a - b) <= kTolerance;
}

int firstDifference(const std::vector<QRectF> &a, const std::vector<QRectF> &b)
{
    const int shared = std::min(sizeOf(a), sizeOf(b));
    for (int i = 0; i < shared; ++i) {
        const QRectF &p = a[uz(i)];
        const QRectF &q = b[uz(i)];
        if (!isNear(p.x(), q.x()) || !isNear(p.y(), q.y()) || !isNear(p.width(), q.width()) ||
            !isNear(p.height(), q.height()))
            return i;
    }
    return sizeOf(a) == sizeOf(b) ? -1 : shared;
}

QRectF boundsOf(const std::vector<QRectF> &boxes)
{
    QPointF corner(boxes.front().topLeft());
    QPointF opposite(boxes.front().bottomRight());
    for (const QRectF &box : boxes) {
        corner = {std::min(corner.x(), box.left()), std::min(corner.y(), box.top())};
        opposite = {std::max(opposite.x(), box.right()), std::max(opposite.y(), box.bottom())};
    }
    return {corner, opposite};
}

QString firstBrokenPromise(const Forest &forest, const TreeGaps &gaps, const std::vector<QRectF> &boxes)
{
    if (sizeOf(boxes) != forest.size())
        return QStringLiteral("%1 boxes for %2").arg(boxes.size()).arg(forest.size());
    if (const QString overlap = firstOverlap(boxes); !overlap.isEmpty())
        return QStringLiteral("overlap of %1").arg(overlap);
    if (!boxes.empty() && (!isNear(boundsOf(boxes).left(), 0) || !isNear(boundsOf(boxes).top(), 0)))
        return QStringLiteral("the smallest coordinates are not 0");

    const std::vector<std::vector<int>> children = childLists(forest.parents);
    for (int parent = 0; parent <= forest.size(); ++parent) {
        const bool isVirtual = parent == forest.size();
        const std::vector<int> &own = children[uz(parent)];
        const double top = isVirtual ? 0 : boxes[uz(parent)].bottom() + gaps.level;
        for (int k = 0; k < sizeOf(own); ++k) {
            const QRectF &box = boxes[uz(own[uz(k)])];
            if (box.width() != forest.widths[uz(own[uz(k)])] || box.height() != forest.heights[uz(own[uz(k)])])
                return QStringLiteral("box %1 has another size").arg(own[uz(k)]);
            if (!isNear(box.top(), top))
                return QStringLiteral("box %1 does not begin one level gap behind its parent").arg(own[uz(k)]);
            if (k > 0 && box.left() - boxes[uz(own[uz(k - 1)])].right() < gaps.sibling - kTolerance)
                return QStringLiteral("box %1 is out of order or too near").arg(own[uz(k)]);
        }
        if (!isVirtual && !own.empty() &&
            !isNear(boxes[uz(parent)].center().x(),
                    (boxes[uz(own.front())].center().x() + boxes[uz(own.back())].center().x()) / 2))
            return QStringLiteral("box %1 is not centred over its children").arg(parent);
    }
    return {};
}

bool isInside(const QLineF &line, const QRectF &box)
{
    const QRectF inner = box.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance);
    const QRectF reach = QRectF(line.p1(), line.p2()).normalized();
    return reach.right() > inner.left() && reach.left() < inner.right() && reach.bottom() > inner.top() &&
           reach.top() < inner.bottom();
}

bool keepsOrder(std::span<const int> parents, std::span<const QRectF> boxes)
{
    std::vector<int> last(parents.size() + 1, -1);
    for (int i = 0; i < sizeOf(parents); ++i) {
        int &before = last[uz(parents[uz(i)] + 1)];
        if (before >= 0) {
            const QRectF &a = boxes[uz(before)];
            const QRectF &b = boxes[uz(i)];
            if (b.left() < a.right() - kTolerance && b.top() < a.bottom() - kTolerance)
                return false;
        }
        before = i;
    }
    return true;
}

bool touches(const QRectF &box, std::span<const QLineF> lines)
{
    const QRectF edge = box.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
    return std::ranges::any_of(
        lines, [&edge](const QLineF &line) { return edge.contains(line.p1()) || edge.contains(line.p2()); });
}

} // namespace bomay::test

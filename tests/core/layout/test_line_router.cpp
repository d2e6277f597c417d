// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/layout/line_router.h"
#include "tests/support/test_main.h"

#include <random>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

bool isThrough(QPointF a, QPointF b, const QRectF &box)
{
    const QRectF inside = box.adjusted(0.01, 0.01, -0.01, -0.01);
    const QRectF way = QRectF(a, b).normalized();
    return way.left() < inside.right() && way.right() > inside.left() && way.top() < inside.bottom() &&
           way.bottom() > inside.top();
}

bool isOnEdge(QPointF point, const QRectF &box)
{
    const bool isBeside = qAbs(point.x() - box.left()) < 1e-9 || qAbs(point.x() - box.right()) < 1e-9;
    const bool isOver = qAbs(point.y() - box.top()) < 1e-9 || qAbs(point.y() - box.bottom()) < 1e-9;
    return (isBeside && point.y() > box.top() && point.y() < box.bottom()) ||
           (isOver && point.x() > box.left() && point.x() < box.right());
}

bool isOnWay(QPointF point, const Way &way)
{
    for (std::size_t i = 1; i < way.size(); ++i)
        if (QRectF(way[i - 1], way[i]).normalized().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point))
            return true;
    return false;
}

/// The first thing that is wrong with the ways of a request; empty = nothing.
QString firstWrong(const std::vector<Way> &ways, const RouteRequest &request, const std::vector<QRectF> &boxes)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Way &way = ways[i];
        if (way.size() < 2)
            return u"no way to %1"_s.arg(i);
        for (std::size_t k = 1; k < way.size(); ++k) {
            if (way[k - 1].x() != way[k].x() && way[k - 1].y() != way[k].y())
                return u"slanting way to %1"_s.arg(i);
            for (const QRectF &box : boxes)
                if (isThrough(way[k - 1], way[k], box))
                    return u"way to %1 through a box"_s.arg(i);
        }
        if (!isOnEdge(way.back(), request.to[i].rect))
            return u"way %1 ends nowhere"_s.arg(i);
        const bool isBranch =
            std::ranges::any_of(ways, [&](const Way &other) { return &other != &way && isOnWay(way.front(), other); });
        if (!isOnEdge(way.front(), request.from.rect) && !isBranch)
            return u"way %1 begins nowhere"_s.arg(i);
        isFirst = false;
    }
    return isFirst ? u"no ways"_s : QString();
}

/// Boxes of several sizes in rows, with the gaps that charts have.
std::vector<QRectF> rowsOfBoxes(std::mt19937 &random)
{
    const auto between = [&random](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    std::vector<QRectF> boxes;
    double y = 0;
    for (int row = between(2, 6); row > 0; --row) {
        double x = between(0, 30);
        double height = 0;
        for (int column = between(1, 8); column > 0; --column) {
            boxes.emplace_back(x, y, between(12, 60), between(6, 30));
            x = boxes.back().right() + (random() % 2 == 0 ? 2.5 : 5);
            height = std::max(height, boxes.back().height());
        }
        y += height + (random() % 2 == 0 ? 2.5 : 9);
    }
    return boxes;
}

} // namespace

class TestLineRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waysRunRoundEveryBox()
    {
        for (std::uint32_t seed = 1; seed <= 80; ++seed) {
            std::mt19937 random(seed);
            const std::vector<QRectF> boxes = rowsOfBoxes(random);
            LineRouter router(boxes, {});
            LineRouter again(boxes, {});
            for (int i = 0; i < 6; ++i) {
                const std::size_t first = random() % boxes.size();
                RouteRequest request{{boxes[first], false}, {}};
                for (auto k = 1 + random() % 4; k > 0; --k)
                    if (const std::size_t other = random() % boxes.size(); other != first)
                        request.to.push_back({boxes[other], random() % 3 == 0});
                const std::vector<Way> ways = router.route(request);
                if (request.to.empty())
                    continue;
                const QString wrong = firstWrong(ways, request, boxes);
                QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1, %2: %3"_s.arg(seed).arg(i).arg(wrong)));
                QVERIFY(again.route(request) == ways);
            }
        }
    }

    void aWayHasNoNeedlessBends()
    {
        const std::vector<QRectF> boxes{{0, 0, 20, 10}, {60, 0, 20, 10}};
        LineRouter router(boxes, {});
        QCOMPARE(router.route({{boxes[0]}, {{boxes[1]}}}).front(), (Way{{20, 5}, {60, 5}}));
    }

    /// Several lines from one box share their way, as those of a tree do.
    void waysOfOneRequestBranch()
    {
        const std::vector<QRectF> boxes{{0, 0, 20, 10}, {100, 0, 20, 10}, {100, 20, 20, 10}};
        LineRouter router(boxes, {});
        const std::vector<Way> ways = router.route({{boxes[0]}, {{boxes[1]}, {boxes[2]}}});
        QVERIFY(isOnWay(ways[1].front(), ways[0]));
        QVERIFY(ways[1].front().x() > 20);
    }

    /// Two lines upon each other would look like one.
    void aWayKeepsOffLinesThatAreThere()
    {
        const std::vector<QRectF> boxes{{0, 0, 20, 10}, {60, 0, 20, 10}};
        LineRouter router(boxes, {QLineF(10, 5, 70, 5)});
        const Way way = router.route({{boxes[0]}, {{boxes[1]}}}).front();
        double along = 0;
        for (std::size_t i = 1; i < way.size(); ++i)
            if (qAbs(way[i].y() - 5) < 0.4 && qAbs(way[i - 1].y() - 5) < 0.4)
                along += qAbs(way[i].x() - way[i - 1].x());
        QVERIFY2(along < 5, qPrintable(QString::number(along)));
    }

    /// However many ways are asked for, the search ends; what was found is right.
    void theSearchForAllWaysIsBounded()
    {
        std::vector<QRectF> boxes;
        for (int i = 0; i < 100; ++i)
            boxes.emplace_back(30 * (i % 10), 20 * (i / 10), 20, 10);
        LineRouter router(boxes, {}, 60'000);
        int found = 0;
        int missing = 0;
        for (int i = 0; i + 11 < sizeOf(boxes); ++i) {
            const RouteRequest request{{boxes[uz(i)]}, {{boxes[uz(i + 11)]}}};
            const std::vector<Way> ways = router.route(request);
            ++(ways.front().empty() ? missing : found);
            if (!ways.front().empty())
                QCOMPARE(firstWrong(ways, request, boxes), QString());
            else
                QVERIFY(found > 0); // and from then on
        }
        QVERIFY2(found > 5 && missing > 5, qPrintable(u"%1, %2"_s.arg(found).arg(missing)));
    }

    void whatIsNearIsFoundInItsOrder()
    {
        std::mt19937 random(1);
        const auto some = [&random] {
            const auto number = [&random](unsigned most) { return static_cast<double>(random() % most) - 300; };
            return QRectF(number(900), number(900), (number(400) + 300) / 2, (number(400) + 300) / 2);
        };
        PlaneIndex index;
        std::vector<QRectF> rects;
        for (int i = 0; i < 300; ++i) {
            rects.push_back(some());
            index.add(rects.back());
        }
        for (int i = 0; i < 50; ++i) {
            const QRectF window = some();
            const std::vector<int> found = index.near(window);
            QVERIFY(std::ranges::is_sorted(found));
            for (int k = 0; k < sizeOf(rects); ++k)
                if (rects[uz(k)].intersects(window))
                    QVERIFY(std::ranges::binary_search(found, k));
            QVERIFY(found.size() < rects.size());
        }
    }

    void aLineOfTextIsMetAtTheEdgesOfItsBox()
    {
        const std::vector<QRectF> boxes{{0, 0, 20, 10}, {60, 0, 20, 40}};
        const QRectF line(60, 25, 20, 4);
        LineRouter router(boxes, {});
        const Way way = router.route({{boxes[0]}, {{line, true}}}).front();
        QCOMPARE(way.back(), QPointF(60, 27));
    }
};

BM_TEST_MAIN(TestLineRouter)
#include "test_line_router.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/grid.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <cmath>
#include <random>

using namespace bomay;

namespace {

const std::vector<QSizeF> kFive{{10, 5}, {20, 6}, {30, 7}, {40, 8}, {50, 9}};

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingGivesNothing()
    {
        const GridPlacement placement = layoutGrid({}, {});
        QVERIFY(placement.boxes.empty());
        QCOMPARE(placement.size, QSizeF(0, 0));
        QCOMPARE(gridColumnsForAspect({}, 2, 1), 1);
    }

    void filledByRowBoxesTakeTheirCell()
    {
        const GridPlacement placement = layoutGrid(kFive, {.columns = 2, .gap = 2, .order = GridOrder::ByRow});
        const std::vector<QRectF> expected{
            {0, 0, 50, 6}, {52, 0, 40, 6}, {0, 8, 50, 8}, {52, 8, 40, 8}, {0, 18, 50, 9}};
        QCOMPARE(placement.boxes, expected);
        QCOMPARE(placement.size, QSizeF(92, 27));
    }

    void filledByColumnBoxesTakeTheirCell()
    {
        const GridPlacement placement = layoutGrid(kFive, {.columns = 2, .gap = 2, .order = GridOrder::ByColumn});
        const std::vector<QRectF> expected{
            {0, 0, 30, 8}, {0, 10, 30, 9}, {0, 21, 30, 7}, {32, 0, 50, 8}, {32, 10, 50, 9}};
        QCOMPARE(placement.boxes, expected);
        QCOMPARE(placement.size, QSizeF(82, 28));
    }

    void columnsThatStayEmptyTakeNoRoom()
    {
        const GridPlacement placement = layoutGrid(kFive, {.columns = 4, .gap = 2, .order = GridOrder::ByColumn});
        QCOMPARE(placement.size, QSizeF(20 + 40 + 50 + 2 * 2, 9 + 8 + 2)); // 2 + 2 + 1
    }

    void columnsOutOfRangeAreBroughtBack()
    {
        QCOMPARE(layoutGrid(kFive, {.columns = 0}).boxes, layoutGrid(kFive, {.columns = 1}).boxes);
        QCOMPARE(layoutGrid(kFive, {.columns = 99}).boxes, layoutGrid(kFive, {.columns = 5}).boxes);
    }

    void aspectIsMetAsNearlyAsCanBe()
    {
        std::mt19937 engine(1);
        for (const int count : {1, 2, 34, 61, 168}) {
            std::vector<QSizeF> sizes;
            for (int i = 0; i < count; ++i)
                sizes.emplace_back(120 + engine() % 160, 40 + engine() % 70);
            for (const double aspect : {0.1, 0.707, 1.0, 1.414, 20.0}) {
                int best = 0;
                double bestDistance = 1e9;
                for (int columns = 1; columns <= count; ++columns) {
                    const QSizeF size = layoutGrid(sizes, {.columns = columns, .gap = 4}).size;
                    const double distance = std::abs(std::log(size.width() / size.height() / aspect));
                    if (distance < bestDistance - 1e-12) {
                        best = columns;
                        bestDistance = distance;
                    }
                }
                QCOMPARE(gridColumnsForAspect(sizes, 4, aspect), best);
            }
        }
    }

    void manyBoxesDoNotTakeMinutes()
    {
        const std::vector<QSizeF> sizes(100'000, QSizeF(200, 50));
        QElapsedTimer timer;
        timer.start();
        const int columns = gridColumnsForAspect(sizes, 4, 1.414);
        QVERIFY(columns > 150 && columns < 250);
        QVERIFY(timer.elapsed() < 10'000); // trying every number would take minutes
    }
};

BM_TEST_MAIN(TestGrid)
#include "test_grid.moc"

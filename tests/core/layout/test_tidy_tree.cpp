// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/layout/forest.h"
#include "tests/core/layout/naive_tree.h"
#include "tests/core/layout/promises.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <algorithm>

using namespace bomay;
using namespace bomay::test;

namespace {

constexpr int kMany = 100'000;

} // namespace

class TestTidyTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingGivesNothing() { QVERIFY(layoutTidyTree({}).empty()); }

    void oneBoxStandsInTheCorner()
    {
        Forest forest;
        forest.add(-1, 30, 10);
        QCOMPARE(firstDifference(layoutTidyTree(forest.input()), {QRectF(0, 0, 30, 10)}), -1);
    }

    void smallTreeIsPlacedByHand()
    {
        Forest forest; // a root of 20 over a narrow box and a wide box, the wide one over two
        forest.add(-1, 20, 10);
        forest.add(0, 10, 30);
        forest.add(0, 40, 10);
        forest.add(2, 20, 5);
        forest.add(2, 20, 5);
        const std::vector<QRectF> expected{
            {15, 0, 20, 10}, {0, 18, 10, 30}, {25, 18, 40, 10}, {23, 36, 20, 5}, {47, 36, 20, 5}};
        const std::vector<QRectF> boxes = layoutTidyTree(forest.input({.sibling = 4, .cousin = 13, .level = 8}));
        QCOMPARE(firstDifference(boxes, expected), -1);
    }

    void subtreeComesAsNearAsItsBoxesAllow()
    {
        // A leaf beside a subtree whose children are wide: the two stand side by side, with the children reaching below
        // the leaf, whether it is left or right of them.
        for (const bool leafFirst : {true, false}) {
            Forest forest;
            forest.add(-1, 10, 10);
            if (leafFirst)
                forest.add(0, 10, 10);
            forest.add(0, 10, 10);
            const int unit = forest.size() - 1;
            forest.add(unit, 100, 10);
            forest.add(unit, 100, 10);
            if (!leafFirst)
                forest.add(0, 10, 10);
            const std::vector<QRectF> boxes = layoutTidyTree(forest.input());
            const QRectF &right = boxes.at(leafFirst ? 2 : 4);
            QCOMPARE(right.left() - boxes.at(1).right(), 4.0);
        }
    }

    void smallSubtreesInBetweenAreSpreadEvenly()
    {
        // Two subtrees hold each other apart at the second level; three leaves stand between their roots.
        Forest forest;
        forest.add(-1, 10, 10);
        forest.add(0, 10, 10);
        forest.add(1, 200, 10);
        for (int i = 0; i < 3; ++i)
            forest.add(0, 10, 10);
        forest.add(0, 10, 10);
        forest.add(6, 200, 10);
        const std::vector<QRectF> boxes = layoutTidyTree(forest.input());
        const std::vector<double> row{boxes.at(1).x(), boxes.at(3).x(), boxes.at(4).x(), boxes.at(5).x(),
                                      boxes.at(6).x()};
        for (std::size_t k = 1; k < row.size(); ++k)
            QVERIFY(isNear(row[k] - row[k - 1], 204.0 / 4));
    }

    void cousinsKeepTheirOwnGap()
    {
        Forest forest;
        forest.add(-1, 10, 10);
        forest.add(0, 10, 10);
        forest.add(1, 50, 10);
        forest.add(0, 10, 10);
        forest.add(3, 50, 10);
        const std::vector<QRectF> boxes = layoutTidyTree(forest.input({.sibling = 4, .cousin = 9, .level = 8}));
        QCOMPARE(boxes.at(4).left() - boxes.at(2).right(), 9.0);
    }

    void rootsStandSideBySide()
    {
        Forest forest;
        forest.add(-1, 30, 10);
        forest.add(-1, 20, 40);
        const std::vector<QRectF> expected{{0, 0, 30, 10}, {34, 0, 20, 40}};
        QCOMPARE(firstDifference(layoutTidyTree(forest.input()), expected), -1);
    }

    void promisesHold_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("roots");
        QTest::addColumn<double>("level");
        QTest::newRow("bushy") << int(Shape::Bushy) << 400 << 1 << 8.0;
        QTest::newRow("bushy forest") << int(Shape::Bushy) << 400 << 7 << 8.0;
        QTest::newRow("deep") << int(Shape::Deep) << 400 << 1 << 8.0;
        QTest::newRow("deep forest without level gap") << int(Shape::Deep) << 400 << 3 << 0.0;
        QTest::newRow("municipal") << int(Shape::Municipal) << 400 << 1 << 20.0;
        QTest::newRow("municipal, large") << int(Shape::Municipal) << 20'000 << 2 << 20.0;
    }
    void promisesHold()
    {
        QFETCH(int, shape);
        QFETCH(int, count);
        QFETCH(int, roots);
        QFETCH(double, level);
        const TreeGaps gaps{.sibling = 4, .cousin = 6, .level = level};
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            const Forest forest = randomForest(static_cast<Shape>(shape), count, roots, seed);
            const QString broken = firstBrokenPromise(forest, gaps, layoutTidyTree(forest.input(gaps)));
            QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(broken)));
        }
    }

    void sameAsNaiveReference_data()
    {
        QTest::addColumn<int>("shape");
        QTest::newRow("bushy") << int(Shape::Bushy);
        QTest::newRow("deep") << int(Shape::Deep);
        QTest::newRow("municipal") << int(Shape::Municipal);
    }
    void sameAsNaiveReference()
    {
        QFETCH(int, shape);
        const std::vector<TreeGaps> allGaps{
            {}, {.sibling = 4, .cousin = 7, .level = 8}, {.sibling = 10, .cousin = 6, .level = 0}, {0, 0, 0}};
        for (std::uint32_t seed = 1; seed <= 600; ++seed) {
            const int count = 1 + static_cast<int>(seed % 60);
            const Forest forest = randomForest(static_cast<Shape>(shape), count, 1 + static_cast<int>(seed % 3), seed);
            const TreeGaps &gaps = allGaps[seed % allGaps.size()];
            const int difference = firstDifference(layoutTidyTree(forest.input(gaps)), naiveTidyTree(forest, gaps));
            QVERIFY2(difference < 0, qPrintable(QStringLiteral("seed %1, box %2").arg(seed).arg(difference)));
        }
    }

    void mirroredTreeIsTheMirroredPicture_data() { sameAsNaiveReference_data(); }
    void mirroredTreeIsTheMirroredPicture()
    {
        QFETCH(int, shape);
        for (std::uint32_t seed = 1; seed <= 100; ++seed) {
            const Forest forest = randomForest(static_cast<Shape>(shape), 300, 1 + static_cast<int>(seed % 3), seed);
            const MirroredForest mirror = mirrored(forest);
            const std::vector<QRectF> boxes = layoutTidyTree(forest.input());
            const std::vector<QRectF> mirrorBoxes = layoutTidyTree(mirror.forest.input());
            const double width = boundsOf(boxes).width();
            QVERIFY(isNear(width, boundsOf(mirrorBoxes).width()));
            for (std::size_t k = 0; k < mirrorBoxes.size(); ++k) {
                const QRectF &box = boxes.at(mirror.original[k]);
                QVERIFY2(isNear(width - box.right(), mirrorBoxes[k].left()), qPrintable(QString::number(seed)));
            }
        }
    }

    void equalSubtreesLookEqual()
    {
        // The same random tree hangs three times in one chart, between others and at two depths.
        for (std::uint32_t seed = 1; seed <= 50; ++seed) {
            const Forest repeated = randomForest(Shape::Deep, 80, 1, seed);
            const Forest other = randomForest(Shape::Bushy, 50, 1, seed + 1000);
            Forest forest;
            std::vector<int> starts;
            forest.add(-1, 100, 50);
            starts.push_back(forest.hang(repeated, 0));
            forest.hang(other, 0);
            starts.push_back(forest.hang(repeated, 0));
            forest.add(0, 60, 90);
            starts.push_back(forest.hang(repeated, forest.size() - 1));

            const std::vector<QRectF> boxes = layoutTidyTree(forest.input());
            const auto picture = [&](int start) {
                std::vector<QRectF> part(boxes.begin() + start, boxes.begin() + start + repeated.size());
                const QPointF corner = part.at(0).topLeft();
                for (QRectF &box : part)
                    box.translate(-corner);
                return part;
            };
            QCOMPARE(firstDifference(picture(starts[0]), picture(starts[1])), -1);
            QCOMPARE(firstDifference(picture(starts[0]), picture(starts[2])), -1);
        }
    }

    void sameInputGivesTheSameBits()
    {
        const Forest forest = randomForest(Shape::Municipal, 5000, 1, 7);
        const std::vector<QRectF> once = layoutTidyTree(forest.input());
        const std::vector<QRectF> again = layoutTidyTree(forest.input());
        QVERIFY(std::ranges::equal(once, again, [](const QRectF &a, const QRectF &b) {
            return a.x() == b.x() && a.y() == b.y() && a.width() == b.width() && a.height() == b.height();
        }));
    }

    void growingRightIsGrowingDownTransposed()
    {
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const Forest forest = randomForest(Shape::Bushy, 300, 2, seed);
            const Forest transposed{forest.parents, forest.heights, forest.widths};
            std::vector<QRectF> boxes = layoutTidyTree(forest.input({}, GrowDirection::Right));
            for (QRectF &box : boxes)
                box = QRectF(box.y(), box.x(), box.height(), box.width());
            QCOMPARE(firstDifference(boxes, layoutTidyTree(transposed.input())), -1);
        }
    }

    void chainOf100000Passes()
    {
        Forest forest;
        for (int i = 0; i < kMany; ++i)
            forest.add(i - 1, 120 + i % 7, 40 + i % 5);
        QCOMPARE(firstBrokenPromise(forest, {}, layoutTidyTree(forest.input())), QString());
    }

    void starOf100000Passes()
    {
        Forest forest;
        for (int i = 0; i < kMany; ++i)
            forest.add(i == 0 ? -1 : 0, 120 + i % 7, 40 + i % 5);
        QCOMPARE(firstBrokenPromise(forest, {}, layoutTidyTree(forest.input())), QString());
    }

    void chainOf50000WithALeafAtEveryBoxPasses()
    {
        Forest forest; // the leaf comes first, so that every second box is the next link
        forest.add(-1, 100, 50);
        for (int link = 0; forest.size() < kMany; link = forest.size() - 1) {
            forest.add(link, 150, 60);
            forest.add(link, 120 + link % 7, 40 + link % 5);
        }
        QCOMPARE(firstBrokenPromise(forest, {}, layoutTidyTree(forest.input())), QString());
    }

    void twoChainsOf50000SideBySidePass()
    {
        Forest forest;
        for (int i = 0; i < kMany; ++i)
            forest.add(i == kMany / 2 ? 0 : i - 1, 120 + i % 7, 40 + i % 5);
        QCOMPARE(firstBrokenPromise(forest, {}, layoutTidyTree(forest.input())), QString());
    }

    void starWithEverLowerBoxesPasses()
    {
        Forest forest; // every box stays on the right contour
        forest.add(-1, 100, 50);
        for (int i = 0; i < kMany; ++i)
            forest.add(0, 100, 1000 - i * 0.01);
        QCOMPARE(firstBrokenPromise(forest, {}, layoutTidyTree(forest.input())), QString());
    }

    void boxesWithoutSizeAndGapsPass()
    {
        Forest forest = randomForest(Shape::Bushy, 200, 3, 5);
        std::ranges::fill(forest.widths, 0);
        std::ranges::fill(forest.heights, 0);
        const std::vector<QRectF> boxes = layoutTidyTree(forest.input({0, 0, 0}));
        QCOMPARE(firstDifference(boxes, std::vector<QRectF>(200)), -1);
    }
};

BM_TEST_MAIN(TestTidyTree)
#include "test_tidy_tree.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/layout/fit_layout.h"
#include "core/layout/group_division.h"
#include "tests/core/layout/promises.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <numeric>
#include <random>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNothing = 1e-6; ///< mm

const QSizeF kLandscape(400, 277);
const QSizeF kPortrait(277, 400);

/// The boxes of a forest in millimetres; a line from the left meets each at its middle.
std::vector<FitNode> nodesOf(const Forest &forest)
{
    std::vector<FitNode> nodes;
    for (int i = 0; i < forest.size(); ++i) {
        const QSizeF size(forest.widths[uz(i)] / 7, forest.heights[uz(i)] / 7);
        nodes.push_back({forest.parents[uz(i)], {{size, {0, size.height() / 2}}}});
    }
    return nodes;
}

double scaleIn(const FitPlacement &placement, const QSizeF &room)
{
    return std::min({1.0, room.width() / placement.size.width(), room.height() / placement.size.height()});
}

/// Everything that holds for any forest; an empty text where all of it does.
QString firstBrokenPromise(const std::vector<FitNode> &nodes, const FitPlacement &placed, const FitGaps &gaps)
{
    const QRectF whole(QPointF(0, 0), placed.size);
    for (int i = 0; i < sizeOf(nodes); ++i) {
        const QRectF &box = placed.boxes[uz(i)];
        if (box.size() != nodes[uz(i)].shapes[uz(placed.shapes[uz(i)])].size)
            return u"size of %1"_s.arg(i);
        if (!whole.adjusted(-kNothing, -kNothing, kNothing, kNothing).contains(box))
            return u"%1 outside"_s.arg(i);
        const int parent = nodes[uz(i)].parent;
        if (parent >= 0 && box.top() < placed.boxes[uz(parent)].bottom() + gaps.level - kNothing)
            return u"%1 does not begin below its parent"_s.arg(i);
        for (int k = 0; k < i; ++k)
            if (box.intersects(placed.boxes[uz(k)]))
                return u"%1 over %2"_s.arg(i).arg(k);
        for (const QLineF &line : placed.lines[uz(i)]) {
            if (std::abs(line.dx()) > kNothing && std::abs(line.dy()) > kNothing)
                return u"slanting line of %1"_s.arg(i);
            for (int k = 0; k < sizeOf(nodes); ++k)
                if (isInside(line, placed.boxes[uz(k)]))
                    return u"line of %1 through %2"_s.arg(i).arg(k);
        }
    }
    return {};
}

bool keepsOrder(const std::vector<FitNode> &nodes, const FitPlacement &placed)
{
    std::vector<int> parents;
    for (const FitNode &node : nodes)
        parents.push_back(node.parent);
    return test::keepsOrder(parents, placed.boxes);
}

/// Every child has a line that ends at its box, and every parent one that begins at its own.
bool isConnected(const std::vector<FitNode> &nodes, const FitPlacement &placed)
{
    for (int i = 0; i < sizeOf(nodes); ++i) {
        const int parent = nodes[uz(i)].parent;
        if (parent < 0)
            continue;
        const auto &lines = placed.lines[uz(parent)];
        if (!touches(placed.boxes[uz(i)], lines) || !touches(placed.boxes[uz(parent)], lines))
            return false;
    }
    return true;
}

/// The least thickness of all divisions of the items from `begin` on, gaps 4 in a group and 3 between groups: each
/// first group, in each thickness that an item of it has, is tried.
double thinnestByTrial(const std::vector<std::vector<ThinDivisions::Option>> &items, std::size_t begin, double most)
{
    if (begin == items.size())
        return -3;
    double least = 1e9;
    for (std::size_t end = begin + 1; end <= items.size(); ++end)
        for (std::size_t thickest = begin; thickest < end; ++thickest)
            for (const ThinDivisions::Option &limit : items[thickest]) {
                double length = -4;
                for (std::size_t i = begin; i < end; ++i) {
                    double shortest = 1e9;
                    for (const ThinDivisions::Option &option : items[i])
                        if (option.thickness <= limit.thickness)
                            shortest = std::min(shortest, option.length);
                    length += shortest + 4;
                }
                if (length <= most + 1e-9)
                    least = std::min(least, limit.thickness + 3 + thinnestByTrial(items, end, most));
            }
    return least;
}

} // namespace

class TestFitLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thickItemsStandTogether()
    {
        std::vector<std::vector<ThinDivisions::Option>> items;
        for (const double thickness : {9, 9, 9, 9, 1, 1})
            items.push_back({{10, thickness}});
        const ThinDivisions divisions(items, 0, 2, 10);
        QCOMPARE(divisions.shortest(), 10.0);
        QCOMPARE(divisions.within(40).ends, (std::vector{4, 6}));
        QCOMPARE(divisions.within(40).limits, (std::vector{9.0, 1.0}));
        QCOMPARE(divisions.within(30).ends, (std::vector{3, 6}));
        QCOMPARE(divisions.within(60).ends, std::vector{6});
    }

    /// One row is low with what is wide in it, the other one high: no limit for both would do.
    void eachGroupHasAThicknessOfItsOwn()
    {
        const std::vector<ThinDivisions::Option> wide{{20, 2}};
        const std::vector<ThinDivisions::Option> thick{{5, 10}};
        const std::vector<ThinDivisions::Option> either{{20, 2}, {5, 10}};
        const ThinDivisions divisions({wide, either, thick, thick, thick, thick, thick, thick, either}, 0, 1, 10);
        const ThinDivisions::Groups groups = divisions.within(40);
        QCOMPARE(groups.ends, (std::vector{2, 9}));
        QCOMPARE(groups.limits, (std::vector{2.0, 10.0}));
    }

    /// Against every division of a few items and every choice of their options.
    void noDivisionIsThinner()
    {
        std::mt19937 random(7);
        const auto upTo = [&random](int most) { return 1 + static_cast<int>(random() % uz(most)); };
        for (int round = 0; round < 300; ++round) {
            std::vector<std::vector<ThinDivisions::Option>> items(uz(1 + upTo(5)));
            for (std::vector<ThinDivisions::Option> &item : items) {
                double thickness = upTo(9);
                double length = 30 + upTo(30);
                for (int options = upTo(3); options > 0; --options) {
                    item.push_back({length, thickness});
                    thickness += upTo(9);
                    length -= upTo(9);
                }
            }
            const ThinDivisions divisions(items, 4, 3, 100);
            const double most = divisions.shortest() * (1 + upTo(300) / 100.0);
            const ThinDivisions::Groups groups = divisions.within(most);
            QCOMPARE(groups.ends.back(), sizeOf(items));
            const double found =
                std::accumulate(groups.limits.begin(), groups.limits.end(), 3.0 * (sizeOf(groups.limits) - 1));
            QVERIFY(std::abs(found - thinnestByTrial(items, 0, most)) < 1e-6);
        }
    }

    /// What stands round a chart takes its share of the room: beside something wide a chart is narrower.
    void whatStandsAroundTakesRoom()
    {
        std::vector<FitNode> nodes{{-1, {{{30, 10}, {0, 5}}}}};
        for (int i = 0; i < 200; ++i)
            nodes.push_back({0, {{{30, 10}, {0, 5}}}});
        const FitPlacement alone = fitLayout(nodes, {200, 100});
        const FitPlacement beside = fitLayout(nodes, {200, 100}, {}, FitRoots::AnyRows, {400, 0});
        QVERIFY(beside.size.width() < alone.size.width());
    }

    void promisesHoldForFamiliesOfTrees_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("roots");
        for (const int count : {1, 2, 7, 40, 150}) {
            QTest::newRow(qPrintable(u"bushy %1"_s.arg(count))) << Shape::Bushy << count << std::min(count, 3);
            QTest::newRow(qPrintable(u"deep %1"_s.arg(count))) << Shape::Deep << count << 1;
            QTest::newRow(qPrintable(u"municipal %1"_s.arg(count))) << Shape::Municipal << count << std::min(count, 2);
        }
    }
    void promisesHoldForFamiliesOfTrees()
    {
        QFETCH(Shape, shape);
        QFETCH(int, count);
        QFETCH(int, roots);
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            const std::vector<FitNode> nodes = nodesOf(randomForest(shape, count, roots, seed));
            for (const QSizeF &room : {kLandscape, kPortrait}) {
                const FitPlacement placed = fitLayout(nodes, room);
                QCOMPARE(sizeOf(placed.boxes), count);
                QCOMPARE(firstBrokenPromise(nodes, placed, {}), QString());
                QVERIFY(keepsOrder(nodes, placed));
                QVERIFY(isConnected(nodes, placed));
            }
        }
    }

    /// A branch that may fold is never smaller on the page than one in single rows.
    void itIsAtLeastAsLargeAsOneRowForEachBranch()
    {
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            const Forest forest = randomForest(Shape::Municipal, 120, 1, seed);
            const std::vector<FitNode> nodes = nodesOf(forest);
            std::vector<double> widths(forest.widths.size());
            double height = 0;
            // By hand: a branch in single rows is as wide as its children together.
            std::vector<double> below(forest.widths.size());
            std::vector<double> depth(forest.widths.size());
            for (int i = forest.size(); i-- > 0;) {
                const QSizeF size = nodes[uz(i)].shapes.front().size;
                widths[uz(i)] = std::max(size.width(), below[uz(i)] - FitGaps{}.sibling);
                depth[uz(i)] += size.height();
                if (const int parent = forest.parents[uz(i)]; parent >= 0) {
                    below[uz(parent)] += widths[uz(i)] + FitGaps{}.sibling;
                    depth[uz(parent)] = std::max(depth[uz(parent)], depth[uz(i)] + FitGaps{}.level);
                }
                height = depth[uz(i)];
            }
            const double plain = std::min({1.0, kLandscape.width() / widths[0], kLandscape.height() / height});
            const double fitted = scaleIn(fitLayout(nodes, kLandscape), kLandscape);
            QVERIFY2(fitted >= plain - kNothing, qPrintable(u"%1 < %2"_s.arg(fitted).arg(plain)));
        }
    }

    void aHundredLeavesFillThePage()
    {
        std::vector<FitNode> nodes{{-1, {{{40, 12}, {0, 6}}}}};
        for (int i = 0; i < 168; ++i)
            nodes.push_back({0, {{{30, 10}, {0, 5}}}});
        const FitPlacement placed = fitLayout(nodes, kLandscape);
        QVERIFY2(scaleIn(placed, kLandscape) > 0.9, qPrintable(QString::number(scaleIn(placed, kLandscape))));
    }

    void theShapeOfABoxIsChosenToo()
    {
        // A frame that can be wide and low or narrow and high, beside nothing: the page decides.
        const std::vector<FitNode> nodes{{-1, {{{40, 10}, {0, 5}}}}, {0, {{{300, 60}, {0, 5}}, {{60, 300}, {0, 5}}}}};
        QCOMPARE(fitLayout(nodes, kLandscape).shapes[1], 0);
        QCOMPARE(fitLayout(nodes, {100, 400}).shapes[1], 1);
    }

    void equalInputGivesEqualOutput()
    {
        const std::vector<FitNode> nodes = nodesOf(randomForest(Shape::Municipal, 300, 2, 5));
        const FitPlacement first = fitLayout(nodes, kLandscape);
        const FitPlacement second = fitLayout(nodes, kLandscape);
        QCOMPARE(first.boxes, second.boxes);
        QCOMPARE(first.lines, second.lines);
    }

    void whatIsNoForestIsRefused()
    {
        QVERIFY(fitLayout({}, kLandscape).boxes.empty());
        const std::vector<FitNode> noShape{{-1, {}}};
        QVERIFY(fitLayout(noShape, kLandscape).boxes.empty());
        const std::vector<FitNode> noPreorder{{1, {{{1, 1}, {}}}}, {-1, {{{1, 1}, {}}}}};
        QVERIFY(fitLayout(noPreorder, kLandscape).boxes.empty());
    }

    /// A chain of many levels and a star of many leaves end in time.
    void chainsAndStarsEnd()
    {
        std::vector<FitNode> chain;
        for (int i = 0; i < 3000; ++i)
            chain.push_back({i - 1, {{{20, 8}, {0, 4}}}});
        QCOMPARE(sizeOf(fitLayout(chain, kPortrait).boxes), 3000);
        std::vector<FitNode> star{{-1, {{{20, 8}, {0, 4}}}}};
        for (int i = 0; i < 3000; ++i)
            star.push_back({0, {{{20, 8}, {0, 4}}}});
        QCOMPARE(sizeOf(fitLayout(star, kPortrait).boxes), 3001);
    }
};

BM_TEST_MAIN(TestFitLayout)
#include "test_fit_layout.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/layout/branch_layout.h"
#include "tests/core/layout/promises.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <set>

using namespace bomay;
using namespace bomay::test;
using namespace Qt::StringLiterals;

namespace {

constexpr FitGaps kGaps{};

enum class Adjusting { No, ByHand };

/// A random forest whose branches have random forms, in millimetres.
std::vector<BranchNode> randomBranches(Shape shape, int count, int roots, std::uint32_t seed, Adjusting adjusting)
{
    const Forest forest = randomForest(shape, count, roots, seed);
    std::mt19937 random(seed);
    std::vector<BranchNode> nodes;
    for (int i = 0; i < forest.size(); ++i) {
        BranchNode node{forest.parents[uz(i)], {forest.widths[uz(i)] / 7, forest.heights[uz(i)] / 7}};
        node.side = node.size.height() / 3;
        node.form = static_cast<BranchForm>(random() % 6);
        node.columns = static_cast<int>(random() % 5);
        node.hasTrunk = random() % 2 == 0;
        if (adjusting == Adjusting::ByHand && random() % 4 == 0)
            node.gap = static_cast<double>(random() % 12);
        if (adjusting == Adjusting::ByHand && random() % 4 == 0)
            node.drop = static_cast<double>(random() % 15);
        if (adjusting == Adjusting::ByHand && random() % 4 == 0)
            node.offset = {static_cast<double>(random() % 40) - 20, static_cast<double>(random() % 40) - 20};
        nodes.push_back(node);
    }
    return nodes;
}

std::vector<int> parentsOf(std::span<const BranchNode> nodes)
{
    std::vector<int> parents;
    for (const BranchNode &node : nodes)
        parents.push_back(node.parent);
    return parents;
}

std::span<const QLineF> linesOf(const BranchPlacement &placed, int node)
{
    const int begin = node == 0 ? 0 : placed.lineEnds[uz(node - 1)];
    return std::span(placed.lines).subspan(uz(begin), uz(placed.lineEnds[uz(node)] - begin));
}

/// Everything that holds for any forest that grows down; an empty text where all of it does.
QString firstBrokenPromise(std::span<const BranchNode> nodes, const BranchPlacement &placed)
{
    const QRectF whole = QRectF(QPointF(0, 0), placed.size).adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
    for (int i = 0; i < sizeOf(nodes); ++i) {
        const QRectF &box = placed.boxes[uz(i)];
        const int parent = nodes[uz(i)].parent;
        if (!isNear(box.width(), nodes[uz(i)].size.width()) || !isNear(box.height(), nodes[uz(i)].size.height()))
            return u"size of %1"_s.arg(i);
        if (!whole.contains(box))
            return u"%1 outside"_s.arg(i);
        if (parent >= 0 && box.top() < placed.boxes[uz(parent)].bottom() + kGaps.level - kTolerance)
            return u"%1 does not begin below its parent"_s.arg(i);
        if (parent >= 0 &&
            (!touches(box, linesOf(placed, parent)) || !touches(placed.boxes[uz(parent)], linesOf(placed, parent))))
            return u"%1 is not connected"_s.arg(i);
        for (int k = 0; k < i; ++k)
            if (box.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance).intersects(placed.boxes[uz(k)]))
                return u"%1 over %2"_s.arg(i).arg(k);
        for (const QLineF &line : linesOf(placed, i)) {
            if (line.dx() != 0 && line.dy() != 0)
                return u"slanting line of %1"_s.arg(i);
            for (int k = 0; k < sizeOf(nodes); ++k)
                if (isInside(line, placed.boxes[uz(k)]))
                    return u"line of %1 through %2"_s.arg(i).arg(k);
        }
    }
    return keepsOrder(parentsOf(nodes), placed.boxes) ? QString() : u"order"_s;
}

/// Small squares below one root.
std::vector<BranchNode> fan(BranchForm form, int children)
{
    std::vector<BranchNode> nodes{{-1, {30, 10}, 5, form}};
    for (int i = 0; i < children; ++i)
        nodes.push_back({0, {20, 10}, 5});
    return nodes;
}

} // namespace

class TestBranchLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

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
        for (std::uint32_t seed = 1; seed <= 15; ++seed)
            for (const Adjusting adjusting : {Adjusting::No, Adjusting::ByHand}) {
                const auto nodes = randomBranches(shape, count, roots, seed, adjusting);
                const BranchPlacement placed = layoutBranches(nodes, kGaps);
                QCOMPARE(sizeOf(placed.boxes), count);
                const QString broken = firstBrokenPromise(nodes, placed);
                QVERIFY2(broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(broken)));
                const BranchPlacement again = layoutBranches(nodes, kGaps);
                QVERIFY(again.boxes == placed.boxes && again.lines == placed.lines);
            }
    }

    /// Where nothing else is asked for, it is the tidy tree.
    void tidyBranchesAreTheTidyTree()
    {
        const Forest forest = randomForest(Shape::Municipal, 200, 3, 7);
        std::vector<BranchNode> nodes;
        for (int i = 0; i < forest.size(); ++i)
            nodes.push_back({forest.parents[uz(i)], {forest.widths[uz(i)], forest.heights[uz(i)]}});
        const auto boxes = layoutTidyTree(forest.input({4, 4, 8}));
        QCOMPARE(firstDifference(layoutBranches(nodes, kGaps).boxes, boxes), -1);
        const auto turned = layoutTidyTree(forest.input({4, 4, 8}, GrowDirection::Right));
        QCOMPARE(firstDifference(layoutBranches(nodes, kGaps, GrowDirection::Right).boxes, turned), -1);
    }

    void aParentOfTidyBranchesStandsInTheirMiddle()
    {
        for (std::uint32_t seed = 1; seed <= 10; ++seed) {
            const auto nodes = randomBranches(Shape::Bushy, 60, 1, seed, Adjusting::No);
            const auto boxes = layoutBranches(nodes, kGaps).boxes;
            std::vector<std::vector<int>> children(nodes.size());
            for (int i = 1; i < sizeOf(nodes); ++i)
                children[uz(nodes[uz(i)].parent)].push_back(i);
            for (std::size_t i = 0; i < nodes.size(); ++i)
                if (nodes[i].form == BranchForm::Tidy && !children[i].empty())
                    QVERIFY(isNear(boxes[i].center().x(), (boxes[uz(children[i].front())].center().x() +
                                                           boxes[uz(children[i].back())].center().x()) /
                                                              2));
        }
    }

    void hangingBoxesStandBesideTheLine()
    {
        const auto right = layoutBranches(fan(BranchForm::HangingRight, 3)).boxes;
        QCOMPARE(right[0], QRectF(0, 0, 30, 10));
        QCOMPARE(right[1], QRectF(4, 18, 20, 10));
        QCOMPARE(right[3], QRectF(4, 46, 20, 10));
        const auto left = layoutBranches(fan(BranchForm::HangingLeft, 3)).boxes;
        QCOMPARE(left[0], QRectF(0, 0, 30, 10));
        QCOMPARE(left[1], QRectF(6, 18, 20, 10));
        auto fromTrunk = fan(BranchForm::HangingRight, 1);
        fromTrunk[0].hasTrunk = true;
        QCOMPARE(layoutBranches(fromTrunk).boxes[1], QRectF(17, 18, 20, 10));
        const auto both = layoutBranches(fan(BranchForm::HangingBoth, 3)).boxes;
        QCOMPARE(both[1], QRectF(0, 18, 20, 10));
        QCOMPARE(both[2], QRectF(24, 18, 20, 10));
        QCOMPARE(both[3], QRectF(0, 32, 20, 10));
        QCOMPARE(both[0].center().x(), 22.0);
    }

    void columnsAreAsManyAsAskedFor()
    {
        for (const int columns : {1, 2, 3, 6}) {
            auto nodes = fan(BranchForm::Columns, 12);
            nodes[0].columns = columns;
            std::set<double> lefts;
            const auto boxes = layoutBranches(nodes).boxes;
            for (std::size_t i = 1; i < boxes.size(); ++i)
                lefts.insert(boxes[i].left());
            QCOMPARE(sizeOf(lefts), columns);
        }
        // Not said: neither a wall nor a pillar.
        const QSizeF size = layoutBranches(fan(BranchForm::Columns, 60)).size;
        QVERIFY(size.width() < 2 * size.height() && size.height() < 2 * size.width());
    }

    void anOffsetMovesABoxAndOthersMakeRoom()
    {
        auto nodes = fan(BranchForm::HangingRight, 3);
        nodes[2].offset = {5, 7};
        const auto boxes = layoutBranches(nodes).boxes;
        QCOMPARE(boxes[2], QRectF(9, 39, 20, 10));
        QCOMPARE(boxes[3], QRectF(4, 53, 20, 10));
    }

    void longChainsAndWideStarsArePlaced()
    {
        constexpr int kMany = 100'000;
        for (const BranchForm form : {BranchForm::Tidy, BranchForm::HangingRight, BranchForm::HangingBoth}) {
            std::vector<BranchNode> chain;
            for (int i = 0; i < kMany; ++i)
                chain.push_back({i - 1, {10, 5}, 2, form});
            QCOMPARE(sizeOf(layoutBranches(chain).boxes), kMany);
            QCOMPARE(sizeOf(layoutBranches(fan(form, kMany)).boxes), kMany + 1);
        }
    }

    void nothingIsMadeOfNothing()
    {
        const std::vector<BranchNode> empty;
        QVERIFY(layoutBranches(empty).boxes.empty());
    }
};

BM_TEST_MAIN(TestBranchLayout)
#include "test_branch_layout.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/branch_picture.h"
#include "ui/canvas/mini_map.h"

#include <QPainter>
#include <QPicture>
#include <QRegularExpression>
#include <QScrollBar>

using namespace bomay;
using namespace Qt::StringLiterals;

using Fixture = CanvasFixture;

class TestCanvasTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void clicksWithControlSelectSeveral()
    {
        const Fixture f;
        const auto click = [&f](NodeRef node, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, modifiers, f.at(node).toPoint());
            return f.document->selection();
        };
        QCOMPARE(click(f.a), std::vector<NodeRef>({f.a}));
        QCOMPARE(click(f.c, Qt::ControlModifier), std::vector<NodeRef>({f.a, f.c}));
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.c));
        QCOMPARE(click(f.c, Qt::ControlModifier), std::vector<NodeRef>({f.a}));
        QCOMPARE(click(f.b, Qt::ShiftModifier), std::vector<NodeRef>({f.a, f.b}));
        QTest::mouseClick(f.canvas->viewport(), Qt::RightButton, {}, f.at(f.a).toPoint());
        QCOMPARE(f.document->selection().size(), 2U); // the menu speaks of both
        QCOMPARE(click(f.a), std::vector<NodeRef>({f.a}));
        QVERIFY(
            f.document->perform(removeNodes(f.document->organisation(), f.document->selection(), f.document->scope())));
        QCOMPARE(f.document->selection().size(), 0U);
    }

    void aBandSelectsWhatItTouchesAndEscapeTakesItBack()
    {
        const Fixture f;
        f.document->select(f.b);
        const QRectF row =
            f.canvas->toViewport(rectOf(f.canvas->picture(), f.a).united(rectOf(f.canvas->picture(), f.b)));
        const QPoint from = (row.topLeft() - QPointF(6, 6)).toPoint();
        const QPoint to = (row.bottomLeft() + QPointF(rectOf(f.canvas->picture(), f.a).width() / 2, -2)).toPoint();
        QTest::mousePress(f.canvas->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(f.canvas->viewport(), to);
        QCOMPARE(f.document->selection(), std::vector<NodeRef>({f.a}));
        QTest::keyClick(f.canvas.get(), Qt::Key_Escape);
        QCOMPARE(f.document->selection(), std::vector<NodeRef>({f.b}));
        QTest::mouseRelease(f.canvas->viewport(), Qt::LeftButton, {}, to);
        QTest::mousePress(f.canvas->viewport(), Qt::LeftButton, Qt::ShiftModifier, from);
        QTest::mouseMove(f.canvas->viewport(), to);
        QTest::mouseRelease(f.canvas->viewport(), Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(f.document->selection(), std::vector<NodeRef>({f.b, f.a}));
    }

    void severalAreDroppedTogetherAndControlCopies()
    {
        const Fixture f;
        QVERIFY(f.drop({f.c, f.b}, f.at(f.a)));
        QCOMPARE(f.childrenOf(f.a), QStringList({u"Tổ A1"_s, u"Phòng B"_s, u"Phòng C"_s}));
        f.document->undo();
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng B"_s, u"Phòng C"_s}));
        QVERIFY(f.drop({f.a}, f.at(f.c), Qt::ControlModifier));
        QCOMPARE(f.childrenOf(f.c), QStringList({u"Phòng A"_s}));
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng B"_s, u"Phòng C"_s}));
        QCOMPARE(f.document->session().undoTitle(), u"Sao chép"_s);
        // The copies are selected, not what they were made of.
        const NodeRef copy =
            f.document->view().units()[uz(f.document->view().unitsOfUnit(f.document->view().indexOf(f.c)).front())].id;
        QCOMPARE(f.document->selection(), std::vector<NodeRef>({copy}));
    }

    void aPostOnTheEdgeOfABoxBecomesADeputyOrAnAssistant()
    {
        const Fixture f;
        const auto roleOf = [&f](NodeRef post) {
            return f.document->view().posts()[uz(f.document->view().indexOf(post))].state.role;
        };
        const QRectF box = f.canvas->toViewport(rectOf(f.canvas->picture(), f.b));
        QVERIFY(f.drop({f.leader}, {box.center().x(), box.bottom() - 1}));
        QCOMPARE(roleOf(f.leader), PostRole::Deputy);
        QCOMPARE(f.document->session().undoTitle(), u"Đặt làm cấp phó: Tổ trưởng"_s);
        f.document->undo();
        QVERIFY(f.drop({f.leader}, {box.left() + 1, box.top() + 2}));
        QCOMPARE(roleOf(f.leader), PostRole::Assistant);
        f.document->undo();
        QVERIFY(f.drop({f.leader}, {box.center().x(), box.top() + 2}));
        QCOMPARE(roleOf(f.leader), PostRole::Head);
    }

    void aDragNearTheEdgeScrolls()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        f.canvas->horizontalScrollBar()->setValue(200);
        const std::vector<NodeRef> nodes{f.c};
        const std::unique_ptr<QMimeData> content(mimeOf(nodes));
        QDragEnterEvent enter({3, 300}, Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.canvas->viewport(), &enter);
        QDragMoveEvent over({3, 300}, Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.canvas->viewport(), &over);
        QTRY_VERIFY(f.canvas->horizontalScrollBar()->value() < 150);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(f.canvas->viewport(), &leave);
        const int stopped = f.canvas->horizontalScrollBar()->value();
        QTest::qWait(80);
        QCOMPARE(f.canvas->horizontalScrollBar()->value(), stopped);
    }

    void theMiniMapComesWhereAPartIsSeenAndLeadsElsewhere()
    {
        const Fixture f;
        auto *map = f.canvas->findChild<MiniMap *>();
        QVERIFY(!map->isVisible());
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        QVERIFY(map->isVisible());
        QVERIFY(f.canvas->viewport()->rect().contains(map->geometry()));
        const QPointF middle = rectOf(f.canvas->picture(), f.c).center();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->toMap(middle).toPoint());
        const QPointF there = f.canvas->toViewport(middle);
        QVERIFY(QRectF(f.canvas->viewport()->rect()).adjusted(150, 150, -150, -150).contains(there));
        f.canvas->showMiniMap(false);
        QVERIFY(!map->isVisible());
        f.canvas->showMiniMap(true);
        f.canvas->zoomToFit();
        QVERIFY(!map->isVisible());
    }

    void marksOfFindingsAreDrawnWhereTheyAreSeenAndOnceForEachSpot()
    {
        QAbstractScrollArea area;
        area.resize(400, 300);
        CanvasScale scale(area);
        scale.setChart({0, 0, 100, 60});
        const QRectF port(area.viewport()->rect());
        const auto paintedBytes = [&](std::vector<FindingDot> dots) {
            QPicture recorded;
            QPainter painter(&recorded);
            FindingMarks marks;
            marks.set(std::move(dots));
            marks.paint(painter, scale, port);
            painter.end();
            return recorded.size();
        };
        const auto none = paintedBytes({});
        const auto one = paintedBytes({{{50, 30}, Severity::Error}}) - none;
        QVERIFY(one > 0);
        std::vector<FindingDot> outside(1000, {{5000, 30}, Severity::Error});
        QCOMPARE(paintedBytes(outside), none);
        std::vector<FindingDot> heap(1000, {{50, 30}, Severity::Advice});
        heap.push_back({{50, 30}, Severity::Error});
        QCOMPARE(paintedBytes(heap) - none, one); // the error's mark, as it came last
        const auto two = paintedBytes({{{50, 30}, Severity::Error}, {{80, 30}, Severity::Error}}) - none;
        QVERIFY(two > one);
    }

    void theChainOfCommandIsMarked()
    {
        const Fixture f;
        const auto blueNear = [&f](NodeRef node) {
            const QImage image = f.canvas->viewport()->grab().toImage();
            const QRectF box = f.canvas->toViewport(rectOf(f.canvas->picture(), node)).adjusted(-2, -2, 2, 2);
            int blue = 0;
            for (int x = static_cast<int>(box.left()); x < static_cast<int>(box.right()); ++x) {
                const QColor colour = image.pixelColor(x, static_cast<int>(box.bottom()));
                blue += colour.blue() > colour.red() + 40;
            }
            return blue > 5;
        };
        QVERIFY(!blueNear(f.root));
        f.document->select(f.a1);
        QVERIFY(blueNear(f.root));
        QVERIFY(blueNear(f.a));
        QVERIFY(!blueNear(f.b));
    }

    void aPictureOfBranchesHasTheirBoxesAndNoMore()
    {
        const Fixture f;
        const auto pageOf = [&f](const std::vector<NodeRef> &nodes) {
            return branchPage(f.document->view(), f.fonts, f.document->chartOptions(), nodes);
        };
        const auto two = pageOf({f.a, f.a1, f.c});
        QVERIFY(two.has_value());
        for (const NodeRef node : {NodeRef(f.a), NodeRef(f.a1), NodeRef(f.c)})
            QVERIFY(QRectF(QPointF(), two->size).contains(rectOf(two->list, node)));
        QVERIFY(rectOf(two->list, f.b).isNull() && rectOf(two->list, f.root).isNull());
        QVERIFY(rectOf(two->list, f.a).right() < rectOf(two->list, f.c).left());
        const QImage image = imageOf(*two, 4);
        QCOMPARE(image.width(), qRound(two->size.width() * 4));
        QVERIFY(imageOf(*two, 1000).isNull()); // no clipboard takes that
        QVERIFY(!pageOf({}).has_value());
        QVERIFY(!pageOf({f.leader}).has_value());
    }
};

BM_GUI_TEST_MAIN(TestCanvasTools)
#include "test_canvas_tools.moc"

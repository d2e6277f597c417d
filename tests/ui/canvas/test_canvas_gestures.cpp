// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/relayout_motion.h"

#include <QPointingDevice>
#include <QScrollBar>

using namespace bomay;
using namespace Qt::StringLiterals;

using Fixture = CanvasFixture;

namespace {

struct Drag
{
    const Fixture &f;
    std::unique_ptr<QMimeData> content;

    Drag(const Fixture &fixture, const std::vector<NodeRef> &nodes, QPointF start)
        : f(fixture)
        , content(mimeOf(nodes))
    {
        QDragEnterEvent enter(start.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.canvas->viewport(), &enter);
        to(start);
    }
    ~Drag()
    {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(f.canvas->viewport(), &leave);
    }
    Drag(const Drag &) = delete;
    Drag &operator=(const Drag &) = delete;

    void to(QPointF point) const
    {
        QDragMoveEvent over(point.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.canvas->viewport(), &over);
    }
};

bool isShown(const Fixture &f, NodeRef node)
{
    return !rectOf(f.canvas->picture(), node).isNull();
}

} // namespace

class TestCanvasGestures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aPinchOnTheTouchpadZoomsAboutThePointer()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        const double before = f.canvas->scale();
        const QPointF at(300, 200);
        const QPointF under = f.canvas->toChart(at);
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                                  f.canvas->viewport()->mapToGlobal(at), 0.25, {});
        QCoreApplication::sendEvent(f.canvas->viewport(), &event);
        QCOMPARE(f.canvas->scale(), 1.25 * before);
        QVERIFY((f.canvas->toViewport(under) - at).manhattanLength() < 2);
    }

    void twoFingersOnTheScreenZoomAndSelectNothing()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        const double before = f.canvas->scale();
        QPointingDevice *screen = QTest::createTouchDevice();
        screen->setParent(f.canvas.get()); // nobody else owns it
        QWidget *port = f.canvas->viewport();
        QTest::touchEvent(port, screen).press(0, {400, 300}).press(1, {440, 300});
        for (const int apart : {60, 90, 120, 160})
            QTest::touchEvent(port, screen).move(0, {420 - apart / 2, 300}).move(1, {420 + apart / 2, 300});
        QTest::touchEvent(port, screen).release(0, {340, 300}).release(1, {500, 300});
        QVERIFY(f.canvas->scale() > 1.5 * before);
        QVERIFY(f.document->selection().empty());
    }

    void theWheelWithShiftGoesSideways()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        const int x = f.canvas->horizontalScrollBar()->value();
        const int y = f.canvas->verticalScrollBar()->value();
        const QPointF at(300, 200);
        QWheelEvent event(at, f.canvas->viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::ShiftModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(f.canvas->viewport(), &event);
        QCOMPARE(f.canvas->horizontalScrollBar()->value(), x + 60);
        QCOMPARE(f.canvas->verticalScrollBar()->value(), y);
    }

    /// The rules are asked wherever something can be dropped.
    void everyPlaceOfADropHasItsVerdict_data()
    {
        QTest::addColumn<bool>("isPost");
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("down");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, bool isPost, double across, double down, DropKind kind) {
            QTest::newRow(name) << isPost << across << down << static_cast<int>(kind);
        };
        row("a unit under another", false, 0.5, 0.5, DropKind::Under);
        row("a unit before another", false, 0.1, 0.5, DropKind::Before);
        row("a unit behind another", false, 0.9, 0.5, DropKind::Behind);
        row("a post into a unit", true, 0.5, 0.3, DropKind::Under);
        row("a post as a deputy", true, 0.5, 0.95, DropKind::AsDeputy);
        row("a post as an assistant", true, 0.05, 0.3, DropKind::AsAssistant);
    }
    void everyPlaceOfADropHasItsVerdict()
    {
        QFETCH(const bool, isPost);
        QFETCH(const double, across);
        QFETCH(const double, down);
        QFETCH(const int, kind);
        const Fixture f;
        const NodeRef dragged = isPost ? NodeRef(f.leader) : NodeRef(f.a);
        const QRectF box = f.canvas->toViewport(rectOf(f.canvas->picture(), f.c));
        const QPointF at(box.left() + across * box.width(), box.top() + down * box.height());
        QCOMPARE(static_cast<int>(dropZoneAt(box, SiblingFlow::Sideways, at, f.c, dragged).kind), kind);
        const Drag drag(f, {dragged}, at);
        QVERIFY(!f.canvas->dropVerdict().lines.isEmpty());
    }

    void aDragThatWaitsOverAFoldedBranchOpensIt()
    {
        const Fixture f;
        const std::vector<UnitId> units{f.a};
        f.document->setFolds(withFolded({}, f.document->view(), {}, units, FoldWay::Fold));
        QVERIFY(!isShown(f, f.a1));
        const QByteArray before = f.document->session().undoTitle().toUtf8();
        const Drag drag(f, {f.c}, f.at(f.a));
        QTRY_VERIFY(isShown(f, f.a1));
        QCOMPARE(f.document->session().undoTitle().toUtf8(), before);
        drag.to(f.at(f.a1));
        QCOMPARE(f.canvas->dropVerdict().lines.size(), 1); // and there it can be dropped
    }

    void aDragThatGoesOnLeavesTheBranchFolded()
    {
        const Fixture f;
        const std::vector<UnitId> units{f.a};
        f.document->setFolds(withFolded({}, f.document->view(), {}, units, FoldWay::Fold));
        const Drag drag(f, {f.c}, f.at(f.a));
        drag.to(f.at(f.b));
        QTest::qWait(900); // nothing is to happen
        QVERIFY(!isShown(f, f.a1));
    }

    void boxesGlideToTheirNewPlacesUnlessThatIsSwitchedOff()
    {
        const Fixture f;
        const auto picture = [&f] { return f.canvas->viewport()->grab().toImage(); };
        for (const bool animated : {true, false}) {
            f.canvas->setAnimated(animated);
            const QImage before = picture();
            QVERIFY(f.drop({f.c}, f.at(f.a)));
            f.document->select(std::nullopt);
            const QImage first = picture();
            QVERIFY(first != before);
            QTest::qWait(static_cast<int>(RelayoutMotion::kLength.count()) + 50);
            QCOMPARE(picture() != first, animated); // on its way at first, then arrived
            f.document->undo();
            QTest::qWait(static_cast<int>(RelayoutMotion::kLength.count()) + 50);
            QCOMPARE(picture(), before);
        }
    }

    void whatTheMouseMeetsIsWhereItWillStandAtOnce()
    {
        const Fixture f;
        QVERIFY(f.drop({f.c}, f.at(f.a)));
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, f.at(f.c).toPoint());
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.c));
    }

    void anUndoThatBringsBackWhatIsSelectedDoesNotJump()
    {
        const Fixture f;
        f.canvas->setAnimated(false);
        f.canvas->zoomTo(3 * f.canvas->naturalScale(), f.at(f.a));
        const std::vector<NodeRef> last{f.c};
        QVERIFY(f.document->perform(removeNodes(f.document->organisation(), last, f.document->scope())));
        // The last of them is not there yet: the marks know one place, of the other node.
        f.document->selectAll({f.a, f.c});
        const QPointF place = f.canvas->toViewport(rectOf(f.canvas->picture(), f.a)).center();
        f.document->undo();
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.c));
        QVERIFY((f.canvas->toViewport(rectOf(f.canvas->picture(), f.c)).center() - place).manhattanLength() > 20);
    }

    void pagesAreShownOverTheChartAsItStandsOnPaper()
    {
        const Fixture f;
        const DisplayList plain = f.canvas->picture();
        const auto grey = [&f](QPointF at) {
            const QColor colour = f.canvas->viewport()->grab().toImage().pixelColor(at.toPoint());
            return colour.lightness() < 230;
        };
        f.canvas->showPages(true);
        QVERIFY(f.canvas->pages().size() == 1);
        const QRectF page = f.canvas->pages().front().rect;
        QVERIFY(page.contains(f.canvas->picture().bounds));
        QCOMPARE(f.canvas->pages().front().label, u"A3"_s);
        QVERIFY(isShown(f, f.a1));
        const QRectF shown = f.canvas->toViewport(page);
        QVERIFY(QRectF(f.canvas->viewport()->rect()).contains(shown));
        int dashes = 0;
        for (int x = 0; x < 40; ++x)
            dashes += grey(shown.topLeft() + QPointF(20 + x, 0)) || grey(shown.topLeft() + QPointF(20 + x, 1));
        QVERIFY(dashes > 10);
        // It is edited there as everywhere.
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, f.at(f.a1).toPoint());
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.a1));
        f.canvas->showPages(false);
        QVERIFY(f.canvas->picture() == plain);
        QVERIFY(f.canvas->pages().empty());
    }
};

BM_GUI_TEST_MAIN(TestCanvasGestures)
#include "test_canvas_gestures.moc"

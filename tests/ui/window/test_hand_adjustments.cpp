// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_views.h"
#include "core/chart/hit_test.h"
#include "tests/ui/window/keyboard_fixture.h"

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// UBND over two of its offices, as large as on paper.
struct Hand : KeyboardFixture
{
    Hand()
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"Phòng Kinh tế, Hạ tầng và Đô thị"_s, Qt::Key_Tab);
        add(u"Văn phòng"_s, Qt::Key_Return);
        window->canvas().zoomToNatural();
    }

    [[nodiscard]] ChartCanvas &canvas() const { return window->canvas(); }
    [[nodiscard]] QRectF box(const QString &name) const { return rectOf(canvas().picture(), *named(name)); }
    [[nodiscard]] QPoint rightEdge(const QString &name) const
    {
        const QRectF shown = canvas().toViewport(box(name));
        return QPointF(shown.right() - 1, shown.center().y()).toPoint();
    }
    /// Drags the right edge of a selected box by so many mm.
    void drag(const QString &name, double by) const
    {
        const QPoint from = rightEdge(name);
        const QPoint to = from + QPoint(qRound(by * canvas().scale()), 0);
        QTest::mousePress(canvas().viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas().viewport(), to);
        QTest::mouseRelease(canvas().viewport(), Qt::LeftButton, {}, to);
    }
    [[nodiscard]] BranchMark markOf(const QString &name) const
    {
        return bomay::markOf(document().organisation(), document().chartView().id, *named(name));
    }
    [[nodiscard]] bool isMarked(const QString &name) const
    {
        const QImage image = canvas().viewport()->grab().toImage();
        const QColor colour = image.pixelColor(canvas().toViewport(box(name)).topLeft().toPoint() + QPoint(2, 2));
        return colour.blue() > colour.red() + 100;
    }
};

} // namespace

class TestHandAdjustments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void theEdgeOfTheSelectedBoxIsDraggedWiderAndNarrower()
    {
        const Hand f;
        f.select(u"Văn phòng"_s);
        const QByteArray before = f.json();
        const double width = f.box(u"Văn phòng"_s).width();
        f.drag(u"Văn phòng"_s, 10);
        QVERIFY(std::abs(f.box(u"Văn phòng"_s).width() - (width + 20)) < 0.6); // both edges follow, a pixel is 0.26 mm
        QCOMPARE(f.selectedName(), u"Văn phòng"_s);
        QVERIFY(f.isMarked(u"Văn phòng"_s));
        QVERIFY(!f.isMarked(u"UBND"_s));
        f.drag(u"Văn phòng"_s, -5);
        QVERIFY(std::abs(f.box(u"Văn phòng"_s).width() - (width + 10)) < 0.8);
        f.trigger(u"undo"_s);
        f.trigger(u"undo"_s); // with the view that was made for it
        QCOMPARE(f.json(), before);
    }

    void aNarrowerBoxBreaksItsName()
    {
        const Hand f;
        const QString name = u"Phòng Kinh tế, Hạ tầng và Đô thị"_s;
        f.select(name);
        const QRectF before = f.box(name);
        f.drag(name, -before.width() / 4);
        QVERIFY(f.box(name).width() < before.width() * 0.8);
        QVERIFY(f.box(name).height() > before.height());
        f.press(Qt::Key_F2); // the edit of the data
        f.type(name + u" số"_s);
        f.press(Qt::Key_Return);
        QVERIFY(f.box(name + u" số"_s).width() < before.width() * 0.8);
    }

    /// Boxes that stand under each other are as wide as the widest, but for what is chosen by hand.
    void inAColumnTheDraggedBoxAloneIsAsWideAsItWasDragged()
    {
        const Hand f;
        f.press(Qt::Key_3, Qt::ControlModifier); // hanging
        f.select(u"Văn phòng"_s);
        const double width = f.box(u"Văn phòng"_s).width();
        QCOMPARE(width, f.box(u"Phòng Kinh tế, Hạ tầng và Đô thị"_s).width());
        f.drag(u"Văn phòng"_s, -5);
        QVERIFY(std::abs(f.box(u"Văn phòng"_s).width() - (width - 10)) < 0.8);
        QCOMPARE(f.box(u"Phòng Kinh tế, Hạ tầng và Đô thị"_s).width(), width);
        f.drag(u"Văn phòng"_s, 10);
        QVERIFY(std::abs(f.box(u"Văn phòng"_s).width() - (width + 10)) < 0.8);
        QCOMPARE(f.box(u"Phòng Kinh tế, Hạ tầng và Đô thị"_s).width(), width);
    }

    /// The boxes of leaders under a name keep the width of what they say.
    void aboveLeadersTheBoxOfTheNameIsDragged()
    {
        const Hand f;
        f.select(u"UBND"_s);
        f.trigger(u"addPost"_s);
        f.type(u"Chủ tịch Ủy ban nhân dân thành phố"_s);
        f.press(Qt::Key_Return);
        f.select(u"UBND"_s);
        const auto nameBox = [&f] {
            const auto &boxes = f.canvas().picture().boxes;
            return std::ranges::find(boxes, NodeRef(*f.named(u"UBND"_s)), &BoxItem::node)->rect;
        };
        const QRectF before = nameBox();
        const QRectF shown = f.canvas().toViewport(before);
        const QPoint edge = QPointF(shown.right() - 1, shown.center().y()).toPoint();
        const QPoint to = edge + QPoint(qRound(8 * f.canvas().scale()), 0);
        QTest::mousePress(f.canvas().viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(f.canvas().viewport(), to);
        QTest::mouseRelease(f.canvas().viewport(), Qt::LeftButton, {}, to);
        QVERIFY(std::abs(nameBox().width() - (before.width() + 16)) < 0.8);
    }

    void theEdgeIsFoundWithTheMouseAndEscapeLeavesItWhereItWas()
    {
        const Hand f;
        const QByteArray before = f.json();
        const QPoint edge = f.rightEdge(u"Văn phòng"_s);
        f.document().select(std::nullopt);
        QTest::mouseMove(f.canvas().viewport(), edge);
        QCOMPARE(f.canvas().viewport()->cursor().shape(), Qt::ArrowCursor); // of what is selected alone
        f.select(u"Văn phòng"_s);
        QTest::mouseMove(f.canvas().viewport(), edge + QPoint(1, 0));
        QCOMPARE(f.canvas().viewport()->cursor().shape(), Qt::SizeHorCursor);
        QTest::mousePress(f.canvas().viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(f.canvas().viewport(), edge + QPoint(50, 0));
        f.press(Qt::Key_Escape);
        QTest::mouseRelease(f.canvas().viewport(), Qt::LeftButton, {}, edge + QPoint(50, 0));
        QCOMPARE(f.json(), before);
        QCOMPARE(f.selectedName(), u"Văn phòng"_s);
        QTest::mouseClick(f.canvas().viewport(), Qt::LeftButton, {}, edge); // moves nothing
        QCOMPARE(f.json(), before);
    }

    void adjustmentsAreReleasedInTheSelectedBranchesOrEverywhere()
    {
        const Hand f;
        f.select(u"Văn phòng"_s);
        f.drag(u"Văn phòng"_s, 10);
        f.select(u"UBND"_s);
        f.drag(u"UBND"_s, 10);
        f.select(u"Phòng Kinh tế, Hạ tầng và Đô thị"_s);
        QVERIFY(!f.window->action(u"releaseAdjustments"_s)->isEnabled());
        f.select(u"Văn phòng"_s);
        f.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!isAdjusted(f.markOf(u"Văn phòng"_s)));
        QVERIFY(isAdjusted(f.markOf(u"UBND"_s)));
        f.drag(u"Văn phòng"_s, 10);
        f.document().select(std::nullopt);
        const int steps = f.document().session().position();
        f.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(f.document().organisation().branchMarks().size(), 0);
        QCOMPARE(f.document().session().position(), steps + 1);
    }
};

BM_GUI_TEST_MAIN(TestHandAdjustments)
#include "test_hand_adjustments.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>

#include <algorithm>
#include <limits>

using namespace bomay;
using namespace Qt::StringLiterals;

using Fixture = CanvasFixture;

namespace {

/// Types over what is selected in a field, as an input method does.
void typeText(QLineEdit *field, const QString &text)
{
    field->selectAll();
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

} // namespace

class TestCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void theWholeChartIsInViewAtFirst()
    {
        const Fixture f;
        for (const NodeRef node : {NodeRef(f.root), NodeRef(f.a1), NodeRef(f.c)})
            QVERIFY(QRectF(f.canvas->viewport()->rect()).contains(f.at(node)));
        QVERIFY(f.canvas->scale() <= f.canvas->naturalScale());
    }

    void aFittedChartIsFittedAgainUntilTheUserZooms()
    {
        const Fixture f;
        const auto isWhole = [&f] {
            const QRectF chart = f.canvas->toViewport(f.canvas->picture().bounds);
            return QRectF(f.canvas->viewport()->rect()).contains(chart) &&
                   !f.canvas->horizontalScrollBar()->isVisible() && !f.canvas->verticalScrollBar()->isVisible();
        };
        f.canvas->resize(300, 200);
        QTRY_VERIFY(isWhole());
        const double small = f.canvas->scale();
        f.canvas->resize(431, 277);
        QTRY_VERIFY(f.canvas->scale() > small && isWhole());
        for (int i = 0; i < 4; ++i) // a wider chart
            QVERIFY(f.document->perform(addUnit(f.document->organisation(), {f.root, {}}, u"Phòng D"_s,
                                                UnitKind::Division, f.document->scope(), f.document->ids())));
        QTRY_VERIFY(isWhole());
        f.canvas->zoomIn();
        const double chosen = f.canvas->scale();
        f.canvas->resize(900, 600);
        QTest::qWait(0);
        QCOMPARE(f.canvas->scale(), chosen);
        f.canvas->zoomToFit();
        f.canvas->resize(300, 200);
        QTRY_VERIFY(isWhole());
    }

    void clickSelectsAndClickBesideClears()
    {
        const Fixture f;
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, f.at(f.b).toPoint());
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.b));
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(f.document->selected(), std::nullopt);
    }

    void aClickOnAPostsLineSelectsThePostAndBesideItTheUnit()
    {
        const Fixture f;
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, f.nameOf(f.leader).center().toPoint());
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.leader));
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, f.at(f.a1).toPoint());
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.a1));
    }

    void aPostsLineIsNoPlaceForAUnitButForAPost()
    {
        Fixture f;
        QVERIFY(f.document->perform(addPost(f.document->organisation(), f.a1, u"Tổ phó"_s, PostRole::Head, 0,
                                            f.document->scope(), f.document->ids())));
        const auto titles = [&f] {
            QStringList texts;
            const OrgView &view = f.document->view();
            for (const int post : view.postsOfUnit(view.indexOf(f.a1)))
                texts += view.posts()[uz(post)].state.title;
            return texts;
        };
        QCOMPARE(titles(), QStringList({u"Tổ trưởng"_s, u"Tổ phó"_s}));
        const NodeRef second =
            f.document->view().posts()[uz(f.document->view().postsOfUnit(f.document->view().indexOf(f.a1))[1])].id;
        QVERIFY(f.drop({second}, f.nameOf(f.leader).center() - QPointF(0, 1))); // on the upper half
        QCOMPARE(titles(), QStringList({u"Tổ phó"_s, u"Tổ trưởng"_s}));
        QVERIFY(f.drop({second}, f.nameOf(f.leader).center() + QPointF(0, 1)));
        QCOMPARE(titles(), QStringList({u"Tổ trưởng"_s, u"Tổ phó"_s}));
        QVERIFY(f.drop({f.c}, f.nameOf(f.leader).center())); // into the box that the line stands in
        QCOMPARE(f.childrenOf(f.a1), QStringList(u"Phòng C"_s));
    }

    void zoomKeepsThePointUnderThePointer()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 3, {450, 300});
        const QPointF anchor(600, 200);
        const QPointF before = f.canvas->toChart(anchor);
        f.canvas->zoomTo(f.canvas->scale() * 1.5, anchor);
        const QPointF after = f.canvas->toChart(anchor);
        // Scroll bars stand on whole pixels.
        QVERIFY(qAbs(after.x() - before.x()) * f.canvas->scale() < 1.5);
        QVERIFY(qAbs(after.y() - before.y()) * f.canvas->scale() < 1.5);
    }

    void wheelWithControlZooms()
    {
        const Fixture f;
        const double before = f.canvas->scale();
        QWheelEvent event({300, 300}, f.canvas->viewport()->mapToGlobal(QPointF(300, 300)), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(f.canvas->viewport(), &event);
        QVERIFY(f.canvas->scale() > before);
    }

    void middleButtonPans()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        const int before = f.canvas->horizontalScrollBar()->value();
        QTest::mousePress(f.canvas->viewport(), Qt::MiddleButton, {}, {400, 300});
        QTest::mouseMove(f.canvas->viewport(), {350, 300});
        QTest::mouseRelease(f.canvas->viewport(), Qt::MiddleButton, {}, {350, 300});
        QCOMPARE(f.canvas->horizontalScrollBar()->value(), before + 50);
    }

    void stepsInTheTreeReachEveryUnitAndThePostsInItsBox()
    {
        const Fixture f;
        const auto go = [&f](WalkStep step) {
            f.canvas->goInTree(step);
            return f.document->selected();
        };
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.root));
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.a));
        QCOMPARE(go(WalkStep::Right), std::optional<NodeRef>(f.b));
        QCOMPARE(go(WalkStep::Right), std::optional<NodeRef>(f.c));
        QCOMPARE(go(WalkStep::Right), std::optional<NodeRef>(f.c));
        QCOMPARE(go(WalkStep::Left), std::optional<NodeRef>(f.b));
        QCOMPARE(go(WalkStep::Left), std::optional<NodeRef>(f.a));
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.a1));
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.leader));
        QCOMPARE(go(WalkStep::Up), std::optional<NodeRef>(f.a1));
        QCOMPARE(go(WalkStep::Up), std::optional<NodeRef>(f.a));
        QTest::keyClick(f.canvas.get(), Qt::Key_Escape);
        QCOMPARE(f.document->selected(), std::nullopt);
    }

    void stepsOnTheScreenReachTheBoxThatIsSeenThere()
    {
        const Fixture f;
        const auto go = [&f](WalkStep step) {
            f.canvas->goOnScreen(step);
            return f.document->selected();
        };
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.root));
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.b)); // the one in the middle
        QCOMPARE(go(WalkStep::Left), std::optional<NodeRef>(f.a));
        QCOMPARE(go(WalkStep::Left), std::optional<NodeRef>(f.a));
        QCOMPARE(go(WalkStep::Down), std::optional<NodeRef>(f.a1));
        QCOMPARE(go(WalkStep::Up), std::optional<NodeRef>(f.a));
        QCOMPARE(go(WalkStep::Right), std::optional<NodeRef>(f.b));
        QCOMPARE(go(WalkStep::Right), std::optional<NodeRef>(f.c));
        QCOMPARE(go(WalkStep::Up), std::optional<NodeRef>(f.root));
    }

    void theWidthAndABranchFillTheWindow()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 5, {450, 300});
        f.canvas->zoomToWidth();
        const QRectF whole = f.canvas->toViewport(f.canvas->picture().bounds);
        QVERIFY(whole.left() >= 0 && whole.right() <= f.canvas->viewport()->width());
        f.document->select(f.a);
        f.canvas->zoomToSelection();
        const QRectF branch =
            f.canvas->toViewport(rectOf(f.canvas->picture(), f.a).united(rectOf(f.canvas->picture(), f.a1)));
        const QRectF port(f.canvas->viewport()->rect());
        QVERIFY(port.contains(branch));
        QVERIFY(f.canvas->scale() > f.canvas->naturalScale());
    }

    void dropInTheMiddleMovesUnder()
    {
        const Fixture f;
        QVERIFY(f.drop({f.c}, f.at(f.a)));
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng B"_s}));
        QCOMPARE(f.childrenOf(f.a), QStringList({u"Tổ A1"_s, u"Phòng C"_s}));
        f.document->undo();
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng B"_s, u"Phòng C"_s}));
    }

    void dropAtTheEdgesChangesTheOrder()
    {
        const Fixture f;
        QVERIFY(f.drop({f.c}, f.at(f.a, 0.1)));
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng C"_s, u"Phòng A"_s, u"Phòng B"_s}));
        QVERIFY(f.drop({f.c}, f.at(f.a, 0.9)));
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng C"_s, u"Phòng B"_s}));
        QVERIFY(f.drop({f.a}, f.at(f.b, 0.9)));
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng C"_s, u"Phòng B"_s, u"Phòng A"_s}));
    }

    void aDragTellsWhatTheRulesWouldSay()
    {
        Fixture f;
        const auto over = [&f](NodeRef dragged, QPointF where) {
            const std::unique_ptr<QMimeData> content(mimeOf({&dragged, 1}));
            QDragEnterEvent enter(where.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(f.canvas->viewport(), &enter);
            QDragMoveEvent move(where.toPoint(), Qt::MoveAction, content.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(f.canvas->viewport(), &move);
            return f.canvas->dropVerdict();
        };
        const ChangeVerdict clean = over(f.c, f.at(f.a));
        QCOMPARE(clean.kind, FindingKind::NotApplicable);
        QCOMPARE(clean.lines, QStringList{u"Không phát sinh nội dung trái quy định."_s});
        const ChangeVerdict refused = over(f.a, f.at(f.a1));
        QCOMPARE(refused.kind, FindingKind::Error);
        QVERIFY(refused.lines.front().contains(u"trực thuộc"_s));
        QCOMPARE(f.childrenOf(f.a), QStringList(u"Tổ A1"_s)); // nothing was moved
        QCOMPARE(f.childrenOf(f.root), QStringList({u"Phòng A"_s, u"Phòng B"_s, u"Phòng C"_s}));
    }

    void dropIntoTheOwnBranchIsSaidAndDoesNothing()
    {
        const Fixture f;
        QString code;
        connect(f.document.get(), &Document::failed, this, [&code](const Error &error) { code = error.code(); });
        f.drop({f.a}, f.at(f.a1));
        QCOMPARE(code, u"edit-into-itself"_s);
        QCOMPARE(f.childrenOf(f.a), QStringList({u"Tổ A1"_s}));
        QVERIFY(!f.drop({f.a}, f.at(f.a))); // on itself: nothing to drop on
    }

    void renameInPlaceTakesEnterAndLeavesOnEscape()
    {
        const Fixture f;
        f.document->select(f.b);
        f.canvas->beginRename();
        auto *editor = f.canvas->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), u"Phòng B"_s);
        editor->setText(u"Phòng Bổ nhiệm"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(f.childrenOf(f.root)[1], u"Phòng Bổ nhiệm"_s);
        QCOMPARE(f.document->session().position(), 2);
        f.canvas->beginRename();
        QTRY_COMPARE(f.canvas->findChildren<QLineEdit *>().size(), 1);
        editor = f.canvas->findChild<QLineEdit *>();
        editor->setText(u"Khác"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(f.document->session().position(), 2);
        f.canvas->beginRename(); // the same name again is no step
        QTRY_COMPARE(f.canvas->findChildren<QLineEdit *>().size(), 1);
        QTest::keyClick(f.canvas->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(f.document->session().position(), 2);
    }

    void theFieldLiesOverTheNameAndGrowsWithinTheCanvas()
    {
        const Fixture f;
        for (const NodeRef node : {NodeRef(f.leader), NodeRef(f.a1), NodeRef(f.root)}) {
            f.document->select(node);
            f.canvas->beginRename();
            const auto *editor = f.editor();
            const QRectF letters = f.nameOf(node);
            QVERIFY(QRectF(editor->geometry()).contains(letters));
            QVERIFY((QRectF(editor->geometry()).center() - letters.center()).manhattanLength() < 2);
            QVERIFY(editor->font().pixelSize() >= 12);
        }
        auto *editor = f.editor();
        const int narrow = editor->width();
        typeText(editor, QString(300, u'm'));
        QVERIFY(editor->width() > narrow);
        QVERIFY(f.canvas->viewport()->rect().contains(editor->geometry()));
        typeText(editor, u"UBND"_s);
        QVERIFY(editor->width() <= narrow + 2);
        f.canvas->zoomTo(f.canvas->naturalScale() * 4, {450, 100});
        QVERIFY(editor->font().pixelSize() > 40);
    }

    void theFieldKeepsItsPlaceWhenTheChartIsScrolled()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 3, {450, 300});
        f.document->select(f.leader);
        f.canvas->beginRename();
        f.canvas->verticalScrollBar()->setValue(f.canvas->verticalScrollBar()->value() - 40);
        QVERIFY(QRectF(f.editor()->geometry()).contains(f.nameOf(f.leader)));
    }

    void aCanvasThatGoesWithAnOpenFieldChangesNothing()
    {
        Fixture f;
        f.document->select(f.b);
        f.canvas->beginRename();
        typeText(f.editor(), u"Phòng Mới"_s);
        f.canvas.reset();
        QCOMPARE(f.childrenOf(f.root)[1], u"Phòng B"_s);
    }

    void whatIsTypedIsTakenBeforeTheDocumentIsSaved()
    {
        const Fixture f;
        f.document->select(f.b);
        f.canvas->beginRename();
        typeText(f.editor(), u"Phòng Mới"_s);
        f.document->flush();
        QCOMPARE(f.childrenOf(f.root)[1], u"Phòng Mới"_s);
        QTRY_VERIFY(f.editor() == nullptr);
    }

    void aClickWhileANameIsTypedMeansTheBoxThatWasSeenThere()
    {
        const Fixture f;
        f.canvas->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.canvas.get()));
        f.document->select(f.b);
        f.canvas->beginRename();
        QVERIFY(f.editor()->hasFocus());
        typeText(f.editor(), QString(u"Phòng Tổ chức cán bộ "_s).repeated(12)); // the row grows, what is below moves
        const QPoint where = f.at(f.a1).toPoint();
        QTest::mouseClick(f.canvas->viewport(), Qt::LeftButton, {}, where);
        QVERIFY(f.childrenOf(f.root)[1].size() > 100); // it was taken
        QVERIFY(!f.canvas->toViewport(rectOf(f.canvas->picture(), f.a1)).contains(where));
        QCOMPARE(f.document->selected(), std::optional<NodeRef>(f.a1));
        QVERIFY(f.canvas->hasFocus());
    }

    void theSelectedBoxKeepsItsPlaceInTheWindowWhenTheChartChanges()
    {
        const Fixture f;
        for (int i = 0; i < 8; ++i)
            QVERIFY(f.document->perform(addUnit(f.document->organisation(), {f.root, {}}, u"Phòng D"_s,
                                                UnitKind::Division, f.document->scope(), f.document->ids())));
        f.canvas->zoomTo(f.canvas->naturalScale() * 3, {450, 300});
        f.document->select(f.b);
        const auto place = [&f] { return f.canvas->toViewport(rectOf(f.canvas->picture(), f.b)).center(); };
        const QPointF before = place();
        QVERIFY(QRectF(f.canvas->viewport()->rect()).contains(before));
        const QRectF onPaper = rectOf(f.canvas->picture(), f.b);
        QVERIFY(f.document->perform(
            moveInRank(f.document->organisation(), f.b, 1, f.document->scope(), f.document->ids())));
        QVERIFY(rectOf(f.canvas->picture(), f.b).left() > onPaper.left() + 10); // mm
        QVERIFY((place() - before).manhattanLength() < 3);                      // scroll bars stand on whole pixels
        // With nothing selected, what is in the middle stays there.
        f.document->select(std::nullopt);
        const auto farFromMiddle = [&f](const ViewNode &node) {
            const QRectF box = rectOf(f.canvas->picture(), node.ref);
            const QPointF way = f.canvas->toViewport(box).center() - QRectF(f.canvas->viewport()->rect()).center();
            return box.isNull() ? std::numeric_limits<double>::max() : QPointF::dotProduct(way, way);
        };
        const NodeRef middle = std::ranges::min_element(f.document->view().nodes(), {}, farFromMiddle)->ref;
        const auto middlePlace = [&] { return f.canvas->toViewport(rectOf(f.canvas->picture(), middle)).center(); };
        const QPointF here = middlePlace();
        const QRectF there = rectOf(f.canvas->picture(), middle);
        QVERIFY(f.document->perform(
            moveInRank(f.document->organisation(), middle, -1, f.document->scope(), f.document->ids())));
        QVERIFY(rectOf(f.canvas->picture(), middle).left() < there.left() - 10);
        QVERIFY((middlePlace() - here).manhattanLength() < 3);
    }

    void spaceIsLetGoWhenTheKeyboardGoesElsewhere()
    {
        const Fixture f;
        f.canvas->zoomTo(f.canvas->naturalScale() * 6, {450, 300});
        f.canvas->setFocus();
        QTest::keyPress(f.canvas.get(), Qt::Key_Space);
        QFocusEvent gone(QEvent::FocusOut);
        QCoreApplication::sendEvent(f.canvas.get(), &gone);
        const int before = f.canvas->horizontalScrollBar()->value();
        QTest::mousePress(f.canvas->viewport(), Qt::LeftButton, {}, {400, 300});
        QTest::mouseMove(f.canvas->viewport(), {350, 300});
        QTest::mouseRelease(f.canvas->viewport(), Qt::LeftButton, {}, {350, 300});
        QCOMPARE(f.canvas->horizontalScrollBar()->value(), before);
    }

    void anEmptyDocumentSaysWhatToDo()
    {
        const FontTable fonts = *FontTable::builtIn();
        Document document(std::make_unique<Session>(systemPorts()));
        const MessageCatalog messages = *MessageCatalog::builtIn();
        ChartCanvas canvas({document, messages}, fonts);
        canvas.resize(600, 400);
        const QImage image = canvas.grab().toImage();
        QVERIFY(!image.isNull());
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 150; y < 250; ++y)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 5); // letters on the paper
    }
};

BM_GUI_TEST_MAIN(TestCanvas)
#include "test_canvas.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_views.h"
#include "core/chart/hit_test.h"
#include "tests/ui/window/keyboard_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QScrollBar>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// UBND over A and B, A over a over x; the chart has the keyboard.
struct Folds : KeyboardFixture
{
    explicit Folds(const SessionPorts &ports = systemPorts())
        : KeyboardFixture(Language::Vietnamese, ports)
    {
        add(u"UBND"_s, Qt::Key_Return);
        add(u"A"_s, Qt::Key_Tab);
        add(u"a"_s, Qt::Key_Tab);
        add(u"x"_s, Qt::Key_Tab);
        select(u"A"_s);
        add(u"B"_s, Qt::Key_Return);
    }

    [[nodiscard]] bool isShown(const QString &text) const
    {
        const std::vector<TextItem> &texts = window->canvas().picture().texts;
        return std::ranges::find(texts, text, &TextItem::text) != texts.end();
    }
    void tapSpaceOn(const QString &name) const
    {
        select(name);
        press(Qt::Key_Space);
    }
};

SessionPorts portsIn(const QTemporaryDir &home)
{
    SessionPorts ports = systemPorts();
    ports.protection = home.path();
    return ports;
}

} // namespace

class TestFoldWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void spaceFoldsAndOpensTheSelectedBranchAndIsNoEdit()
    {
        const Folds f;
        const QByteArray before = f.json();
        const int steps = f.document().session().position();
        f.tapSpaceOn(u"A"_s);
        QVERIFY(!f.isShown(u"a"_s) && !f.isShown(u"x"_s));
        QVERIFY(f.isShown(u"+2 đơn vị"_s));
        QCOMPARE(f.selectedName(), u"A"_s);
        QCOMPARE(f.window->action(u"foldBranch"_s)->text().remove(u'&'), u"Mở rộng nhánh"_s);
        QCOMPARE(f.json(), before);
        QCOMPARE(f.document().session().position(), steps);
        f.press(Qt::Key_Space);
        QVERIFY(f.isShown(u"a"_s) && f.isShown(u"x"_s));
        QVERIFY(!f.isShown(u"+2 đơn vị"_s));
        f.select(u"B"_s);
        QVERIFY(!f.window->action(u"foldBranch"_s)->isEnabled()); // nothing is below
    }

    void whatIsFoldedIsRememberedOverTheEndOfTheProgramAndTheFileIsLeftAlone()
    {
        const QTemporaryDir home;
        const QTemporaryDir office;
        const QString path = office.filePath(u"gap.bomay"_s);
        QByteArray saved;
        const auto bytes = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        {
            const Folds f(portsIn(home));
            f.tapSpaceOn(u"A"_s);
            QVERIFY(f.document().saveAs(path)); // an unsaved document has no name to remember it by
            saved = bytes();
            f.tapSpaceOn(u"UBND"_s);
            f.press(Qt::Key_Space);
            QVERIFY(!f.window->isWindowModified());
        }
        QCOMPARE(bytes(), saved);
        const WindowFixture again(portsIn(home));
        QVERIFY(again.document().open(path, portsIn(home)));
        const std::vector<TextItem> &texts = again.window->canvas().picture().texts;
        QVERIFY(std::ranges::find(texts, u"+2 đơn vị"_s, &TextItem::text) != texts.end());
        QVERIFY(std::ranges::find(texts, u"a"_s, &TextItem::text) == texts.end());
    }

    /// Else Del would remove what nobody sees.
    void whatIsFoldedAwayIsNoLongerSelected()
    {
        const Folds f;
        f.select(u"x"_s);
        f.press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.selectedName(), u"UBND"_s);
    }

    void aNameThatIsBeingTypedIsTakenBeforeABranchOpens()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.select(u"B"_s);
        f.press(Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), u"Moi"_s);
        f.document().setFolds({});
        QVERIFY(f.isShown(u"Moi"_s));
    }

    void aNewDocumentKnowsNothingOfWhatWasFoldedBefore()
    {
        Folds f;
        f.press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!f.document().folds().isEmpty());
        f.dialogs.nextUnsaved = UnsavedAnswer::Discard;
        f.trigger(u"new"_s);
        QVERIFY(f.document().folds().isEmpty());
    }

    /// The first choice of a style makes a view; what was folded before is folded in it.
    void aViewThatIsMadeForAStyleKeepsWhatIsFolded()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(!f.document().chartView().id.isNull());
        QVERIFY(!f.isShown(u"a"_s));
        f.trigger(u"levels0"_s);
        f.trigger(u"undo"_s);
        f.trigger(u"undo"_s);
        QVERIFY(f.document().chartView().id.isNull());
        QVERIFY(f.isShown(u"a"_s)); // and what is folded in it stays when it goes
    }

    void aViewThatFollowsARemovedOneKeepsItsOwnFolds()
    {
        Folds f;
        f.press(Qt::Key_3, Qt::ControlModifier);
        const ChartViewId first = f.document().chartView().id;
        f.dialogs.nextText = u"Hai"_s;
        f.trigger(u"newView"_s);
        QVERIFY(f.document().chartView().id != first);
        QVERIFY(f.document().folds().isEmpty());
        f.document().showView(first);
        f.tapSpaceOn(u"A"_s);
        f.trigger(u"removeView"_s);
        QVERIFY(f.document().chartView().id != first);
        QVERIFY(f.document().folds().isEmpty());
        f.trigger(u"undo"_s);
        f.document().showView(first);
        QVERIFY(!f.isShown(u"a"_s));
    }

    void aCopyOfAFileIsFoldedByItself()
    {
        const QTemporaryDir home;
        const QTemporaryDir office;
        const Folds f(portsIn(home));
        f.press(Qt::Key_3, Qt::ControlModifier); // a view of its own
        f.tapSpaceOn(u"A"_s);
        QVERIFY(f.document().saveAs(office.filePath(u"một.bomay"_s)));
        QVERIFY(QFile::copy(office.filePath(u"một.bomay"_s), office.filePath(u"hai.bomay"_s)));
        const WindowFixture copy(portsIn(home));
        QVERIFY(copy.document().open(office.filePath(u"hai.bomay"_s), portsIn(home)));
        QVERIFY(copy.document().folds().isEmpty());
        QVERIFY(!f.document().folds().isEmpty());
    }

    /// What a view leaves out cannot be folded away.
    void whereTheViewDrawsNothingBelowNothingIsFolded()
    {
        const Folds f;
        f.press(Qt::Key_3, Qt::ControlModifier);
        f.select(u"A"_s);
        QVERIFY(f.window->action(u"foldBranch"_s)->isEnabled());
        ChartView view = f.document().chartView();
        view.depth = 2;
        QVERIFY(f.document().perform(setView(f.document().organisation(), view)));
        QVERIFY(!f.window->action(u"foldBranch"_s)->isEnabled());
    }

    void pagesShowAllAndAreNotFolded()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.isShown(u"a"_s));
        for (const QString &id : {u"foldBranch"_s, u"levels0"_s, u"levels2"_s})
            QVERIFY2(!f.window->action(id)->isEnabled(), qPrintable(id));
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!f.isShown(u"a"_s));
        QVERIFY(f.window->action(u"foldBranch"_s)->isEnabled());
    }

    void damagedMemoryIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << QByteArray(R"({"levels": 3, "folded": [)");
        QTest::newRow("other types") << QByteArray(
            R"({"levels": "nhiều", "folded": [1, "không phải mã"], "open": {}})");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("fewer than none") << QByteArray(R"({"levels": -4})");
        QTest::newRow("no JSON") << QByteArray("\0\xff", 2);
    }

    void damagedMemoryIsForgotten()
    {
        QFETCH(const QByteArray, bytes);
        const QTemporaryDir home;
        FoldMemory memory(home.path());
        memory.put(u"tệp-1"_s, {3, {}});
        QCOMPARE(FoldMemory(home.path()).of(u"tệp-1"_s).levels, 3);
        const QStringList files = QDir(home.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(home.filePath(files.front()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(FoldMemory(home.path()).of(u"tệp-1"_s).isEmpty());
        memory.put(u"tệp-1"_s, {});
        QVERIFY(QDir(home.path()).entryList(QDir::Files).isEmpty());
    }

    void theOldestMemoriesGoFirst()
    {
        const QTemporaryDir home;
        FoldMemory memory(home.path());
        memory.put(u"tệp-cũ"_s, {1, {}});
        QFile oldest(home.filePath(QDir(home.path()).entryList(QDir::Files).front()));
        QVERIFY(oldest.open(QIODevice::ReadWrite));
        QVERIFY(oldest.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        oldest.close();
        for (int i = 0; i < FoldMemory::kMostViews; ++i)
            memory.put(u"tệp-%1"_s.arg(i), {1, {}});
        QCOMPARE(QDir(home.path()).entryList(QDir::Files).size(), FoldMemory::kMostViews);
        QVERIFY(FoldMemory(home.path()).of(u"tệp-cũ"_s).isEmpty());
        QVERIFY(!FoldMemory(home.path()).of(u"tệp-0"_s).isEmpty());
    }

    void spaceThatPannedFoldsNothingAndSpaceInANameIsALetter()
    {
        const Folds f;
        f.select(u"A"_s);
        ChartCanvas &canvas = f.window->canvas();
        canvas.zoomTo(canvas.naturalScale() * 8, {300, 200});
        const int before = canvas.horizontalScrollBar()->value();
        QTest::keyPress(&canvas, Qt::Key_Space);
        QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(canvas.viewport(), {260, 200});
        QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, {260, 200});
        QTest::keyRelease(&canvas, Qt::Key_Space);
        QCOMPARE(canvas.horizontalScrollBar()->value(), before + 40);
        QVERIFY(f.isShown(u"a"_s));
        f.press(Qt::Key_F2);
        f.press(Qt::Key_End);
        f.press(Qt::Key_Space);
        f.type(u"1"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.tree(), u"UBND(A 1(a(x)),B)"_s);
        QVERIFY(f.isShown(u"a"_s));
    }

    void lookingForAHiddenUnitOpensItsBranch()
    {
        const Folds f;
        f.tapSpaceOn(u"a"_s);
        f.tapSpaceOn(u"A"_s);
        QVERIFY(!f.isShown(u"x"_s));
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"x"_s);
        QCOMPARE(f.selectedName(), u"x"_s);
        QVERIFY(f.isShown(u"x"_s));
    }

    void whatIsFoundAndWasSelectedAlreadyIsBroughtIntoSight()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.select(u"x"_s); // as the outline does
        ChartCanvas &canvas = f.window->canvas();
        canvas.zoomTo(canvas.naturalScale() * 8, {0, 0});
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type(u"x"_s);
        QCOMPARE(f.selectedName(), u"x"_s);
        QVERIFY(f.isShown(u"x"_s));
        const QRectF box = canvas.toViewport(rectOf(canvas.picture(), *f.named(u"x"_s)));
        QVERIFY(QRectF(canvas.viewport()->rect()).intersects(box));
    }

    void selectingAHiddenUnitElsewhereLeavesItsBranchFolded()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.select(u"x"_s); // as the outline does
        QVERIFY(!f.isShown(u"x"_s));
        QCOMPARE(f.selectedName(), u"x"_s);
    }

    void whatIsAddedUnderAFoldedUnitIsShownForItsName()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        f.add(u"mới"_s, Qt::Key_Tab);
        QCOMPARE(f.tree(), u"UBND(A(a(x),mới),B)"_s);
        QVERIFY(f.isShown(u"mới"_s) && f.isShown(u"a"_s));
    }

    void keysShowSoManyLevels()
    {
        const Folds f;
        const auto level = [&f](Qt::Key key) { f.press(key, Qt::ControlModifier | Qt::ShiftModifier); };
        level(Qt::Key_2);
        QVERIFY(f.isShown(u"A"_s) && !f.isShown(u"a"_s));
        f.tapSpaceOn(u"A"_s); // one level more, here
        QVERIFY(f.isShown(u"a"_s) && !f.isShown(u"x"_s));
        level(Qt::Key_1);
        QVERIFY(f.isShown(u"UBND"_s) && !f.isShown(u"A"_s));
        level(Qt::Key_3);
        QVERIFY(f.isShown(u"a"_s) && !f.isShown(u"x"_s));
        level(Qt::Key_0);
        QVERIFY(f.isShown(u"x"_s));
        QVERIFY(!f.window->action(u"levels0"_s)->isEnabled());
    }

    void paperShowsTheWholeView()
    {
        const Folds f;
        f.tapSpaceOn(u"A"_s);
        QVERIFY(f.document().chartOptions().folds.isEmpty());
        QVERIFY(!f.document().screenOptions().folds.isEmpty());
    }
};

BM_GUI_TEST_MAIN(TestFoldWindow)
#include "test_fold_window.moc"

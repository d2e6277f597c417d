// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/window/key_bindings.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// A committee with a head and two divisions, of which the first is selected and has a note.
struct Office : KeyboardFixture
{
    QString whole = u"UBND(Chủ tịch,Phòng A,Phòng B)"_s;

    Office()
    {
        add(u"UBND"_s, Qt::Key_Return);
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        typeName(u"Chủ tịch"_s);
        select(u"UBND"_s);
        add(u"Phòng A"_s, Qt::Key_Tab);
        add(u"Phòng B"_s, Qt::Key_Return);
        select(u"Phòng A"_s);
        auto *line = shown<QLineEdit>(u"newNote"_s);
        line->setFocus();
        type(u"Hỏi lại"_s);
        press(Qt::Key_Return);
    }

    /// Of several, the one in sight: a unit and a post have a list of notes each.
    template <typename Widget>
    [[nodiscard]] Widget *shown(const QString &name) const
    {
        for (auto *widget : window->findChildren<Widget *>())
            if (widget->isVisible() && (widget->objectName() == name || widget->accessibleName() == name))
                return widget;
        qFatal("nothing is called %s", qPrintable(name));
    }
};

} // namespace

class TestKeyPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void controlEnterInANoteTakesTheNote()
    {
        const Office f;
        auto *note = f.shown<QPlainTextEdit>(u"Ghi chú"_s);
        note->setFocus();
        f.type(u"Chờ quyết định"_s);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.tree(), f.whole);
        const OrgView &view = f.document().view();
        QCOMPARE(view.units()[uz(view.indexOf(*f.named(u"Phòng A"_s)))].state.note, u"Chờ quyết định"_s);

        // Also where the user has given the key to a command of the whole window.
        KeyBindings bindings;
        bindings.bind(u"addUnit"_s, {QKeySequence(u"Ctrl+Return"_s)});
        bindings.bind(u"addDeputy"_s, {});
        f.window->bindKeys(bindings);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.tree(), f.whole);
        f.window->canvas().setFocus();
        f.add(u"Tổ 1"_s, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Chủ tịch,Phòng A(Tổ 1),Phòng B)"_s);
    }

    void keysThatTakeAwayAndMoveLeaveTheSelectionAloneElsewhere()
    {
        const Office f;
        f.select(u"UBND"_s);
        const std::vector<QWidget *> places{f.shown<QAbstractItemView>(u"unitPosts"_s),
                                            f.shown<QComboBox>(u"editMode"_s), f.shown<QComboBox>(u"Loại hình"_s),
                                            f.shown<QComboBox>(u"views"_s)};
        const int steps = f.document().session().position();
        for (QWidget *place : places) {
            place->setFocus();
            QVERIFY2(QApplication::focusWidget() == place, qPrintable(place->accessibleName()));
            for (const auto &[key, modifiers] :
                 {std::pair(Qt::Key_Delete, Qt::NoModifier), std::pair(Qt::Key_Delete, Qt::ShiftModifier),
                  std::pair(Qt::Key_X, Qt::ControlModifier), std::pair(Qt::Key_D, Qt::ControlModifier),
                  std::pair(Qt::Key_Return, Qt::ControlModifier)})
                f.press(key, modifiers);
            QCOMPARE(f.tree(), f.whole);
        }
        QCOMPARE(f.document().session().position(), steps);
    }

    void deleteInTheListOfNotesMeansTheNote()
    {
        const Office f;
        auto *notes = f.shown<QListWidget>(u"notes"_s);
        QCOMPARE(notes->count(), 1);
        notes->setFocus();
        notes->setCurrentRow(0);
        f.press(Qt::Key_Delete);
        QCOMPARE(notes->count(), 0);
        QCOMPARE(f.tree(), f.whole);
    }

    void altDownOpensWhatItOpensElsewhere()
    {
        const Office f;
        auto *mode = f.shown<QComboBox>(u"editMode"_s);
        mode->setFocus();
        f.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(mode->view()->isVisible());
        mode->hidePopup();
        auto *day = f.shown<QLineEdit>(u"asOf"_s);
        day->setFocus();
        f.press(Qt::Key_Down, Qt::AltModifier);
        auto *calendar = day->findChild<CalendarPopup *>();
        QVERIFY(calendar != nullptr && calendar->isVisible());
        calendar->close();
        QCOMPARE(f.tree(), f.whole);
    }

    void aNameTypedInTheOutlineCountsForTheNextCommand()
    {
        Office f;
        auto *outline = f.shown<QTreeView>(u"outlineTree"_s);
        outline->setFocus();
        f.press(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
        f.type(u"Phòng Kinh tế"_s);
        f.dialogs.nextFile = f.folder.filePath(u"phường.bomay"_s);
        f.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Chủ tịch,Phòng Kinh tế,Phòng B)"_s);
        QVERIFY(!f.window->isWindowModified());
        QVERIFY(outline->hasFocus());
        f.press(Qt::Key_F2);
        f.type(u"Phòng Tài chính"_s);
        f.dialogs.nextUnsaved = UnsavedAnswer::Cancel;
        f.press(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(f.dialogs.asked, (QStringList{u"save"_s, u"unsaved"_s}));
        QCOMPARE(f.tree(), u"UBND(Chủ tịch,Phòng Tài chính,Phòng B)"_s);
    }

    void aClickBesideTheQuickListKeepsTheKeyboardWhereItIsClicked()
    {
        const Office f;
        f.window->canvas().setFocus();
        f.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!f.window->canvas().hasFocus());
        auto *day = f.shown<QLineEdit>(u"asOf"_s);
        QTest::mouseClick(day, Qt::LeftButton);
        QVERIFY(day->hasFocus());
        QVERIFY(!f.window->findChild<QWidget *>(u"quickList"_s)->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.window->canvas().setFocus();
        f.press(Qt::Key_K, Qt::ControlModifier);
        f.press(Qt::Key_Escape);
        QVERIFY(f.window->canvas().hasFocus());
    }

    void theFilterOpensTheOutlineThatWasClosed()
    {
        const Office f;
        f.window->findChild<QWidget *>(u"outlineDock"_s)->close();
        f.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), f.shown<QLineEdit>(u"Lọc cây đơn vị"_s));
    }

    void theOutlineHasTheKeysOfTheSelection()
    {
        const Office f;
        auto *outline = f.shown<QTreeView>(u"outlineTree"_s);
        outline->setFocus();
        f.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.tree(), u"UBND(Chủ tịch,Phòng B,Phòng A)"_s);
        f.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.tree(), f.whole);
        f.press(Qt::Key_Delete);
        QCOMPARE(f.tree(), u"UBND(Chủ tịch,Phòng B)"_s);
    }
};

BM_GUI_TEST_MAIN(TestKeyPlaces)
#include "test_key_places.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"
#include "ui/window/key_bindings.h"
#include "ui/window/key_sheet.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aChartGrowsByKeysAlone()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"Phòng A"_s, Qt::Key_Tab);
        f.add(u"Phòng C"_s, Qt::Key_Return);
        f.add(u"Phòng B"_s, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng A,Phòng B,Phòng C)"_s);
        f.add(u"Khối"_s, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng A,Khối(Phòng B),Phòng C)"_s);
        f.add(u"Phó"_s, Qt::Key_Return, Qt::ControlModifier);
        f.add(u"Trợ lý 1"_s, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        f.select(u"Khối"_s);
        f.add(u"Tổ"_s, Qt::Key_Insert);
        QCOMPARE(f.tree(), u"UBND(Phòng A,Khối(Phó,Trợ lý 1,Phòng B,Tổ),Phòng C)"_s);
        f.select(u"Phó"_s);
        f.add(u"Phó nữa"_s, Qt::Key_Enter);
        QCOMPARE(f.tree(), u"UBND(Phòng A,Khối(Phó,Phó nữa,Trợ lý 1,Phòng B,Tổ),Phòng C)"_s);
        while (f.window->action(u"undo"_s)->isEnabled())
            f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.tree(), QString());
    }

    void levelsAndOrderChangeByKeys()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"A"_s, Qt::Key_Tab);
        f.add(u"B"_s, Qt::Key_Return);
        f.press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(f.tree(), u"UBND(A(B))"_s);
        f.press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(f.tree(), u"UBND(A,B)"_s);
        f.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.tree(), u"UBND(B,A)"_s);
        f.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(B,B,A)"_s);
        f.press(Qt::Key_Up);
        QCOMPARE(f.selectedName(), u"UBND"_s);
    }

    void deletingABranchAsksWhereTheUnitsBelowGo()
    {
        KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"A"_s, Qt::Key_Tab);
        f.add(u"B"_s, Qt::Key_Return);
        f.select(u"A"_s);
        f.add(u"a"_s, Qt::Key_Tab);
        const QString whole = u"UBND(A(a),B)"_s;
        const auto answer = [&f](std::optional<int> line) {
            f.dialogs.nextLine = line;
            f.select(u"A"_s);
            f.press(Qt::Key_Delete);
            return f.tree();
        };
        QCOMPARE(answer(std::nullopt), whole);
        QCOMPARE(f.dialogs.lines,
                 QStringList({u"Xóa cả nhánh"_s, u"Giữ lại, chuyển lên UBND"_s, u"Giữ lại, chuyển về B"_s}));
        QCOMPARE(answer(0), u"UBND(B)"_s);
        f.document().undo();
        QCOMPARE(answer(1), u"UBND(a,B)"_s);
        f.document().undo();
        QCOMPARE(answer(2), u"UBND(B(a))"_s);
        f.document().undo();
        QCOMPARE(f.tree(), whole);
        const qsizetype asked = f.dialogs.asked.size();
        f.select(u"A"_s);
        f.press(Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(f.tree(), u"UBND(a,B)"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        f.select(u"B"_s);
        f.press(Qt::Key_Delete); // has nothing below it
        QCOMPARE(f.tree(), u"UBND(A(a))"_s);
        QCOMPARE(f.dialogs.asked.size(), asked);
    }

    void keysOfTheChartAreNotThoseOfOtherFields()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"asOf"_s);
        f.press(Qt::Key_Return);
        f.press(Qt::Key_Tab);
        QCOMPARE(f.tree(), u"UBND"_s);
        QVERIFY(QApplication::focusWidget()->objectName() != u"asOf"_s);
    }

    void aDeputyIsCalledAfterTheOthersOfTheDayItCountsFrom()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"Phó Chủ tịch"_s, Qt::Key_Return, Qt::ControlModifier);
        const Day today = f.document().session().asOf();
        const Day later{today.julian + 10};
        f.document().setEditMode(EditMode::FromDate, later);
        f.window->canvas().beginRename();
        f.typeName(u"Phó Giám đốc"_s);
        f.document().setAsOf(later);
        f.document().setAsOf(today);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        f.press(Qt::Key_Escape);
        f.document().setAsOf(later);
        QCOMPARE(f.tree(), u"UBND(Phó Giám đốc,Phó Giám đốc)"_s);
    }

    void tabInANameTakesItAndStaysOnTheChart()
    {
        const KeyboardFixture f;
        f.press(Qt::Key_Return);
        f.type(u"UBND"_s);
        f.press(Qt::Key_Tab);
        QCOMPARE(f.tree(), u"UBND"_s);
        QVERIFY(f.window->canvas().hasFocus());
    }

    void boundKeysHoldAtOnceAndAreKept()
    {
        const KeyboardFixture f;
        KeyBindings bindings;
        bindings.bind(u"addUnit"_s, {QKeySequence(Qt::Key_F7)});
        bindings.bind(u"rename"_s, {});
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"keys.ini"_s), QSettings::IniFormat);
        writeKeyBindings(bindings, settings);
        QCOMPARE(readKeyBindings(settings), bindings);
        f.window->bindKeys(readKeyBindings(settings));
        f.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.document().view().units().empty());
        f.add(u"UBND"_s, Qt::Key_F7);
        QCOMPARE(f.tree(), u"UBND"_s);
        QVERIFY(f.window->action(u"addUnit"_s)->toolTip().contains(u"F7"_s));
        QVERIFY(f.window->action(u"rename"_s)->shortcuts().isEmpty());
        settings.setValue(u"keys/undo"_s, QStringList{u"no key at all"_s});
        QCOMPARE(readKeyBindings(settings), bindings);
    }

    void theSheetOfKeysFindsCommandsByNameAndKey()
    {
        const KeyboardFixture f;
        f.press(Qt::Key_Slash, Qt::ControlModifier);
        auto *sheet = f.window->findChild<KeySheet *>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        const auto *list = sheet->findChild<QTreeWidget *>();
        const auto shown = [list] {
            QStringList names;
            for (int i = 0; i < list->topLevelItemCount(); ++i)
                if (!list->topLevelItem(i)->isHidden())
                    names += list->topLevelItem(i)->text(0);
            return names;
        };
        auto *search = sheet->findChild<QLineEdit *>();
        search->setText(u"hoan tac"_s);
        QCOMPARE(shown(), QStringList(u"Hoàn tác"_s));
        search->setText(u"Ctrl+Shift+Enter"_s);
        QCOMPARE(shown(), QStringList(u"Thêm trợ lý"_s));
        search->setText({});
        QVERIFY(shown().size() > 40);
        QVERIFY(shown().contains(u"Đến ô phía trên"_s)); // which has no place in the menus
    }

    void oneSheetIsOpenAtATime()
    {
        const KeyboardFixture f;
        f.trigger(u"keys"_s);
        f.trigger(u"keys"_s);
        QCOMPARE(f.window->findChildren<KeySheet *>().size(), 1);
        f.window->findChild<KeySheet *>()->close();
        f.trigger(u"keys"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(f.window->findChildren<KeySheet *>().size(), 1);
    }

    void theSheetBindsKeysAndRefusesTakenOnes()
    {
        const KeyboardFixture f;
        QSignalSpy kept(f.window.get(), &MainWindow::keysBound);
        f.trigger(u"keys"_s);
        auto *sheet = f.window->findChild<KeySheet *>();
        const auto button = [sheet](const QString &text) {
            for (auto *candidate : sheet->findChildren<QPushButton *>())
                if (candidate->text().remove(u'&') == text)
                    return candidate;
            return static_cast<QPushButton *>(nullptr);
        };
        sheet->findChild<QLineEdit *>()->setText(u"Đổi tên"_s);
        auto *key = sheet->findChild<QKeySequenceEdit *>();
        key->setKeySequence(QKeySequence(u"Ctrl+D"_s));
        QVERIFY(!button(u"Gán phím"_s)->isEnabled());
        const auto labels = sheet->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == u"Ctrl+D đang là phím của lệnh “Nhân bản cả nhánh”."_s;
        }));
        key->setKeySequence(QKeySequence(u"Ctrl+Enter"_s)); // of the number block
        QVERIFY(!button(u"Gán phím"_s)->isEnabled());
        key->setKeySequence(QKeySequence(u"Shift+Backtab"_s));
        QVERIFY(!button(u"Gán phím"_s)->isEnabled());
        key->setKeySequence(QKeySequence(Qt::Key_F7));
        button(u"Gán phím"_s)->click();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(f.window->action(u"rename"_s)->shortcut(), QKeySequence(Qt::Key_F7));
        button(u"Phím mặc định"_s)->click();
        QCOMPARE(f.window->action(u"rename"_s)->shortcut(), QKeySequence(Qt::Key_F2));
        QVERIFY(!button(u"Phím mặc định"_s)->isEnabled());
    }
};

BM_GUI_TEST_MAIN(TestKeys)
#include "test_keys.moc"

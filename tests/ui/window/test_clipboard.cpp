// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/keyboard_fixture.h"

#include <QClipboard>
#include <QMimeData>
#include <QRegularExpression>
#include <QStatusBar>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aBranchIsCopiedWithinAndIntoAnotherDocument()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"Phòng A"_s, Qt::Key_Tab);
        f.add(u"Tổ A1"_s, Qt::Key_Tab);
        f.select(u"UBND"_s);
        f.add(u"Phòng B"_s, Qt::Key_Tab);
        f.select(u"Phòng A"_s);
        f.press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), u"Phòng A\n\tTổ A1\n"_s);
        QVERIFY(data->hasFormat(u"text/tab-separated-values"_s));
        QVERIFY(data->hasImage());
        const QString lines = QString::fromUtf8(data->data(u"image/svg+xml"_s));
        QVERIFY(lines.contains(u"Tổ A1"_s));
        QVERIFY(!lines.contains(u"UBND"_s)); // the branch, and nothing that it hangs on
        f.select(u"Phòng B"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng A(Tổ A1),Phòng B(Phòng A(Tổ A1)))"_s);
        QCOMPARE(f.selectedName(), u"Phòng A"_s);
        QCOMPARE(f.document().session().undoTitle(), u"Dán"_s);

        const KeyboardFixture other;
        other.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(other.tree(), u"Phòng A(Tổ A1)"_s);
    }

    void whatIsCutComesBackElsewhere()
    {
        const KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"Phòng A"_s, Qt::Key_Tab);
        f.add(u"Phòng B"_s, Qt::Key_Return);
        f.select(u"Phòng A"_s);
        f.press(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng B)"_s);
        f.select(u"Phòng B"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng B(Phòng A))"_s);
    }

    void aTableOfASpreadsheetBecomesAChart()
    {
        const KeyboardFixture f;
        QGuiApplication::clipboard()->setText(
            u"STT\tĐơn vị\tTrực thuộc\tĐiện thoại\n1\tUBND\t\t028\n2\tPhòng A\tUBND\t\n3\tTổ A1\tPhòng A\t"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng A(Tổ A1))"_s);
        QCOMPARE(f.window->statusBar()->currentMessage(), u"Đã dán 3 đơn vị, 0 chức vụ; bỏ qua cột: Điện thoại"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.tree(), QString());
    }

    void nothingToPasteIsSaid()
    {
        const KeyboardFixture f;
        QGuiApplication::clipboard()->setText(u" \n"_s);
        f.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.tree(), QString());
        QCOMPARE(f.window->statusBar()->currentMessage(), u"Không có gì để dán thành sơ đồ."_s);
    }

    void severalThatAreSelectedAreEditedTogether()
    {
        KeyboardFixture f;
        f.add(u"UBND"_s, Qt::Key_Return);
        f.add(u"Phòng A"_s, Qt::Key_Tab);
        f.add(u"Phòng B"_s, Qt::Key_Return);
        f.add(u"Phòng C"_s, Qt::Key_Return);
        f.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(f.document().selection().size(), 2U);
        f.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng B,Phòng C,Phòng A)"_s);
        const std::vector<NodeRef> both = f.document().selection();
        f.dialogs.nextLine = 1; // the second kind of the list
        f.trigger(u"kind"_s);
        QCOMPARE(f.dialogs.lines.value(1), u"Hội đồng nhân dân"_s);
        for (const NodeRef unit : both) {
            const OrgView &view = f.document().view();
            QCOMPARE(view.units()[uz(view.indexOf(unit))].state.kind, UnitKind::PeoplesCouncil);
        }
        f.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.tree(), u"UBND(Phòng B,Phòng C,Phòng B,Phòng C,Phòng A)"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        f.document().selectAll({*f.named(u"Phòng B"_s), *f.named(u"Phòng C"_s)});
        f.press(Qt::Key_Delete);
        QCOMPARE(f.tree(), u"UBND(Phòng A)"_s);
        QCOMPARE(f.selectedName(), u"UBND"_s);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        f.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.document().selection().size(), 4U);
    }
};

BM_GUI_TEST_MAIN(TestClipboard)
#include "test_clipboard.moc"

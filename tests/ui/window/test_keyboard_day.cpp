// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_structure.h"
#include "tests/ui/window/keyboard_fixture.h"

#include <QDockWidget>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kLimit = QStringLiteral("nd33.15.3.thuduc.cqcm.deputy");

/// How many findings of a rule speak of a unit.
int findingsOf(const KeyboardFixture &f, const QString &rule, NodeRef unit)
{
    int count = 0;
    for (const Finding &finding : f.document().session().report().findings)
        if (finding.rule == rule &&
            std::ranges::any_of(finding.subjects, [unit](const Subject &subject) { return subject.node == unit; }))
            ++count;
    return count;
}

} // namespace

class TestKeyboardDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void anOfficersDayNeedsNoMouse()
    {
        KeyboardFixture f;
        const auto control = Qt::ControlModifier;
        const auto shift = Qt::ShiftModifier;

        // New, from the sample of Thủ Đức City in 2021.
        f.dialogs.nextLine = 0;
        f.press(Qt::Key_N, control | shift);
        f.dialogs.nextLine.reset();
        const QByteArray start = f.json();
        const int before = f.document().session().position();
        const std::size_t units = f.document().view().units().size();
        QVERIFY(units > 50);

        // Two divisions under its People's Committee.
        f.press(Qt::Key_K, control);
        f.type(u"uy ban nhan dan thanh pho thu duc"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.selectedName(), u"Ủy ban nhân dân thành phố Thủ Đức"_s);
        f.add(u"Phòng Đô thị số"_s, Qt::Key_Tab);
        const NodeRef division = *f.document().selected();
        f.add(u"Phòng Dữ liệu"_s, Qt::Key_Return);
        QCOMPARE(f.document().view().units().size(), units + 2);

        // Three deputies in tiers, then a fourth: F8 leads to what the decree says of it, and the panel mends it.
        f.press(Qt::Key_Left, control);
        QCOMPARE(f.document().selected(), std::optional(division));
        addLeaders(f);
        QCOMPARE(findingsOf(f, kLimit, division), 0);
        f.add(u"Phó Trưởng phòng"_s, Qt::Key_Return, control);
        QCOMPARE(findingsOf(f, kLimit, division), 1);
        fixFindingOf(f, division);
        QCOMPARE(findingsOf(f, kLimit, division), 0);

        // The other division is found, gets a team, and moves under the first.
        f.press(Qt::Key_F, control);
        f.type(u"du lieu"_s);
        f.press(Qt::Key_Escape);
        QCOMPARE(f.selectedName(), u"Phòng Dữ liệu"_s);
        const NodeRef data = *f.document().selected();
        f.add(u"Tổ Lưu trữ"_s, Qt::Key_Tab);
        const NodeRef team = *f.document().selected();
        f.press(Qt::Key_Up, control);
        QCOMPARE(f.document().selected(), std::optional(data));
        f.press(Qt::Key_Right, Qt::AltModifier | shift);
        QCOMPARE(unitAbove(f, data), division);

        // Then a decision merges it into the first.
        f.dialogs.reorganising = [](ReorganisationDialog &dialog) { absorb(dialog, u"Phòng Đô thị số"_s); };
        f.press(Qt::Key_P, control | shift);
        f.type(u"sap nhap vao don vi khac"_s);
        f.press(Qt::Key_Return);
        QCOMPARE(f.document().view().indexOf(data), -1);
        QCOMPARE(unitAbove(f, team), division);

        // As PDF.
        goBackToTheChart(f);
        f.dialogs.nextFile = f.folder.filePath(u"so-do.pdf"_s);
        f.press(Qt::Key_E, control);
        QVERIFY(QFile(f.folder.filePath(u"so-do.pdf"_s)).size() > 10000);

        // And all of it taken back.
        while (f.document().session().position() > before)
            f.press(Qt::Key_Z, control);
        QVERIFY(f.json() == start);
        QCOMPARE(f.dialogs.told, QStringList());
    }

private:
    /// F6 to the panel of a button and Tab up to it.
    static void reach(const KeyboardFixture &f, const QPushButton *button)
    {
        const QWidget *panel = button->window();
        for (const QWidget *above = button; above != nullptr; above = above->parentWidget())
            if (qobject_cast<const QDockWidget *>(above) != nullptr)
                panel = above;
        for (int i = 0; i < 5 && !panel->isAncestorOf(QApplication::focusWidget()); ++i)
            f.press(Qt::Key_F6);
        for (int i = 0; i < 30 && !button->hasFocus(); ++i)
            f.press(Qt::Key_Tab);
        QVERIFY(button->hasFocus());
    }

    static void goBackToTheChart(const KeyboardFixture &f)
    {
        f.window->activateWindow(); // offscreen nobody does when a menu or a dialog goes
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        for (int i = 0; i < 5 && !f.window->canvas().hasFocus(); ++i)
            f.press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(f.window->canvas().hasFocus());
    }

    /// A head, who holds it, and three deputies, each a tier below the one before.
    static void addLeaders(const KeyboardFixture &f)
    {
        f.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        f.typeName(u"Trưởng phòng"_s);
        for (const auto *button : f.window->findChildren<QPushButton *>(u"addHolder"_s))
            if (button->isVisible())
                reach(f, button);
        f.press(Qt::Key_Space);
        f.type(u"Người Thử"_s);
        f.press(Qt::Key_Return);
        goBackToTheChart(f);
        for (const int tier : {1, 2, 3}) {
            f.add(u"Phó Trưởng phòng"_s, Qt::Key_Return, Qt::ControlModifier);
            while (f.document().view().posts()[uz(f.document().view().indexOf(*f.document().selected()))].state.tier <
                   tier)
                f.press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        }
    }

    /// F8 up to the finding, F6 to its panel, and the first thing that its button offers.
    static void fixFindingOf(const KeyboardFixture &f, NodeRef unit)
    {
        for (int i = 0; i < 50 && f.document().selected() != std::optional(unit); ++i)
            f.press(Qt::Key_F8);
        QCOMPARE(f.document().selected(), std::optional(unit));
        const auto *button = f.window->findChild<QPushButton *>(u"findingActions"_s);
        reach(f, button);
        QTimer::singleShot(0, button, [] {
            QWidget *menu = QApplication::activePopupWidget();
            QVERIFY(menu != nullptr);
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
                QKeyEvent press(QEvent::KeyPress, key, {});
                QCoreApplication::sendEvent(menu, &press);
            }
        });
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, {}); // its release comes to nobody while the menu is open
        QCoreApplication::sendEvent(QApplication::focusWidget(), &space);
        goBackToTheChart(f);
    }

    /// What a decision says, typed into the dialog.
    static void absorb(ReorganisationDialog &dialog, const QString &heir)
    {
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto type = [&dialog](const QString &field, const QString &text) {
            auto *widget = dialog.findChild<QWidget *>(field);
            widget->setFocus();
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(widget, &event);
            QTest::keyClick(widget, Qt::Key_Tab);
        };
        type(u"number"_s, u"15/QĐ-UBND"_s);
        type(u"from"_s, u"01/10/2021"_s);
        type(u"heir"_s, heir);
        const auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
        const bool isReady = QTest::qWaitFor([accept] { return accept->isEnabled(); });
        isReady ? dialog.accept() : dialog.reject();
    }

    [[nodiscard]] static NodeRef unitAbove(const KeyboardFixture &f, NodeRef node)
    {
        return bomay::unitAbove(f.document().view(), node);
    }
};

BM_GUI_TEST_MAIN(TestKeyboardDay)
#include "test_keyboard_day.moc"

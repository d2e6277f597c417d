// SPDX-License-Identifier: GPL-3.0-or-later
// A decision on units, from the menu to the chart, with the real dialog.
#include "core/change/change_builder.h"
#include "core/change/edits_holders.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/reorganisation/unit_chooser.h"
#include "ui/widgets/date_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// "UBND(Phòng A(Trưởng A,Tổ 1,Tổ 2),Phòng B(Trưởng B))", seen on 01/01/2026.
struct Agency : WindowFixture
{
    UnitId committee = unit(u"UBND"_s, {});
    UnitId a = unit(u"Phòng A"_s, committee);
    UnitId b = unit(u"Phòng B"_s, committee);
    PostId headA = head(a, u"Trưởng A"_s, u"Người A"_s);
    PostId headB = head(b, u"Trưởng B"_s, u"Người B"_s);
    UnitId team1 = unit(u"Tổ 1"_s, a);
    UnitId team2 = unit(u"Tổ 2"_s, a);

    Agency() { document().setAsOf(*Day::fromYmd(2026, 1, 1)); }

    UnitId unit(const QString &name, UnitId parent) const
    {
        const auto change = addUnit(document().organisation(), {parent, {}}, name, UnitKind::Division,
                                    document().scope(), document().ids());
        document().perform(change);
        return named(name);
    }

    PostId head(UnitId unit, const QString &title, const QString &person) const
    {
        document().perform(
            addPost(document().organisation(), unit, title, PostRole::Head, 0, document().scope(), document().ids()));
        PostId id;
        for (const Post &post : document().organisation().posts())
            if (post.states.back().title == title)
                id = post.id;
        document().perform(addHolder(document().organisation(), id, PersonFacts{.name = person}, {}, document().ids()));
        return id;
    }

    [[nodiscard]] UnitId named(const QString &name) const
    {
        for (const Unit &unit : document().organisation().units())
            if (unit.states.back().name == name)
                return unit.id;
        return {};
    }

    /// Names of units and posts in the order of the chart on the day in view.
    [[nodiscard]] QStringList chart() const
    {
        QStringList names;
        const OrgView &view = document().view();
        for (const ViewNode &node : view.nodes())
            names += node.isUnit() ? view.units()[uz(node.item)].state.name : view.posts()[uz(node.item)].state.title;
        return names;
    }
};

/// The dialog as somebody uses it.
struct Hand
{
    ReorganisationDialog &dialog;

    void type(const QString &field, const QString &text) const
    {
        auto *widget = dialog.findChild<QWidget *>(field);
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(widget, &event);
        if (auto *date = qobject_cast<DateEdit *>(widget))
            date->commit();
    }

    void order() const
    {
        type(u"number"_s, u"15/QĐ-UBND"_s);
        type(u"from"_s, u"01/07/2025"_s);
    }

    void send(int row, const QString &where) const
    {
        auto *things = dialog.findChild<QTreeWidget *>(u"things"_s);
        things->clearSelection();
        things->topLevelItem(row)->setSelected(true);
        auto *destination = dialog.findChild<QComboBox *>(u"destination"_s);
        destination->setCurrentText(where);
        dialog.findChild<QPushButton *>(u"send"_s)->click();
    }

    [[nodiscard]] QPushButton *acceptButton() const { return dialog.findChild<QPushButton *>(u"accept"_s); }
    [[nodiscard]] QString outcome() const { return dialog.findChild<QLabel *>(u"outcome"_s)->text(); }

    /// What the outcome says once it has caught up with the fields; the dialog is accepted where that is possible.
    [[nodiscard]] QString finish() const
    {
        dialog.accept();
        const QString said = outcome();
        if (dialog.result() != QDialog::Accepted)
            dialog.reject();
        return said;
    }
};

} // namespace

class TestReorganisationWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aUnitIsAbsorbedInOneStep()
    {
        Agency f;
        f.document().select(f.a);
        const QByteArray before = f.json();
        QString said;
        QStringList missing;
        f.dialogs.reorganising = [&](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            missing += hand.outcome();
            QVERIFY(!hand.acceptButton()->isEnabled());
            hand.order();
            hand.type(u"heir"_s, u"phòng b"_s);
            QTRY_VERIFY(hand.acceptButton()->isEnabled());
            said = hand.finish();
        };
        f.trigger(u"absorb"_s);
        QCOMPARE(missing, QStringList{u"Còn thiếu: số, ký hiệu văn bản, ngày có hiệu lực, đơn vị tiếp nhận."_s});
        QVERIFY2(said.startsWith(u"Kết thúc hoạt động: Phòng A.\nVề Phòng B: "_s), qPrintable(said));
        QVERIFY2(said.contains(u"Dôi dư, được giữ thêm: Trưởng A."_s), qPrintable(said));
        QVERIFY2(said.contains(u"Rà soát tại ngày 01/01/2026:"_s), qPrintable(said));
        QCOMPARE(f.chart(), QStringList({u"UBND"_s, u"Phòng B"_s, u"Trưởng B"_s, u"Trưởng A"_s, u"Tổ 1"_s, u"Tổ 2"_s}));
        QCOMPARE(f.document().selected(), std::optional<NodeRef>(f.b));
        f.trigger(u"undo"_s);
        QCOMPARE(f.json(), before);
    }

    /// A name that several units bear is chosen from the list: never the first of them by itself.
    void ofManyUnitsOfANameNoneIsTaken()
    {
        Agency f;
        f.unit(u"Chung"_s, f.a);
        for (int i = 0; i < 14; ++i)
            f.unit(u"Phòng Chung %1"_s.arg(i), f.b);
        f.unit(u"Chung"_s, f.b);
        f.unit(u"Chung Một"_s, f.b);
        f.document().select(f.a);
        UnitId many;
        UnitId one;
        f.dialogs.reorganising = [&](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            const auto *heir = dialog.findChild<UnitChooser *>(u"heir"_s);
            hand.type(u"heir"_s, u"chung"_s);
            many = heir->unit();
            hand.type(u"heir"_s, u" một"_s);
            one = heir->unit();
            dialog.reject();
        };
        f.trigger(u"absorb"_s);
        QVERIFY(many.isNull());
        QCOMPARE(one, f.named(u"Chung Một"_s));
    }

    void twoUnitsBecomeANewOneWithTheChosenHead()
    {
        Agency f;
        f.document().selectAll({f.a, f.b});
        f.dialogs.reorganising = [&](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            hand.type(u"name"_s, u"Phòng AB"_s);
            auto *head = dialog.findChild<QComboBox *>(u"head"_s);
            QCOMPARE(head->count(), 3);
            head->setCurrentIndex(2);
            Q_EMIT head->activated(2);
            QVERIFY(hand.finish().contains(u"Dôi dư, được giữ thêm: Trưởng A."_s));
        };
        f.trigger(u"consolidate"_s);
        QCOMPARE(f.chart().first(2), QStringList({u"UBND"_s, u"Phòng AB"_s}));
        const OrgView &view = f.document().view();
        QCOMPARE(view.units()[uz(view.indexOf(f.document().selected().value()))].state.name, u"Phòng AB"_s);
    }

    void aDividedUnitSaysWhereEverythingGoes()
    {
        Agency f;
        f.document().select(f.a);
        QString refused;
        f.dialogs.reorganising = [&](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            auto *names = dialog.findChild<QPlainTextEdit *>(u"names"_s);
            names->setPlainText(u"Phòng A1\nPhòng A2"_s);
            hand.send(0, u"Phòng A1"_s);
            hand.send(1, u"Phòng A2"_s);
            dialog.accept();
            refused = hand.outcome();
            hand.send(2, u"Phòng A1"_s);
            names->moveCursor(QTextCursor::Start);
            names->insertPlainText(u"Phòng A0\n"_s); // and everything still goes where it was sent
            dialog.accept();
        };
        f.trigger(u"divide"_s);
        QCOMPARE(refused, u"Chưa nói rõ “Tổ 2” của “Phòng A” chuyển về đâu."_s);
        QCOMPARE(f.chart(), QStringList({u"UBND"_s, u"Phòng B"_s, u"Trưởng B"_s, u"Phòng A0"_s, u"Phòng A1"_s,
                                         u"Trưởng A"_s, u"Tổ 2"_s, u"Phòng A2"_s, u"Tổ 1"_s}));
    }

    void aUnitGoesUnderAnotherFromTheDateOn()
    {
        Agency f;
        f.document().select(f.team1);
        f.dialogs.reorganising = [](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            QVERIFY(dialog.findChild<QTreeWidget *>(u"things"_s) == nullptr);
            hand.order();
            hand.type(u"heir"_s, u"Phòng B"_s);
            QVERIFY(hand.finish().startsWith(u"Về Phòng B: Tổ 1."_s));
        };
        f.trigger(u"transfer"_s);
        QVERIFY(f.chart().endsWith(u"Tổ 1"_s));
        f.document().setAsOf(*Day::fromYmd(2025, 6, 30));
        QVERIFY(f.chart().endsWith(u"Trưởng B"_s));
    }

    void nothingIsSaidOfFindingsOnADayBeforeTheDate()
    {
        Agency f;
        f.document().setAsOf(*Day::fromYmd(2025, 6, 30));
        f.document().select(f.team1);
        QString said;
        f.dialogs.reorganising = [&said](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            hand.type(u"heir"_s, u"Phòng B"_s);
            said = hand.finish();
        };
        f.trigger(u"transfer"_s);
        QVERIFY2(said.endsWith(u"Chưa rà soát: sơ đồ đang xem tại ngày 30/06/2025, trước ngày có hiệu lực."_s),
                 qPrintable(said));
    }

    /// The numbers of a unit above hold those of the units below; where it has none the number below is lost, and told.
    void aNumberThatEndsIsTold()
    {
        Agency f;
        ChangeBuilder builder(f.document().organisation());
        builder.put(Quota{f.document().ids().make<QuotaId>(), f.team1, 2026, QuotaKind::CivilServants, 7, {}, {}, {}});
        Change quota;
        quota.title = u"Giao biên chế"_s;
        quota.images = builder.takeImages();
        QVERIFY(f.document().perform(quota));
        f.document().select(f.team1);
        QString said;
        f.dialogs.reorganising = [&said](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            hand.type(u"heir"_s, u"Phòng A"_s);
            said = hand.finish();
        };
        f.trigger(u"absorb"_s);
        QVERIFY2(said.contains(u"năm 2026 của Tổ 1: 7 → –."_s), qPrintable(said));
    }

    void whoThinksBetterOfItChangesNothing()
    {
        Agency f;
        f.document().select(f.a);
        const QByteArray before = f.json();
        f.dialogs.reorganising = [](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            dialog.reject();
        };
        f.trigger(u"dissolve"_s);
        QCOMPARE(f.json(), before);
        f.document().select(f.headA);
        QVERIFY(!f.window->action(u"dissolve"_s)->isEnabled());
        f.document().select(f.a);
        QVERIFY(!f.window->action(u"consolidate"_s)->isEnabled()); // of one unit
    }

    void theHistoryOfAUnitIsTold()
    {
        Agency f;
        f.document().select(f.a);
        f.dialogs.reorganising = [](ReorganisationDialog &dialog) {
            const Hand hand{dialog};
            hand.order();
            hand.type(u"heir"_s, u"Phòng B"_s);
            QVERIFY(!hand.finish().isEmpty());
        };
        f.trigger(u"absorb"_s);
        f.document().select(f.b);
        f.trigger(u"history"_s);
        QVERIFY2(f.dialogs.shown.contains(u"01/07/2025: Phòng B tiếp nhận Phòng A (toàn bộ)"_s),
                 qPrintable(f.dialogs.shown));
    }
};

BM_GUI_TEST_MAIN(TestReorganisationWindow)
#include "test_reorganisation_window.moc"

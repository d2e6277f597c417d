// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/organisation_builder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/rules_panel.h"
#include "ui/window/file_commands.h"
#include "ui/window/form_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestFindingWindow : public QObject
{
    Q_OBJECT

private:
    static const Finding &finding(const WindowFixture &f, const QString &rule)
    {
        const auto &findings = f.document().session().report().findings;
        const auto found = std::ranges::find(findings, rule, &Finding::rule);
        if (found == findings.end())
            qFatal("no such finding");
        return *found;
    }

    /// The sample with the fourth deputy of Phòng Kinh tế.
    static void openSample(WindowFixture &f)
    {
        f.window->files().openPath(QStringLiteral(BOMAY_SOURCE_DIR "/resources/samples/thu-duc-2021.xlsx"));
        f.document().setAsOf(PartialDate::parse(u"2021-12-31"_s)->firstDay());
    }

    /// The list of rules, in sight.
    static const QAbstractItemModel *rulesOf(const WindowFixture &f)
    {
        f.window->findChild<QDockWidget *>(u"rulesDock"_s)->raise();
        auto *table = f.window->findChild<QTreeView *>(u"rulesTable"_s);
        if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; }))
            qFatal("the list of rules is not shown");
        return table->model();
    }

    static QString cellOf(const QAbstractItemModel *rules, const QString &citation, RulesPanel::Column column)
    {
        for (int row = 0; row < rules->rowCount(); ++row)
            if (rules->index(row, RulesPanel::Citation).data().toString() == citation)
                return rules->index(row, column).data().toString();
        return u"no such rule"_s;
    }

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

    void aPastedAnnexIsPreviewedAndIsOneStepOfUndo()
    {
        WindowFixture f;
        openSample(f);
        const int position = f.document().session().position();
        const QString table = u"STT\tTên cơ quan, đơn vị\tSố lượng cấp phó\r\n"
                              "1\tPhòng Nội vụ\t2\r\n2\tPhòng Tư pháp\tba\r\n3\tPhòng Kinh tế\t3\r\n"_s;
        QGuiApplication::clipboard()->setText(table);
        f.dialogs.nextForm = QStringList{table, u"15/QĐ-UBND"_s};
        f.trigger(u"pasteAllotments"_s);
        QCOMPARE(f.dialogs.offered.front(), table);
        QCOMPARE(f.dialogs.asked.last(), u"allotments incomplete"_s);
        QVERIFY2(f.dialogs.shown.contains(u"Sẽ ghi: Phòng Nội vụ: 2 cấp phó\n"_s), qPrintable(f.dialogs.shown));
        QVERIFY2(f.dialogs.shown.contains(u"“ba”"_s), qPrintable(f.dialogs.shown));
        const auto allotted = [&f](const QString &name) -> std::optional<int> {
            for (const ViewUnit &unit : f.document().view().units())
                if (unit.state.name == name)
                    return unit.state.allotmentBasis == u"15/QĐ-UBND" ? unit.state.deputiesAllotted : std::nullopt;
            return std::nullopt;
        };
        QCOMPARE(allotted(u"Phòng Nội vụ"_s), std::optional(2));
        QCOMPARE(allotted(u"Phòng Kinh tế"_s), std::optional(3));
        QCOMPARE(allotted(u"Phòng Tư pháp"_s), std::nullopt);
        QCOMPARE(f.document().session().position(), position + 1);
        f.document().undo();
        QCOMPARE(allotted(u"Phòng Nội vụ"_s), std::nullopt);
    }

    void aPasteThatIsNoTableOrIsNotTakenChangesNothing()
    {
        WindowFixture f;
        openSample(f);
        const QByteArray before = f.json();
        f.dialogs.nextForm = QStringList{u"không phải bảng"_s, u"15/QĐ-UBND"_s};
        f.trigger(u"pasteAllotments"_s);
        QCOMPARE(f.dialogs.told.size(), 1);
        f.dialogs.nextForm = QStringList{u"Phòng Nội vụ\t2"_s, u"15/QĐ-UBND"_s};
        f.dialogs.nextImport = false;
        f.trigger(u"pasteAllotments"_s);
        f.dialogs.nextForm = std::nullopt;
        f.trigger(u"pasteAllotments"_s);
        QCOMPARE(f.json(), before);
    }

    void everyRuleInForceIsListedWithWhatBecameOfIt()
    {
        WindowFixture f;
        openSample(f);
        const auto *rules = rulesOf(f);
        const QString deputies = u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s;
        QCOMPARE(cellOf(rules, deputies, RulesPanel::LabelColumn), u"Đã đọc nguyên văn"_s);
        QCOMPARE(cellOf(rules, deputies, RulesPanel::Passed), u"12"_s);
        QCOMPARE(cellOf(rules, deputies, RulesPanel::Broken), u"1"_s);
        QCOMPARE(cellOf(rules, deputies, RulesPanel::State), u"Đang bật"_s);
        const int all = rules->rowCount();
        auto *which = f.window->findChild<QComboBox *>(u"rulesChoice"_s);
        int parts = 0;
        for (int choice = 1; choice < which->count(); ++choice) {
            which->setCurrentIndex(choice);
            parts += rules->rowCount();
        }
        QCOMPARE(parts, all); // with units, without, off
        which->setCurrentIndex(0);
        // A rule of the two-level government is not in force yet.
        QCOMPARE(cellOf(rules, u"khoản 3 Điều 51 Luật số 72/2025/QH15"_s, RulesPanel::State), u"no such rule"_s);
    }

    void aRuleThatFoundNothingIsConfirmedAndSwitchedFromTheList()
    {
        const QString rule = u"deputies.tiers"_s;
        WindowFixture f;
        openSample(f);
        (void)rulesOf(f);
        auto *panel = f.window->findChild<RulesPanel *>();
        const auto actionsOf = [&](QMenu &menu) {
            panel->addActions(menu, {.texts = {}, .keys = {}, .id = rule});
            return menu.actions();
        };
        QMenu first;
        QCOMPARE(actionsOf(first).size(), 2);
        f.dialogs.nextForm = QStringList{u"Công báo"_s, u"Người thử"_s, QString()};
        first.actions().last()->trigger();
        QCOMPARE(f.document().organisation().confirmations().size(), 1);
        QMenu second;
        QCOMPARE(actionsOf(second).size(), 1); // it is confirmed
        second.actions().first()->trigger();
        QVERIFY(f.document().session().report().disabled.contains(rule));
        QMenu third;
        actionsOf(third).first()->trigger();
        QVERIFY(!f.document().session().report().disabled.contains(rule));
    }

    void aWaiverIsAskedForWrittenUndone()
    {
        WindowFixture f;
        openSample(f);
        auto *panel = f.window->findChild<FindingsPanel *>();
        f.dialogs.nextForm = QStringList{u"Chờ sắp xếp"_s, u"12/TB-UBND"_s, u"Người thử"_s};
        Q_EMIT panel->waiverWanted(finding(f, u"nd33.15.3.thuduc.cqcm.deputy"_s));
        QVERIFY(f.dialogs.lines.front().contains(u"Phòng Kinh tế"_s));
        QCOMPARE(f.document().session().report().waived(), 1);
        QCOMPARE(f.document().organisation().waivers().size(), 1);
        QCOMPARE((*f.document().organisation().waivers().begin()).reason, u"Chờ sắp xếp"_s);
        QVERIFY(f.document().session().isModified());
        f.document().undo();
        QCOMPARE(f.document().session().report().count(Severity::Error), 1);
    }

    void whoThinksBetterOfItWaivesNothing()
    {
        WindowFixture f;
        openSample(f);
        f.dialogs.nextForm = std::nullopt;
        Q_EMIT f.window->findChild<FindingsPanel *>()->waiverWanted(finding(f, u"nd33.15.3.thuduc.cqcm.deputy"_s));
        QCOMPARE(f.document().session().report().waived(), 0);
    }

    void aRuleIsConfirmed()
    {
        WindowFixture f;
        openSample(f);
        f.dialogs.nextForm = QStringList{u"Công báo"_s, u"Người thử"_s, u"1"_s};
        Q_EMIT f.window->findChild<FindingsPanel *>()->confirmationWanted(u"deputies.tiers"_s);
        QVERIFY(f.dialogs.lines.join(u' ').contains(u"Căn cứ: "_s));
        const Confirmation row = *f.document().organisation().confirmations().begin();
        QCOMPARE(row.rule, u"deputies.tiers"_s);
        QCOMPARE(row.basis, u"Công báo"_s);
        QVERIFY(row.asError && !row.edition.isEmpty());
    }

    void aRuleIsSwitchedOffForTheDocumentAndUndone()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        WindowFixture f;
        openSample(f);
        auto *panel = f.window->findChild<FindingsPanel *>();
        Q_EMIT panel->ruleSwitchWanted(rule, false);
        QVERIFY(f.document().session().report().disabled.contains(rule));
        QCOMPARE(f.document().session().report().count(Severity::Error), 0);
        const auto *summary = panel->findChild<QLabel *>(u"findingsSummary"_s);
        QVERIFY2(summary->text().contains(u"1 quy định đã tắt"_s), qPrintable(summary->text()));
        f.document().undo();
        QCOMPARE(f.document().session().report().count(Severity::Error), 1);
        f.document().redo();
        Q_EMIT panel->ruleSwitchWanted(rule, true);
        QCOMPARE(f.document().organisation().ruleSwitches().size(), 0); // as it is by itself
        QCOMPARE(f.document().session().report().count(Severity::Error), 1);
    }

    void enterInAFormAcceptsWhatWasTyped()
    {
        FormDialog dialog({u"Giải trình"_s,
                           u"Vì sao?"_s,
                           {{FormField::Kind::Text, u"Lý do"_s, {}, u"Chờ"_s, true},
                            {FormField::Kind::Line, u"Văn bản"_s, {}, {}, false}},
                           u"Ghi"_s});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *line = dialog.findChild<QLineEdit *>();
        line->setFocus();
        QTest::keyClicks(line, u"1/QD"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(!dialog.isVisible());
    }

    void theKeyForTheNextFindingShowsIt()
    {
        WindowFixture f;
        openSample(f);
        f.trigger(u"nextFinding"_s);
        QCOMPARE(f.document().selected(),
                 std::optional(finding(f, u"nd33.15.3.thuduc.cqcm.deputy"_s).subjects.front().node));
    }

    void theHelpTellsHowPacksAreWritten()
    {
        WindowFixture f;
        f.trigger(u"packHelp"_s);
        QVERIFY(f.dialogs.shown.contains(u"[[rule]]"_s));
    }

    void aFormIsAcceptedOnlyWithWhatItNeeds()
    {
        FormDialog dialog({u"Giải trình"_s,
                           u"Vì sao?"_s,
                           {{FormField::Kind::Text, u"Lý do"_s, {}, {}, true},
                            {FormField::Kind::Line, u"Văn bản"_s, {}, u"1/QĐ"_s, false},
                            {FormField::Kind::Tick, u"Tính"_s, {}, {}, false}},
                           u"Ghi"_s});
        QPushButton *accept = nullptr;
        for (QPushButton *button : dialog.findChildren<QPushButton *>())
            if (button->text() == u"Ghi"_s)
                accept = button;
        QVERIFY(accept != nullptr && !accept->isEnabled());
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u" \n"_s);
        QVERIFY(!accept->isEnabled());
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u" Chờ sắp xếp "_s);
        QVERIFY(accept->isEnabled());
        dialog.findChild<QCheckBox *>()->setChecked(true);
        QCOMPARE(dialog.answers(), (QStringList{u"Chờ sắp xếp"_s, u"1/QĐ"_s, u"1"_s}));
    }
};

BM_GUI_TEST_MAIN(TestFindingWindow)
#include "test_finding_window.moc"

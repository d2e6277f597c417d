// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/organisation_builder.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/panels/findings_panel.h"
#include "ui/window/file_commands.h"
#include "ui/window/form_dialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

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

private Q_SLOTS:
    void init() { BM_FAIL_ON_WARNING(); }

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

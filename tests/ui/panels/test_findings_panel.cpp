// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/change/edits_office_word.h"
#include "core/decree/office_word.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/document/finding_mark.h"
#include "ui/panels/findings_model.h"
#include "ui/panels/findings_panel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

#include <vector>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKind = static_cast<int>(FindingColumn::Kind);
constexpr int kSubjects = static_cast<int>(FindingColumn::Subjects);
constexpr int kText = static_cast<int>(FindingColumn::Text);
constexpr int kCitation = static_cast<int>(FindingColumn::Citation);

/// The UBND of Thủ Đức with one agency of four deputies, where three are allowed, and one that is as it should be.
struct ThuDuc
{
    ThuDuc()
    {
        const LocalityId city = builder.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        const LocalityId district = builder.locality(u"769"_s, u"thành phố Thủ Đức"_s, LocalityType::CityInCity, city);
        committee = builder.ids().make<UnitId>();
        UnitState state;
        state.name = u"Ủy ban nhân dân thành phố Thủ Đức"_s;
        state.kind = UnitKind::PeoplesCommittee;
        state.locality = district;
        builder.put(Unit{committee, u"TD"_s, false, {state}});
        crowded = agency(u"Phòng Nội vụ"_s, 4);
        right = agency(u"Phòng Tư pháp"_s, 2);
    }

    UnitId agency(const QString &name, int deputies)
    {
        const UnitId unit = builder.unit(name, committee, UnitKind::SpecialisedAgency);
        heads.push_back(builder.post(unit, u"Trưởng phòng"_s, PostRole::Head));
        for (int i = 0; i < deputies; ++i)
            builder.post(unit, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
        return unit;
    }

    OrganisationBuilder builder;
    UnitId committee;
    UnitId crowded;
    UnitId right;
    std::vector<PostId> heads; ///< of the crowded agency, of the right one
};

} // namespace

class TestFindingsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void findingsComeFirstTheGravestOnTop()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        QCOMPARE(text(table, 0, kKind), u"Trái quy định"_s);
        QCOMPARE(text(table, 0, kSubjects), u"Phòng Nội vụ"_s);
        QVERIFY(text(table, 0, kText).contains(u'4'));
        QVERIFY(text(table, 0, kCitation).contains(u"33/2021/NĐ-CP"_s));
        QVERIFY(!rowAt(table, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(summary(panel).startsWith(u"1 trái quy định · "_s));
        QVERIFY(summary(panel).endsWith(u"(tại ngày 31/12/2021)"_s));
        QVERIFY(!panel.findChild<QLabel *>(u"findingsEmpty"_s)->isVisible());
    }

    void everyRuleThatSaidNothingStandsBelowInGreyWithItsReason()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const CheckReport &report = fixture.document().session().report();
        QVERIFY(!report.notApplicable.empty());
        QCOMPARE(sizeOf(rowsOf(table)), sizeOf(report.findings) + sizeOf(report.notChecked) +
                                            sizeOf(report.notApplicable) + sizeOf(report.leftOut) +
                                            sizeOf(report.disabled));
        const int row = sizeOf(report.findings) + sizeOf(report.notChecked);
        QCOMPARE(text(table, row, kKind), u"Không áp dụng"_s);
        QVERIFY(text(table, row, kText).contains(u": "_s));
        QVERIFY(rowAt(table, row).data(Qt::ForegroundRole).isValid());
        QVERIFY(!rowAt(table, 0).data(Qt::ForegroundRole).isValid());
    }

    void aClickOrEnterSelectsTheSubject()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const QModelIndex first = rowAt(table, 0, kText);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.crowded));
        fixture.document().select(std::nullopt);
        table->setFocus();
        table->setCurrentIndex(first);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.crowded));
    }

    void aRowAboutManyUnitsLeadsFromOneToTheNext()
    {
        ThuDuc data; // two agencies without posts: their deputies cannot be counted
        for (const QString &name : {u"Phòng Y tế"_s, u"Phòng Kinh tế"_s})
            data.builder.unit(name, data.committee, UnitKind::SpecialisedAgency);
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const auto *model = qobject_cast<FindingsModel *>(table->model());
        const QList<QModelIndex> rows = rowsOf(table);
        const auto row = std::ranges::find_if(
            rows, [model](const QModelIndex &index) { return model->row(index)->subjects.size() >= 2; });
        QVERIFY(row != rows.end());
        QCOMPARE(row->data().toString(), u"Chưa đủ số liệu"_s);
        const std::vector<NodeRef> subjects = model->row(*row)->subjects;
        table->setFocus();
        table->setCurrentIndex(*row);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.document().selected(), std::optional(subjects[0]));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.document().selected(), std::optional(subjects[1]));
    }

    void theListFollowsEditsAndTheDay()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        Document &document = fixture.document();
        const OrgView &view = document.view();
        const PostId deputy = view.posts()[uz(view.postsOfUnit(view.indexOf(data.crowded)).back())].id;
        const std::array nodes{NodeRef(deputy)};
        QVERIFY(document.perform(removeNodes(document.organisation(), nodes, document.scope())));
        QVERIFY(summary(panel).startsWith(u"0 trái quy định · "_s));
        document.undo();
        QVERIFY(summary(panel).startsWith(u"1 trái quy định · "_s));
        document.setAsOf(
            day(u"2026-01-01"_s)); // the district level is no more: nobody counts its deputies, it must not be
        QVERIFY2(summary(panel).startsWith(u"1 trái quy định · "_s), qPrintable(summary(panel)));
        QVERIFY(text(table, 0, kCitation).contains(u"Luật số 72/2025/QH15"_s));
        QVERIFY(summary(panel).endsWith(u"(tại ngày 01/01/2026)"_s));
    }

    void longTextsAreWrappedAndNotCutOff()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const QModelIndex finding = rowAt(table, 0, kText);
        const auto fits = [&](int column) {
            const QRect cell = table->visualRect(finding.siblingAtColumn(column));
            const int letters = cell.width() - 2 * (table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
            const QRect needed = table->fontMetrics().boundingRect(QRect(0, 0, letters, 10000), Qt::TextWordWrap,
                                                                   text(table, 0, column));
            return needed.width() <= letters && needed.height() <= cell.height();
        };
        panel.resize(1600, 400);
        QTRY_VERIFY(fits(kText));
        const int low = table->visualRect(finding).height();
        panel.resize(520, 400);
        QTRY_VERIFY(table->visualRect(finding).height() > low);
        QVERIFY(fits(kText));
        QVERIFY(fits(kCitation));
        panel.resize(1600, 400);
        QTRY_COMPARE(table->visualRect(finding).height(), low);
        QVERIFY(finding.data(Qt::ToolTipRole).toString().contains(text(table, 0, kText)));
    }

    void withoutAFindingItSaysSo()
    {
        OrganisationBuilder builder;
        PanelFixture fixture(builder.organisation());
        FindingsPanel panel(fixture.context());
        open(panel);
        const auto *empty = panel.findChild<QLabel *>(u"findingsEmpty"_s);
        QVERIFY(empty->isVisible());
        // Nothing was checked: that must not read as a pass.
        QVERIFY(empty->text().startsWith(u"Không có quy định nào"_s));
    }

    void aCleanChartSaysThatNothingWasFound()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        open(panel);
        Document &document = fixture.document();
        const OrgView &view = document.view();
        const std::array nodes{NodeRef(view.posts()[uz(view.postsOfUnit(view.indexOf(data.crowded)).back())].id)};
        QVERIFY(document.perform(removeNodes(document.organisation(), nodes, document.scope())));
        QVERIFY(document.session().report().findings.empty());
        const auto *empty = panel.findChild<QLabel *>(u"findingsEmpty"_s);
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->text().startsWith(u"Không phát hiện nội dung trái quy định tại ngày 31/12/2021"_s),
                 qPrintable(empty->text()));
    }

    void hiddenItChecksNothingAndCatchesUpWhenShown()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        panel.hide();
        Document &document = fixture.document();
        QVERIFY(
            document.perform(rename(document.organisation(), data.crowded, u"Phòng Nội vụ mới"_s, document.scope())));
        QCOMPARE(text(table, 0, kSubjects), u"Phòng Nội vụ"_s);
        panel.show();
        QCOMPARE(text(table, 0, kSubjects), u"Phòng Nội vụ mới"_s);
    }

    void copyTakesTheSelectedRowsBeforeTheWindowsOwnCopy()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        QAction copy(&panel);
        copy.setShortcut(QKeySequence::Copy);
        panel.addAction(&copy);
        int windowCopies = 0;
        connect(&copy, &QAction::triggered, &panel, [&windowCopies] { ++windowCopies; });
        table->setFocus();
        table->setCurrentIndex(rowAt(table, 0));
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
        QCOMPARE(cells.size(), 4);
        QCOMPARE(cells[0], u"Trái quy định"_s);
        QCOMPARE(cells[1], u"Phòng Nội vụ"_s);
        QCOMPARE(windowCopies, 0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1);
    }

    void theToolTipExplainsAndIsNoMarkup()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        Document &document = fixture.document();
        QVERIFY(document.perform(rename(document.organisation(), data.crowded, u"<i>Phòng</i>"_s, document.scope())));
        FindingsPanel panel(fixture.context());
        const QString tip = rowAt(open(panel), 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"&lt;i&gt;"_s));
        QVERIFY(tip.contains(u"Căn cứ: "_s));
        QVERIFY(tip.contains(fixture.document().session().report().findings[0].explanation.vi.toHtmlEscaped()));
    }

    void groupsAreByKindRuleOrUnit()
    {
        ThuDuc data;
        data.builder.unit(u"Phòng Y tế"_s, data.committee, UnitKind::SpecialisedAgency); // its posts are missing
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        const auto groups = [table] {
            QStringList texts;
            for (int i = 0; i < table->model()->rowCount(); ++i)
                texts += table->model()->index(i, 0).data().toString();
            return texts;
        };
        QCOMPARE(groups().front(), u"Trái quy định (1)"_s);
        QVERIFY(table->isExpanded(table->model()->index(0, 0)));
        const int silent = sizeOf(groups()) - 1;
        QVERIFY(groups()[silent].startsWith(u"Đã tắt"_s)); // of label MEMORY
        QVERIFY(!table->isExpanded(table->model()->index(silent, 0)));
        // Several rules wait for the posts of Phòng Y tế: one row.
        const QStringList byKind = groups();
        const auto waiting = std::ranges::find_if(byKind, [](const QString &t) { return t.startsWith(u"Chưa đủ"_s); });
        QVERIFY(waiting != byKind.end());

        auto *choice = panel.findChild<QComboBox *>(u"findingsGrouping"_s);
        choose(choice, 1);
        QVERIFY(groups().front().startsWith(u"Số lượng cấp phó của cơ quan chuyên môn"_s));
        choose(choice, 2);
        QVERIFY(groups().contains(u"Phòng Nội vụ (1)"_s));
        QVERIFY(std::ranges::any_of(groups(), [](const QString &t) { return t.startsWith(u"Phòng Y tế ("_s); }));
    }

    void whatWasFoldedStaysFolded()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        table->collapse(table->model()->index(0, 0));
        Document &document = fixture.document();
        QVERIFY(
            document.perform(rename(document.organisation(), data.right, u"Phòng Tư pháp mới"_s, document.scope())));
        QVERIFY(!table->isExpanded(table->model()->index(0, 0)));
    }

    void theMenuOfAFindingFixesWaivesAndSwitchesOff()
    {
        ThuDuc data;
        data.builder.holder(data.heads.front(),
                            u"Nguyễn Văn An"_s); // where nobody is named, nothing says who is missing
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        Document &document = fixture.document();
        QSignalSpy waiving(&panel, &FindingsPanel::waiverWanted);
        QSignalSpy switching(&panel, &FindingsPanel::ruleSwitchWanted);
        auto *actions = panel.findChild<QPushButton *>(u"findingActions"_s);
        QVERIFY(!actions->isEnabled());
        table->setCurrentIndex(rowAt(table, 0));
        QVERIFY(actions->isEnabled());
        QVERIFY(press(*actions, u"Giải trình…"_s));
        QCOMPARE(waiving.size(), 1);
        QVERIFY(press(*actions, u"Tắt quy định này"_s));
        QCOMPARE(switching.size(), 1);
        QCOMPARE(switching[0][1].toBool(), false);
        QVERIFY(press(*actions, u"Bỏ 1 vị trí cấp phó đang khuyết (còn 3)"_s));
        QVERIFY(summary(panel).startsWith(u"0 trái quy định · "_s));
        QVERIFY(document.session().undoTitle().startsWith(u"Bỏ cấp phó"_s));
    }

    void aWaiverThatMatchesNothingIsShownAndTakenBack()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        QTreeView *table = open(panel);
        Document &document = fixture.document();
        const Finding finding = document.session().report().findings.front();
        QVERIFY(
            document.perform(waiveFinding(document.organisation(), waiverFor(finding, u"Chờ"_s, {}), document.ids())));
        QVERIFY(summary(panel).startsWith(u"0 trái quy định"_s));
        QVERIFY(summary(panel).contains(u"1 đã giải trình"_s));
        QVERIFY(text(table, 0, kText).contains(u"Giải trình: Chờ."_s));
        const OrgView &view = document.view();
        const std::array nodes{NodeRef(view.posts()[uz(view.postsOfUnit(view.indexOf(data.crowded)).back())].id)};
        QVERIFY(document.perform(removeNodes(document.organisation(), nodes, document.scope())));
        QCOMPARE(text(table, 0, kKind), u"Đã giải trình"_s);
        QVERIFY(text(table, 0, kText).startsWith(u"Không có nội dung nào ứng"_s));
        table->setCurrentIndex(rowAt(table, 0));
        QVERIFY(press(*panel.findChild<QPushButton *>(u"findingActions"_s), u"Bỏ giải trình"_s));
        QCOMPARE(document.organisation().waivers().size(), 0);
    }

    void theNextFindingIsShownWithItsSubject()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        FindingsPanel panel(fixture.context());
        open(panel);
        panel.showNext();
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.crowded));
        panel.showNext(); // the only one: again
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.crowded));
    }

    void everyKindHasAMarkOfItsOwnShape()
    {
        QList<QImage> shapes;
        for (int kind = 0; kind < kFindingKinds; ++kind) {
            const QImage mark = findingMark(static_cast<FindingKind>(kind)).pixmap(QSize(32, 32)).toImage();
            const QImage shape = mark.convertToFormat(QImage::Format_Alpha8);
            QVERIFY(!shapes.contains(shape));
            shapes.append(shape);
        }
    }

private:
    static void choose(QComboBox *box, int line)
    {
        box->setCurrentIndex(line);
        Q_EMIT box->activated(line); // as the mouse does
    }

    /// Opens the menu of a button and takes an action by its text; false where there is none.
    static bool press(QPushButton &button, const QString &text)
    {
        QMenu *menu = button.menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions())
            if (action->text().startsWith(text)) {
                action->trigger();
                return true;
            }
        return false;
    }

    static QTreeView *open(FindingsPanel &panel)
    {
        panel.resize(1000, 260);
        return showActive(panel) ? panel.findChild<QTreeView *>(u"findingsTable"_s) : nullptr;
    }

    /// The rows of all groups, from the top.
    static QList<QModelIndex> rowsOf(const QTreeView *table)
    {
        QList<QModelIndex> rows;
        const QAbstractItemModel &model = *table->model();
        for (int group = 0; group < model.rowCount(); ++group)
            for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
                rows += model.index(row, 0, model.index(group, 0));
        return rows;
    }

    static QModelIndex rowAt(const QTreeView *table, int row, int column = 0)
    {
        return rowsOf(table).value(row).siblingAtColumn(column);
    }

    static QString text(const QTreeView *table, int row, int column)
    {
        return rowAt(table, row, column).data().toString();
    }

    static QString summary(FindingsPanel &panel) { return panel.findChild<QLabel *>(u"findingsSummary"_s)->text(); }
};

BM_WIDGET_TEST_MAIN(TestFindingsPanel)
#include "test_findings_panel.moc"

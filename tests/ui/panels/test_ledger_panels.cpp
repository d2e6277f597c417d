// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/numbers.h"
#include "core/change/edits_office_word.h"
#include "core/decree/ledger_text.h"
#include "tests/ui/panels/panel_fixture.h"
#include "ui/panels/deadlines_panel.h"
#include "ui/panels/ledger_panel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Two agencies of Thủ Đức in 2021: one with four deputies where three are allowed, one with a deputy in charge whose
/// term ends.
struct ThuDuc
{
    ThuDuc()
    {
        const LocalityId city = builder.locality(u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity);
        const LocalityId district = builder.locality(u"769"_s, u"thành phố Thủ Đức"_s, LocalityType::CityInCity, city);
        const UnitId committee = builder.ids().make<UnitId>();
        UnitState state;
        state.name = u"Ủy ban nhân dân thành phố Thủ Đức"_s;
        state.kind = UnitKind::PeoplesCommittee;
        state.locality = district;
        builder.put(Unit{committee, u"TD"_s, false, {state}});
        right = builder.unit(u"Phòng Tư pháp"_s, committee, UnitKind::SpecialisedAgency);
        crowded = builder.unit(u"Phòng Nội vụ"_s, committee, UnitKind::SpecialisedAgency);
        builder.post(crowded, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1, 4);
        leading = builder.post(right, u"Trưởng phòng"_s, PostRole::Head);
        builder.holder(leading, u"An"_s, AppointmentKind::InCharge, period(u"2021-12-01"_s, u"2022-02-28"_s));
        builder.holder(builder.post(right, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1), u"Bình"_s);
        builder.post(right, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1);
    }

    OrganisationBuilder builder;
    UnitId right;
    UnitId crowded;
    PostId leading;
};

QString cell(const QTreeView *table, int row, LedgerColumn column)
{
    return table->model()->index(row, static_cast<int>(column)).data().toString();
}

int rowNamed(const QTreeView *table, const QString &name)
{
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (cell(table, row, LedgerColumn::Name) == name)
            return row;
    return -1;
}

} // namespace

class TestLedgerPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void theLedgerShowsEachUnitWithItsCeilingAndArticle()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        const auto *table = open(panel, u"ledgerTable"_s);
        const int row = rowNamed(table, u"Phòng Nội vụ"_s);
        QVERIFY(row >= 0);
        QCOMPARE(cell(table, row, LedgerColumn::Ceiling), u"3"_s);
        QCOMPARE(cell(table, row, LedgerColumn::Rule), u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s);
        QCOMPARE(cell(table, row, LedgerColumn::InPost), u"4"_s);
        QCOMPARE(cell(table, row, LedgerColumn::Surplus), u"1"_s);
        QVERIFY(table->model()->index(row, 0).data(Qt::FontRole).value<QFont>().bold());
        const int other = rowNamed(table, u"Phòng Tư pháp"_s);
        QCOMPARE(cell(table, other, LedgerColumn::Vacant), u"1"_s);
        QVERIFY(!table->model()->index(other, 0).data(Qt::FontRole).isValid());
        const QString summary = panel.findChild<QLabel *>(u"ledgerSummary"_s)->text();
        QVERIFY2(summary.contains(u"5 cấp phó có mặt · 1 ghế khuyết · 1 dôi dư"_s), qPrintable(summary));
        QVERIFY2(summary.endsWith(u"(tại ngày 31/12/2021)"_s), qPrintable(summary));
    }

    /// A rule that the document does without is no ceiling.
    void aRuleThatIsSwitchedOffIsNoCeiling()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        const auto *table = open(panel, u"ledgerTable"_s);
        Document &document = fixture.document();
        QVERIFY(document.perform(switchRule(
            document.organisation(), {{}, u"nd33.15.3.thuduc.cqcm.deputy"_s, false, {}, {}}, true, document.ids())));
        QCOMPARE(cell(table, rowNamed(table, u"Phòng Nội vụ"_s), LedgerColumn::Surplus), u"0"_s);
    }

    void columnsAreSortedAsNumbersAndComeBack()
    {
        ThuDuc data;
        data.builder.post(data.right, u"Phó Trưởng phòng"_s, PostRole::Deputy, 1, 10);
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        auto *table = open(panel, u"ledgerTable"_s);
        const QString first = cell(table, 0, LedgerColumn::Name);
        table->header()->setSortIndicator(static_cast<int>(LedgerColumn::Vacant), Qt::DescendingOrder);
        QCOMPARE(cell(table, 0, LedgerColumn::Name), u"Phòng Tư pháp"_s);
        table->header()->setSortIndicator(static_cast<int>(LedgerColumn::InPost), Qt::DescendingOrder);
        QCOMPARE(cell(table, 0, LedgerColumn::Name), u"Phòng Nội vụ"_s);
        table->header()->setSortIndicator(-1, Qt::AscendingOrder);
        QCOMPARE(cell(table, 0, LedgerColumn::Name), first);
    }

    void aClickLeadsToTheUnit()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        auto *table = open(panel, u"ledgerTable"_s);
        const QModelIndex index = table->model()->index(rowNamed(table, u"Phòng Nội vụ"_s), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.crowded));
    }

    void theChoiceSumsByKindAndLocality()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        const auto *table = open(panel, u"ledgerTable"_s);
        auto *choice = panel.findChild<QComboBox *>(u"ledgerChoice"_s);
        choice->setCurrentIndex(1);
        const int kind = rowNamed(table, labelOf(UnitKind::SpecialisedAgency));
        QVERIFY(kind >= 0);
        QCOMPARE(cell(table, kind, LedgerColumn::InPost), u"5"_s);
        choice->setCurrentIndex(2);
        QCOMPARE(cell(table, rowNamed(table, u"Thành phố Hồ Chí Minh"_s), LedgerColumn::InPost), u"5"_s);
    }

    void rowsAreCopiedUnderTheirTitles()
    {
        ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        auto *table = open(panel, u"ledgerTable"_s);
        table->setCurrentIndex(table->model()->index(rowNamed(table, u"Phòng Nội vụ"_s), 0));
        table->setFocus();
        QTest::keySequence(table, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"Mã đơn vị\tTên đơn vị\tTối đa\t"_s));
        QVERIFY2(lines[1].contains(u"Phòng Nội vụ\t3\tkhoản 3 Điều 15"_s), qPrintable(lines[1]));
        QCOMPARE(lines[1].count(u'\t'), lines[0].count(u'\t'));
    }

    void theListFollowsEditsAndTheDayWhileItIsSeen()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        LedgerPanel panel(fixture.context());
        auto *table = open(panel, u"ledgerTable"_s);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.document().setAsOf(day(u"2025-07-01"_s));
        QCOMPARE(cell(table, rowNamed(table, u"Phòng Nội vụ"_s), LedgerColumn::Ceiling), QString());
        panel.hide();
        fixture.document().setAsOf(day(u"2021-12-31"_s));
        QCOMPARE(cell(table, rowNamed(table, u"Phòng Nội vụ"_s), LedgerColumn::Ceiling), QString()); // out of sight
        panel.show();
        QCOMPARE(cell(table, rowNamed(table, u"Phòng Nội vụ"_s), LedgerColumn::Ceiling), u"3"_s);
    }

    void whatFallsDueIsListedWithinTheChosenDays()
    {
        const ThuDuc data;
        PanelFixture fixture(data.builder.organisation());
        DeadlinesPanel panel(fixture.context());
        auto *table = open(panel, u"deadlinesTable"_s);
        QCOMPARE(table->model()->rowCount(), 1); // 90 days at first
        const auto text = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QCOMPARE(text(DeadlinesPanel::Date), u"28/02/2022"_s);
        QCOMPARE(text(DeadlinesPanel::Left), u"còn 59 ngày"_s);
        QCOMPARE(text(DeadlinesPanel::Subject), u"Phòng Tư pháp"_s);
        QCOMPARE(text(DeadlinesPanel::Text), u"Hết thời hạn giữ chức vụ Trưởng phòng: An"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        QCOMPARE(fixture.document().selected(), std::optional<NodeRef>(data.leading));
        panel.findChild<QComboBox *>(u"deadlinesChoice"_s)->setCurrentIndex(0);
        QCOMPARE(table->model()->rowCount(), 0);
        QCOMPARE(panel.findChild<QLabel *>(u"deadlinesSummary"_s)->text(),
                 u"Không có việc nào đến hạn  (tính từ ngày 31/12/2021)"_s);
    }

private:
    static QTreeView *open(QWidget &panel, const QString &name)
    {
        panel.resize(1200, 400);
        if (!showActive(panel))
            qFatal("the panel is not shown");
        return panel.findChild<QTreeView *>(name);
    }
};

BM_WIDGET_TEST_MAIN(TestLedgerPanels)
#include "test_ledger_panels.moc"

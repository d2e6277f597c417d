// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/allotment.h"
#include "core/decree/checker.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDeputies = u"own.deputies-above-allotted"_s;
const QString kStaff = u"own.staff-above-allotted"_s;
const QString kParent = u"own.allotted-above-parent"_s;

PostState deputy(int seats = 1)
{
    PostState state;
    state.title = u"Phó Trưởng phòng"_s;
    state.role = PostRole::Deputy;
    state.tier = 1;
    state.seats = seats;
    return state;
}

Quota staffOf(int year, std::optional<int> allotted, std::optional<int> inPost, std::optional<int> reserve = {})
{
    return {{}, {}, year, QuotaKind::CivilServants, allotted, inPost, reserve, {}};
}

} // namespace

class TestAllotments : public QObject
{
    Q_OBJECT

private:
    std::vector<RulePack> m_packs = loadBuiltInPacks().packs;

    [[nodiscard]] std::vector<Finding> findings(const ChartFixture &chart, const QString &rule) const
    {
        const Organisation organisation = chart.organisation();
        CheckReport report = check(organisation, OrgView(organisation, day(u"2026-03-01"_s)), m_packs);
        std::erase_if(report.findings, [&rule](const Finding &finding) { return finding.rule != rule; });
        return report.findings;
    }

    /// Phòng A with a number of allotted deputies by a document.
    static ChartFixture division(std::optional<int> allotted, const QString &basis = {})
    {
        ChartFixture chart;
        ChartFixture::UnitLine line{u"A"_s, u"Phòng A"_s, UnitKind::Division};
        line.deputiesAllotted = allotted;
        line.allotmentBasis = basis;
        return chart.unit(line);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aVacantSeatIsNotInPostWhereHoldersAreEntered()
    {
        ChartFixture chart = division(1);
        chart.post(u"A"_s, deputy(), {{u"An"_s}}).post(u"A"_s, deputy());
        QVERIFY(findings(chart, kDeputies).empty());
        const OrgView view = chart.on("2026-03-01");
        QCOMPARE(deputiesInPost(view, 0).atMost, 1);
    }

    void whereNobodyIsNamedSeatsCount()
    {
        ChartFixture chart = division(1);
        chart.head(u"A"_s).post(u"A"_s, deputy(2));
        const auto found = findings(chart, kDeputies);
        QCOMPARE(sizeOf(found), 1);
        QCOMPARE(found.front().actual.number, 2);
        QCOMPARE(found.front().severity, Severity::Warning);
    }

    void aHolderOfManyPostsCountsInEachAndNoMoreThanItsSeats()
    {
        ChartFixture chart = division(1);
        chart.post(u"A"_s, deputy(), {{u"An"_s}, {u"Bình"_s}}); // the earlier one's last day was not entered
        QVERIFY(findings(chart, kDeputies).empty());
    }

    void aHalfFilledChartIsLeftOpen()
    {
        QVERIFY(findings(division(2), kDeputies).empty());            // no posts yet
        QVERIFY(findings(division(std::nullopt), kDeputies).empty()); // nothing allotted
        ChartFixture chart = division(0);
        PostState unknown = deputy();
        unknown.role = PostRole::Unknown;
        chart.post(u"A"_s, unknown);
        QVERIFY(findings(chart, kDeputies).empty());
        const Organisation organisation = chart.organisation();
        const CheckReport report = check(organisation, chart.on("2026-03-01"), m_packs);
        const auto open = std::ranges::find(report.notChecked, kDeputies, &NotChecked::rule);
        QVERIFY(open != report.notChecked.end());
        QCOMPARE(open->missing.code, u"missing-roles"_s);
    }

    void theFindingCitesTheDocumentThatAllots_data()
    {
        QTest::addColumn<QString>("basis");
        QTest::addColumn<QString>("citation");
        QTest::newRow("number") << u"15/QĐ-UBND"_s << u"Quyết định số 15/QĐ-UBND"_s;
        QTest::newRow("resolution") << u"8/NQ-HĐND"_s << u"Nghị quyết số 8/NQ-HĐND"_s;
        QTest::newRow("symbol of another kind") << u"8/KL-TU"_s << u"Văn bản số 8/KL-TU"_s;
        QTest::newRow("of a row") << u"16/qđ-ubnd"_s << u"Quyết định số 16/QĐ-UBND ngày 12/01/2026"_s;
        QTest::newRow("in words") << u"Thông báo  kết luận ngày 02/01/2026"_s
                                  << u"Thông báo kết luận ngày 02/01/2026"_s;
        QTest::newRow("none") << QString() << u"Văn bản giao (chưa nhập)"_s;
    }

    void theFindingCitesTheDocumentThatAllots()
    {
        QFETCH(const QString, basis);
        QFETCH(const QString, citation);
        ChartFixture chart = division(0, basis);
        chart.post(u"A"_s, deputy()).quota(u"A"_s, staffOf(2020, 1, 1), u"16/QĐ-UBND"_s);
        const auto found = findings(chart, kDeputies);
        QCOMPARE(sizeOf(found), 1);
        QCOMPARE(found.front().citation.text, citation);
        QCOMPARE(found.front().citation.document, citation);
    }

    void aQuotaCountsInItsYear()
    {
        ChartFixture chart = division({});
        chart.quota(u"A"_s, staffOf(2025, 5, 9)).quota(u"A"_s, staffOf(2026, 5, 6), u"16/QĐ-UBND"_s);
        const auto found = findings(chart, kStaff);
        QCOMPARE(sizeOf(found), 1);
        QCOMPARE(found.front().limit.number, 5);
        QCOMPARE(found.front().actual.number, 6);
        QCOMPARE(found.front().message.vi,
                 u"Phòng A có mặt 6 người, vượt số được giao là 5 (biên chế công chức năm 2026)."_s);
        QCOMPARE(found.front().citation.text, u"Quyết định số 16/QĐ-UBND ngày 12/01/2026"_s);
    }

    void aQuotaWithoutOneOfItsNumbersSaysNothing()
    {
        ChartFixture chart = division({});
        chart.quota(u"A"_s, staffOf(2026, {}, 6));
        QVERIFY(findings(chart, kStaff).empty());
        ChartFixture other = division({});
        other.quota(u"A"_s, staffOf(2026, 6, {}));
        QVERIFY(findings(other, kStaff).empty());
    }

    void whatIsDistributedAndTheReserveAreHeldAgainstWhatWasGiven()
    {
        ChartFixture chart = division({});
        chart.unit({u"B"_s, u"Tổ B"_s, UnitKind::Team, u"A"_s}).unit({u"C"_s, u"Tổ C"_s, UnitKind::Team, u"A"_s});
        chart.quota(u"A"_s, staffOf(2026, 10, {}, 2));
        chart.quota(u"B"_s, staffOf(2026, 5, {})).quota(u"C"_s, staffOf(2026, 3, {}));
        QVERIFY(findings(chart, kParent).empty());
        chart.quota(u"C"_s, staffOf(2025, 9, {})); // another year
        QVERIFY(findings(chart, kParent).empty());
        ChartFixture more = chart;
        more.unit({u"D"_s, u"Tổ D"_s, UnitKind::Team, u"A"_s}).quota(u"D"_s, staffOf(2026, 1, {}));
        const auto found = findings(more, kParent);
        QCOMPARE(sizeOf(found), 1);
        QCOMPARE(found.front().actual.number, 11);
        QCOMPARE(sizeOf(found.front().contributions), 3);
        QVERIFY2(found.front().message.vi.contains(u"dự phòng 2"_s), qPrintable(found.front().message.vi));
    }

    void quotasOfAnotherLevelOfGovernmentAreNoPartOfTheCitys()
    {
        ChartFixture chart;
        chart.unit({u"TP"_s, u"UBND thành phố"_s, UnitKind::PeoplesCommittee})
            .unit({u"S"_s, u"Sở Y tế"_s, UnitKind::SpecialisedAgency, u"TP"_s})
            .unit({u"BV"_s, u"Bệnh viện"_s, UnitKind::PublicServiceUnit, u"S"_s})
            .unit({u"P"_s, u"UBND phường"_s, UnitKind::PeoplesCommittee, u"TP"_s})
            .unit({u"D"_s, u"Đảng ủy"_s, UnitKind::PartyBody, u"TP"_s});
        chart.quota(u"TP"_s, staffOf(2026, 10, {})).quota(u"S"_s, staffOf(2026, 8, {}));
        chart.quota(u"P"_s, staffOf(2026, 30, {})).quota(u"D"_s, staffOf(2026, 5, {}));
        QVERIFY(findings(chart, kParent).empty());
        // What a public service unit is given of one kind is part of what the agency was given of it.
        Quota agency = staffOf(2026, 100, {});
        agency.kind = QuotaKind::StatePaid;
        Quota hospital = agency;
        hospital.allotted = 120;
        chart.quota(u"S"_s, agency).quota(u"BV"_s, hospital);
        QCOMPARE(sizeOf(findings(chart, kParent)), 1);
    }
};

BM_TEST_MAIN(TestAllotments)
#include "test_allotments.moc"

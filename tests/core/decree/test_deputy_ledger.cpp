// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/deadlines.h"
#include "core/decree/ledger_text.h"
#include "tests/core/decree/chart_lines.h"
#include "tests/support/organisation_builder.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kCeiling = u"nd33.15.3.thuduc.cqcm.deputy"_s;

/// TP Thủ Đức in 2021 with agencies as lines.
ChartFixture thuDucWith(const QStringList &lines)
{
    ChartFixture chart = thuDuc();
    if (const auto added = addLines(chart, lines); !added)
        qFatal("%s", qPrintable(added.error().message.args.value(u"value"_s)));
    return chart;
}

const LedgerRow *rowOf(const DeputyLedger &ledger, const QString &code)
{
    const auto found =
        std::ranges::find_if(ledger.rows, [&code](const LedgerRow &row) { return row.subject.code == code; });
    return found == ledger.rows.end() ? nullptr : &*found;
}

const LedgerTotal *totalOf(const DeputyLedger &ledger, LedgerTotal::By by, const QString &key)
{
    const auto found = std::ranges::find_if(
        ledger.totals, [&](const LedgerTotal &total) { return total.by == by && total.key == key; });
    return found == ledger.totals.end() ? nullptr : &*found;
}

} // namespace

class TestDeputyLedger : public QObject
{
    Q_OBJECT

private:
    std::vector<RulePack> m_packs = loadBuiltInPacks().packs;
    MessageCatalog m_messages = MessageCatalog::builtIn().value();

    [[nodiscard]] DeputyLedger ledgerOf(const ChartFixture &chart, const QString &date,
                                        const CheckOptions &options = {}) const
    {
        const Organisation organisation = chart.organisation();
        return deputyLedger(organisation, OrgView(organisation, day(date)), m_packs, options);
    }

    [[nodiscard]] std::vector<Deadline> dueOf(const ChartFixture &chart, const QString &date, int within) const
    {
        const Organisation organisation = chart.organisation();
        const OrgView view(organisation, day(date));
        return deadlines(organisation, view, check(organisation, view, m_packs), m_packs, m_messages, within);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aUnitHasItsCeilingWithTheArticle()
    {
        const DeputyLedger ledger = ledgerOf(
            thuDucWith(
                {u"NV | CQCM | TD | Phòng Nội vụ | cp=3 vb=15/QĐ-UBND TRUONG=An PHO=Ba PHO=Tư PHO=Năm PHO=Sáu PHO"_s}),
            u"2021-12-31"_s);
        const LedgerRow *row = rowOf(ledger, u"NV"_s);
        QVERIFY(row != nullptr);
        QCOMPARE(row->ceiling.number, std::optional(3));
        QCOMPARE(row->ceiling.rule, kCeiling);
        QCOMPARE(row->ceiling.citation, u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s);
        QCOMPARE(row->allotted, std::optional(3));
        QCOMPARE(row->document, u"Quyết định số 15/QĐ-UBND"_s);
        QCOMPARE(row->inPost, 4);
        QCOMPARE(row->vacant, 1);
        QCOMPARE(row->surplus, 1);
    }

    void whatIsNotKnownIsEmpty()
    {
        const DeputyLedger ledger = ledgerOf(thuDucWith({u"H | HOI | TD | Hội A | TRUONG PHO*2"_s}), u"2021-12-31"_s);
        const LedgerRow *row = rowOf(ledger, u"H"_s);
        QVERIFY(row != nullptr);
        QVERIFY(!row->ceiling.number && row->ceiling.rule.isEmpty() && !row->allotted && row->document.isEmpty());
        QCOMPARE(row->inPost, 2); // nobody is named: seats stand for persons
        QCOMPARE(row->vacant, 0);
        QCOMPARE(row->surplus, 0);
        // The committee has no posts: a ceiling that waits for the class of Thủ Đức.
        const LedgerRow *committee = rowOf(ledger, u"TD"_s);
        QVERIFY(committee != nullptr);
        QVERIFY(!committee->ceiling.number);
        QCOMPARE(committee->ceiling.missing, u"missing-locality-class"_s);
        QVERIFY(rowOf(ledgerOf(thuDucWith({u"H | HOI | TD | Hội A | TRUONG"_s}), u"2021-12-31"_s), u"H"_s) == nullptr);
    }

    void theSmallerOfCeilingAndAllottedCounts()
    {
        const auto surplus = [this](const QString &facts) {
            return rowOf(ledgerOf(thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | "_s + facts}), u"2021-12-31"_s),
                         u"NV"_s)
                ->surplus;
        };
        QCOMPARE(surplus(u"cp=2 TRUONG PHO*3"_s), 1);
        QCOMPARE(surplus(u"cp=5 TRUONG PHO*4"_s), 1);
        QCOMPARE(surplus(u"cp=2 TRUONG PHO*2"_s), 0);
    }

    void aRuleThatIsNotInForceOrYieldsSaysNothing()
    {
        const ChartFixture chart = thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG PHO"_s});
        QVERIFY(!rowOf(ledgerOf(chart, u"2025-07-01"_s), u"NV"_s)->ceiling.number);
        CheckOptions options;
        options.disabledRules = {kCeiling};
        QVERIFY(!rowOf(ledgerOf(chart, u"2021-12-31"_s, options), u"NV"_s)->ceiling.number);
        // A big ward has the number of Resolution 98 (off by its label) and not that of Resolution 131 before it.
        const ChartFixture ward = thuDucWith({u"@1 | PHUONG | @769 | Phường A | ds=60000"_s,
                                              u"P | UBND | TD | Ủy ban nhân dân phường A | at=@1 TRUONG PHO*2"_s});
        QCOMPARE(rowOf(ledgerOf(ward, u"2021-12-31"_s), u"P"_s)->ceiling.rule, u"nq131.8.4.phuong.pct"_s);
        QVERIFY(rowOf(ledgerOf(ward, u"2023-09-01"_s), u"P"_s)->ceiling.rule.isEmpty());
    }

    void aMarkedPostIsSurplusUntilItsDay()
    {
        ChartFixture chart = thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG PHO*2"_s});
        PostState kept;
        kept.role = PostRole::Deputy;
        kept.tier = 1;
        kept.surplus = true;
        kept.surplusUntil = {2022, 6, 30};
        chart.post(u"NV"_s, kept);
        const LedgerRow row = *rowOf(ledgerOf(chart, u"2021-12-31"_s), u"NV"_s);
        QCOMPARE(row.inPost, 3);
        QCOMPARE(row.surplus, 1); // within the ceiling, but kept beyond the number allowed, as the document says
        QCOMPARE(row.until, std::optional(day(u"2022-06-30"_s)));
    }

    void theGraceOfTheRuleIsTheDeadline()
    {
        // Decree 150/2025: five years from the reorganisation (law.md §0.6).
        const ChartFixture chart = thuDucWith(
            {u"S | CQCM | TP | Sở Nội vụ | at=@79"_s, u"P | PHONG | S | Phòng A | bc=8 sx=2025-07-01 TRUONG PHO*2"_s});
        const LedgerRow row = *rowOf(ledgerOf(chart, u"2026-03-01"_s), u"P"_s);
        QCOMPARE(row.ceiling.number, std::optional(1));
        QCOMPARE(row.surplus, 1);
        QCOMPARE(row.until, std::optional(day(u"2030-07-01"_s)));
        QVERIFY(!row.untilCitation.isEmpty());
        const auto due = dueOf(chart, u"2030-06-01"_s, 30);
        const auto grace = std::ranges::find(due, Deadline::Kind::Grace, &Deadline::kind);
        QVERIFY(grace != due.end());
        QCOMPARE(grace->days, 30);
        QVERIFY(std::ranges::none_of(dueOf(chart, u"2030-05-31"_s, 30),
                                     [](const Deadline &entry) { return entry.kind == Deadline::Kind::Grace; }));
    }

    void totalsAreSumsByKindLocalityAndScope()
    {
        ChartFixture chart = quanMot();
        QVERIFY(addLines(chart, {u"NV | CQCM | Q1 | Phòng Nội vụ | cp=2 TRUONG PHO*3"_s,
                                 u"YT | CQCM | Q1 | Phòng Y tế | cp=2 TRUONG PHO*2"_s})
                    .has_value());
        const DeputyLedger ledger = ledgerOf(chart, u"2021-12-31"_s);
        const LedgerTotal *all = totalOf(ledger, LedgerTotal::By::All, {});
        QVERIFY(all != nullptr);
        QCOMPARE(all->inPost, 5);
        QCOMPARE(all->allotted, std::optional(4));
        QCOMPARE(all->surplus, 1);
        QCOMPARE(all->withoutCeiling, 2); // the offices have none of their own
        QCOMPARE(totalOf(ledger, LedgerTotal::By::Kind, u"CQCM"_s)->units, 2);
        QCOMPARE(totalOf(ledger, LedgerTotal::By::Locality, u"760"_s)->inPost, 5);
        QCOMPARE(totalOf(ledger, LedgerTotal::By::Locality, u"79"_s)->inPost, 5); // with what is below it
        // Two offices, two deputies each on average: four, whoever has them.
        const LedgerTotal *scope = totalOf(ledger, LedgerTotal::By::Scope, u"nd37.5.3.quan.ptp-avg"_s);
        QVERIFY(scope != nullptr);
        QCOMPARE(scope->ceiling, std::optional(4));
        QCOMPARE(scope->inPost, 5);
        QCOMPARE(scope->surplus, 1);
        QVERIFY(!rowOf(ledger, u"NV"_s)->ceiling.number); // an average limits no single office
    }

    void aScopeWithinItsAverageIsTotalledToo()
    {
        ChartFixture chart = quanMot();
        QVERIFY(addLines(chart, {u"NV | CQCM | Q1 | Phòng Nội vụ | TRUONG PHO*3"_s,
                                 u"YT | CQCM | Q1 | Phòng Y tế | TRUONG PHO"_s})
                    .has_value());
        const DeputyLedger ledger = ledgerOf(chart, u"2021-12-31"_s);
        const LedgerTotal *scope = totalOf(ledger, LedgerTotal::By::Scope, u"nd37.5.3.quan.ptp-avg"_s);
        QVERIFY(scope != nullptr);
        QCOMPARE(scope->units, 2);
        QCOMPARE(scope->ceiling, std::optional(4));
        QCOMPARE(scope->inPost, 4);
        QCOMPARE(scope->surplus, 0);
    }

    void theOrderOfRowsIsOfNoMatter()
    {
        ChartFixture chart = thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG=An PHO=Ba PHO"_s,
                                         u"YT | CQCM | TD | Phòng Y tế | TRUONG PHO*2"_s});
        ChartFixture reversed = chart;
        QCOMPARE(toJson(ledgerOf(chart, u"2021-12-31"_s), m_messages),
                 toJson(ledgerOf(reversed.reversed(), u"2021-12-31"_s), m_messages));
    }

    void jsonHasTheKeysOfTheContract()
    {
        const QJsonObject json = toJson(
            ledgerOf(thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG PHO*2"_s}), u"2021-12-31"_s), m_messages);
        QCOMPARE(json[u"as_of"_s].toString(), u"2021-12-31"_s);
        QVERIFY(json[u"totals"_s].isArray());
        const QJsonObject row = json[u"rows"_s].toArray().last().toObject();
        for (const QString &key : {u"unit"_s, u"name"_s, u"ceiling"_s, u"rule"_s, u"allotted"_s, u"document"_s,
                                   u"in_post"_s, u"vacant"_s, u"surplus"_s, u"until"_s})
            QVERIFY2(row.contains(key), qPrintable(key));
        QCOMPARE(row[u"rule"_s].toString(), kCeiling);
        QVERIFY(row[u"allotted"_s].isNull() && row[u"until"_s].isNull());
    }

    void csvHoldsNoFormula()
    {
        const QByteArray csv = ledgerCsv(
            ledgerOf(thuDucWith({u"=NV | CQCM | TD | @SUM(A1), \"Phòng\" | TRUONG PHO*2"_s}), u"2021-12-31"_s),
            m_messages, Language::Vietnamese);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        const QString text = QString::fromUtf8(csv);
        QVERIFY2(text.contains(u"Mã đơn vị,Tên đơn vị,"_s), qPrintable(text));
        QVERIFY2(text.contains(u"'=NV,\"'@SUM(A1), \"\"Phòng\"\"\",3,"_s), qPrintable(text));
    }

    void textNamesWhatIsMissing()
    {
        const QString text = ledgerText(ledgerOf(thuDucWith({}), u"2021-12-31"_s), m_messages, Language::Vietnamese);
        QVERIFY2(text.contains(u"31/12/2021"_s), qPrintable(text));
        QVERIFY2(text.contains(u"chưa có loại đơn vị hành chính"_s), qPrintable(text));
        QVERIFY2(!text.contains(u'{'), qPrintable(text));
    }

    void termsDutiesAndSurplusPostsFallDue()
    {
        ChartFixture chart = thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG=An!PHU_TRACH@2021-01-31~ "
                                         u"PHO=Ba@2017-02-01~2022-01-30"_s});
        PostState kept;
        kept.title = u"Phó Trưởng phòng"_s;
        kept.role = PostRole::Deputy;
        kept.tier = 1;
        kept.surplus = true;
        kept.surplusUntil = {2021, 12, 30};
        chart.post(u"NV"_s, kept);
        const auto due = dueOf(chart, u"2021-12-31"_s, 30);
        QStringList lines;
        for (const Deadline &entry : due)
            lines += u"%1 %2 %3"_s.arg(static_cast<int>(entry.kind)).arg(entry.days).arg(entry.text.vi);
        QCOMPARE(lines, (QStringList{u"3 -1 Chức vụ dôi dư Phó Trưởng phòng: ngày cuối được giữ"_s,
                                     u"1 30 Hết thời hạn giữ chức vụ Cấp phó: Ba"_s,
                                     u"2 334 Giao phụ trách Cấp trưởng: An, từ 31/01/2021, đã 334 ngày"_s}));
        QCOMPARE(due.front().subject, u"Phòng Nội vụ"_s);
        QVERIFY(due.front().node.has_value());
        QCOMPARE(sizeOf(dueOf(chart, u"2021-12-31"_s, 29)), 2); // the term ends a day later
    }

    void rulesThatEndAreToldOnceForEachDocument()
    {
        const ChartFixture chart = thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG PHO*2"_s});
        const auto due = dueOf(chart, u"2025-06-01"_s, 30);
        const auto ends = std::ranges::count_if(due, [](const Deadline &entry) {
            return entry.kind == Deadline::Kind::RulesEnd && entry.citation == u"Nghị định số 33/2021/NĐ-CP"_s;
        });
        QCOMPARE(ends, 1);
        const auto found = std::ranges::find(due, Deadline::Kind::RulesEnd, &Deadline::kind);
        QCOMPARE(found->date, std::optional(day(u"2025-06-30"_s)));
        QCOMPARE(found->days, 29);
    }

    void rulesThatAreSilentAtSomeUnitsEndNevertheless()
    {
        const Organisation organisation =
            thuDucWith({u"NV | CQCM | TD | Phòng Nội vụ | TRUONG PHO*2"_s}).organisation();
        const OrgView view(organisation, day(u"2025-06-01"_s));
        const std::vector<RulePack> packs = loadBuiltInPacks().packs;
        CheckReport report;
        for (const RulePack &pack : packs)
            for (const Rule &rule : pack.rules)
                report.notApplicable.push_back({rule.id, {u"rule-no-subject"_s}, rule.id.startsWith(u"nd33.7."_s)});
        const auto due = deadlines(organisation, view, report, packs, *MessageCatalog::builtIn(), 30);
        QCOMPARE(sizeOf(due), 1);
        QVERIFY2(due.front().text.vi.contains(u"2 quy định"_s), qPrintable(due.front().text.vi));
        QCOMPARE(due.front().citation, u"Nghị định số 33/2021/NĐ-CP"_s);
    }
};

BM_TEST_MAIN(TestDeputyLedger)
#include "test_deputy_ledger.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/citation.h"
#include "core/decree/report_json.h"
#include "core/decree/report_text.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

/// Four of the built-in rules, so that new packs leave these reports as they are.
const std::vector<RulePack> &fourRules()
{
    static const std::vector<RulePack> kPacks = [] {
        static const QStringList kRules{u"deputies.tiers"_s, u"nd33.15.3.thuduc.cqcm.deputy"_s,
                                        u"nd37.5.3.quan.ptp-avg"_s, u"nq131.4.4.quan.pct"_s};
        std::vector<RulePack> packs = loadBuiltInPacks().packs;
        for (RulePack &pack : packs) {
            pack.version = u"1"_s;
            pack.leftOut.clear();
            std::erase_if(pack.rules, [](const Rule &rule) { return !kRules.contains(rule.id); });
        }
        std::erase_if(packs, [](const RulePack &pack) { return pack.rules.empty(); });
        return packs;
    }();
    return kPacks;
}

/// One error, one warning, one rule without subject, one that cannot be checked, one switched off.
CheckReport sampleReport()
{
    ChartFixture chart = thuDuc();
    chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
        .unit({u"TD-YT"_s, u"Phòng Y tế"_s, UnitKind::SpecialisedAgency, u"TD"_s});
    chart.head(u"TD-NV"_s).deputies(u"TD-NV"_s, {1, 2, 2, 4});
    return check(chart.on("2021-12-31"), fourRules(), {.disabledRules = {u"nq131.4.4.quan.pct"_s}});
}

MessageCatalog catalog()
{
    return *MessageCatalog::builtIn();
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void citationsReadAsTheLawWritesThem()
    {
        const Citation citation{u"Nghị định số 24/2014/NĐ-CP"_s, u"6"_s, u"1"_s, u"c"_s, {}};
        QCOMPARE(writtenCitation(citation, {}).text, u"điểm c khoản 1 Điều 6 Nghị định số 24/2014/NĐ-CP"_s);
        const CheckReport report = sampleReport();
        QCOMPARE(report.findings[0].citation.text, u"Nội dung công bố ngày 07/04/2021 (không có số, ký hiệu)"_s);
        QCOMPARE(report.findings[1].citation.text, u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s);
        const PackSet packs = loadBuiltInPacks();
        QCOMPARE(packs.find(u"nd-37-2014"_s)->rules.front().citation.text,
                 u"khoản 3 Điều 5 Nghị định số 37/2014/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 108/2020/NĐ-CP"_s);
        QCOMPARE(packs.find(u"nq-131-2020"_s)->rules.front().citation.text,
                 u"khoản 4 Điều 4 Nghị quyết số 131/2020/QH14"_s);
    }

    void aFindingAsJsonHasEveryKeyOfTheContract()
    {
        const QJsonObject json = toJson(sampleReport().findings[1]);
        QCOMPARE(json.keys(),
                 (QStringList{u"actual"_s, u"citation"_s, u"confirmed_by"_s, u"contributions"_s, u"fingerprint"_s,
                              u"fixes"_s, u"grace"_s, u"label"_s, u"limit"_s, u"message"_s, u"rule"_s, u"severity"_s,
                              u"subjects"_s, u"waived"_s, u"waiver"_s}));
        QCOMPARE(json[u"rule"_s].toString(), u"nd33.15.3.thuduc.cqcm.deputy"_s);
        QCOMPARE(json[u"severity"_s].toString(), u"error"_s);
        QCOMPARE(json[u"label"_s].toString(), u"READ"_s);
        QCOMPARE(json[u"limit"_s].toInt(), 3);
        QCOMPARE(json[u"actual"_s].toInt(), 4);
        QCOMPARE(json[u"citation"_s].toObject(),
                 (QJsonObject{{u"document"_s, u"Nghị định số 33/2021/NĐ-CP"_s},
                              {u"article"_s, u"15"_s},
                              {u"clause"_s, u"3"_s},
                              {u"text"_s, u"khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP"_s}}));
        const QJsonArray subjects = json[u"subjects"_s].toArray();
        QCOMPARE(
            subjects,
            (QJsonArray{QJsonObject{{u"kind"_s, u"unit"_s}, {u"code"_s, u"TD-NV"_s}, {u"name"_s, u"Phòng Nội vụ"_s}}}));
        QVERIFY(json[u"grace"_s].isNull() && json[u"confirmed_by"_s].isNull());
        QVERIFY(json[u"waived"_s].isBool() && !json[u"waived"_s].toBool());
        QVERIFY(json[u"fixes"_s].isArray());
    }

    void aReportAsJsonHasEveryKeyOfTheContract()
    {
        const QJsonObject json = toJson(sampleReport(), catalog());
        QCOMPARE(json.keys(), (QStringList{u"as_of"_s, u"disabled"_s, u"findings"_s, u"not_applicable"_s,
                                           u"not_checked"_s, u"packs"_s, u"summary"_s}));
        QCOMPARE(json[u"as_of"_s].toString(), u"2021-12-31"_s);
        QCOMPARE(json[u"packs"_s].toArray().first().toObject(),
                 (QJsonObject{{u"id"_s, u"cong-bo-2021-04-07"_s}, {u"version"_s, u"1"_s}}));
        QCOMPARE(json[u"disabled"_s].toArray(), QJsonArray{u"nq131.4.4.quan.pct"_s});
        QCOMPARE(json[u"summary"_s].toObject(),
                 (QJsonObject{{u"error"_s, 1}, {u"warning"_s, 1}, {u"advice"_s, 0}, {u"not_checked"_s, 2}}));
        const QJsonObject reason = json[u"not_applicable"_s].toArray().first().toObject();
        QCOMPARE(reason[u"rule"_s].toString(), u"nd37.5.3.quan.ptp-avg"_s);
        QCOMPARE(reason[u"reason"_s].toObject()[u"code"_s].toString(), u"rule-no-subject"_s);
        const QJsonObject open = json[u"not_checked"_s].toArray().first().toObject();
        QCOMPARE(open[u"missing"_s].toObject()[u"code"_s].toString(), u"missing-posts"_s);
        QCOMPARE(open[u"subjects"_s].toArray().first().toObject()[u"code"_s].toString(), u"TD-YT"_s);
    }

    void whatNoRuleChecksIsSaid()
    {
        std::vector<RulePack> packs = fourRules();
        const Day from = PartialDate::parse(u"2021-12-31"_s)->firstDay();
        packs.front().leftOut = {{u"x.1"_s, from, from, {u"chưa có danh sách"_s, u"the lists are not at hand"_s}}};
        const CheckReport report = check(thuDuc().on("2021-12-31"), packs);
        QVERIFY(reportText(report, catalog(), Language::Vietnamese)
                    .contains(u"Chưa có quy định để rà soát: chưa có danh sách: x.1.\n"_s));
        const QJsonArray silent = toJson(report, catalog())[u"not_applicable"_s].toArray();
        QCOMPARE(silent.last()[u"rule"_s].toString(), u"x.1"_s);
        QCOMPARE(silent.last()[u"reason"_s][u"code"_s].toString(), u"rule-left-out"_s);
        QVERIFY(check(thuDuc().on("2022-01-01"), packs).leftOut.empty());
    }

    void equalChartsGiveEqualBytes()
    {
        const auto bytes = [] { return QJsonDocument(toJson(sampleReport(), catalog())).toJson(); };
        QCOMPARE(bytes(), bytes());
    }

    void theReportInVietnamese()
    {
        const QStringList lines = reportText(sampleReport(), catalog(), Language::Vietnamese).split(u'\n');
        const QStringList expected{
            u"Kết quả rà soát tại ngày 31/12/2021. Bộ quy định: cong-bo-2021-04-07 1, nd-33-2021 1, nd-37-2014 1, nq-131-2020 1."_s,
            u"Cần rà soát [TD-NV]: Thứ bậc cấp phó của Phòng Nội vụ là 1, 2, 4; chỉ được tối đa 3 bậc, liên tục từ bậc đầu tiên. Căn cứ: Nội dung công bố ngày 07/04/2021 (không có số, ký hiệu). (Theo nguồn tin, chưa đối chiếu nguyên văn.)"_s,
            u"Trái quy định [TD-NV]: Phòng Nội vụ có 4 cấp phó, vượt mức tối đa 3 người. Căn cứ: khoản 3 Điều 15 Nghị định số 33/2021/NĐ-CP."_s,
            u"Không áp dụng: không có cơ quan, đơn vị thuộc phạm vi áp dụng: nd37.5.3.quan.ptp-avg."_s,
            u"Chưa đủ số liệu: chưa nhập chức vụ: Phòng Y tế. Nhập tại: chức vụ của cơ quan, đơn vị (trang CHUC_VU). Quy định chờ số liệu này: deputies.tiers, nd33.15.3.thuduc.cqcm.deputy."_s,
            u"Đã tắt: nq131.4.4.quan.pct."_s,
            u"Tổng cộng: 1 nội dung trái quy định, 1 nội dung cần rà soát, 0 lưu ý, 2 nội dung chưa đủ số liệu."_s,
            QString()};
        QCOMPARE(lines, expected);
    }

    void theReportInEnglish()
    {
        const QString text = reportText(sampleReport(), catalog(), Language::English);
        QVERIFY(text.startsWith(u"Check as of 2021-12-31."_s));
        QVERIFY(
            text.contains(u"Breaks the rule [TD-NV]: Phòng Nội vụ has 4 deputies; at most 3 are allowed. Source: "_s));
        QVERIFY(text.contains(u"Cannot check: no posts are entered: Phòng Y tế. Enter: "_s));
    }

    void aLongListOfNamesIsCutInTextOnly()
    {
        ChartFixture chart = thuDuc();
        for (int i = 10; i < 23; ++i)
            chart.unit({u"TD-%1"_s.arg(i), u"Phòng %1"_s.arg(i), UnitKind::SpecialisedAgency, u"TD"_s});
        const CheckReport report = check(chart.on("2021-12-31"), fourRules());
        QCOMPARE(sizeOf(report.notChecked.front().subjects), 13);
        QVERIFY(reportText(report, catalog(), Language::Vietnamese).contains(u"Phòng 19 và 3 mục khác."_s));
    }

    void unitsOfOneNameAreAsManyAsTheyAre()
    {
        ChartFixture chart = thuDuc();
        for (int i = 10; i < 32; ++i)
            chart.unit({u"TD-%1"_s.arg(i), u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        const CheckReport report = check(chart.on("2021-12-31"), fourRules());
        QCOMPARE(sizeOf(report.notChecked.front().subjects), 22);
        QVERIFY(reportText(report, catalog(), Language::Vietnamese).contains(u": Phòng Nội vụ và 21 mục khác."_s));
    }
};

BM_TEST_MAIN(TestReport)
#include "test_report.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"
#include "core/decree/pack_reader.h"
#include "core/decree/unit_selector.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

#include <algorithm>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kDeputyRule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
const QString kChairRule = u"nq131.4.4.quan.pct"_s;
const QString kSumRule = u"nd37.5.3.quan.ptp-avg"_s;

const std::vector<RulePack> &packs()
{
    static const std::vector<RulePack> loaded = loadBuiltInPacks().packs;
    return loaded;
}

/// What a report says of one rule, on one line: "fails TD-NV", "missing-posts Q1", "rule-no-subject", "passes".
QString answerOf(const CheckReport &report, const QString &rule)
{
    QStringList parts;
    const auto codes = [](const std::vector<Subject> &subjects) {
        QStringList names;
        for (const Subject &subject : subjects)
            names += subject.code;
        return names.join(u',');
    };
    for (const Finding &finding : report.findings)
        if (finding.rule == rule)
            parts += u"fails "_s + codes(finding.subjects);
    for (const NotChecked &entry : report.notChecked)
        if (entry.rule == rule)
            parts += entry.missing.code + u' ' + codes(entry.subjects);
    for (const NotApplicable &entry : report.notApplicable)
        if (entry.rule == rule)
            parts += entry.reason.code;
    return parts.isEmpty() ? u"passes"_s : parts.join(u"; "_s);
}

QString answer(const ChartFixture &chart, const QString &rule, const char *day = "2021-12-31")
{
    return answerOf(check(chart.on(day), packs()), rule);
}

/// An agency with four deputies under the UBND of this locality, which lies in no other.
ChartFixture agencyIn(const ChartFixture::LocalityLine &locality)
{
    ChartFixture chart;
    chart.locality(locality)
        .unit({u"UB"_s, u"Ủy ban nhân dân"_s, UnitKind::PeoplesCommittee, {}, locality.code})
        .unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"UB"_s});
    chart.head(u"NV"_s).deputies(u"NV"_s, {1, 1, 1, 1});
    return chart;
}

/// UBND of "Quận 5" with four vice chairs, under a city written so.
ChartFixture districtOf(const ChartFixture::LocalityLine &city)
{
    ChartFixture chart;
    chart.locality(city)
        .locality({u"q5"_s, u"Quận 5"_s, LocalityType::UrbanDistrict, city.code})
        .unit({u"UB"_s, u"Ủy ban nhân dân Quận 5"_s, UnitKind::PeoplesCommittee, {}, u"q5"_s});
    chart.head(u"UB"_s).deputies(u"UB"_s, {1, 1, 1, 1});
    return chart;
}

} // namespace

class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void thuDucIsKnownInAnySpelling_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<LocalityType>("type");
        QTest::addColumn<QString>("expected");
        const LocalityType city = LocalityType::CityInCity;
        const LocalityType none = LocalityType::Unknown;
        QTest::newRow("bare name") << u"x"_s << u"Thủ Đức"_s << city << u"fails NV"_s;
        QTest::newRow("abbreviated") << u"x"_s << u"Tp. Thủ Đức"_s << city << u"fails NV"_s;
        QTest::newRow("without a space") << u"x"_s << u"TP.Thủ Đức"_s << city << u"fails NV"_s;
        QTest::newRow("capitals") << u"x"_s << u"THÀNH PHỐ  THỦ ĐỨC"_s << city << u"fails NV"_s;
        QTest::newRow("decomposed") << u"x"_s << u"thành phố Thủ Đức"_s.normalized(QString::NormalizationForm_D) << city
                                    << u"fails NV"_s;
        QTest::newRow("code only") << u"769"_s << QString() << city << u"fails NV"_s;
        QTest::newRow("code only, no type") << u"769"_s << QString() << none << u"fails NV"_s;
        QTest::newRow("word of type in the name, no type") << u"x"_s << u"TP Thủ Đức"_s << none << u"fails NV"_s;
        QTest::newRow("no type at all") << u"x"_s << u"Thủ Đức"_s << none << u"missing-locality-type NV"_s;
        QTest::newRow("without marks") << u"x"_s << u"Thu Duc"_s << city << u"missing-locality-above NV"_s;
        QTest::newRow("another city") << u"x"_s << u"Thủy Nguyên"_s << city << u"missing-locality-above NV"_s;
        QTest::newRow("the quận of that name") << u"x"_s << u"Quận Thủ Đức"_s << none << u"rule-no-subject"_s;
        QTest::newRow("the code on a quận")
            << u"769"_s << u"Quận 2"_s << LocalityType::UrbanDistrict << u"rule-no-subject"_s;
        QTest::newRow("the code on a quận, no type") << u"769"_s << u"Quận 2"_s << none << u"rule-no-subject"_s;
    }

    void thuDucIsKnownInAnySpelling()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, name);
        QFETCH(const LocalityType, type);
        QFETCH(const QString, expected);
        QCOMPARE(answer(agencyIn({code, name, type}), kDeputyRule), expected);
    }

    void theCityIsKnownInAnySpelling_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<LocalityType>("type");
        QTest::addColumn<QString>("expected");
        const LocalityType city = LocalityType::CentralCity;
        const LocalityType none = LocalityType::Unknown;
        QTest::newRow("in full") << u"x"_s << u"Thành Phố Hồ Chí Minh"_s << city << u"fails UB"_s;
        QTest::newRow("TP.HCM") << u"x"_s << u"TP.HCM"_s << city << u"fails UB"_s;
        QTest::newRow("TP. HCM") << u"x"_s << u"Tp. HCM"_s << city << u"fails UB"_s;
        QTest::newRow("TPHCM") << u"x"_s << u"TPHCM"_s << city << u"fails UB"_s;
        QTest::newRow("T.P. Hồ Chí Minh") << u"x"_s << u"T.P. Hồ Chí Minh"_s << city << u"fails UB"_s;
        QTest::newRow("decomposed") << u"x"_s << u"Hồ Chí Minh"_s.normalized(QString::NormalizationForm_D) << city
                                    << u"fails UB"_s;
        QTest::newRow("code") << u"79"_s << QString() << city << u"fails UB"_s;
        QTest::newRow("code, no type") << u"79"_s << u"anything"_s << none << u"fails UB"_s;
        QTest::newRow("no type, word in the name") << u"x"_s << u"TP. Hồ Chí Minh"_s << none << u"fails UB"_s;
        QTest::newRow("no type, bare name") << u"x"_s << u"Hồ Chí Minh"_s << none << u"missing-locality-above UB"_s;
        QTest::newRow("no name") << u"x"_s << QString() << city << u"missing-locality-above UB"_s;
        QTest::newRow("Hà Nội") << u"1"_s << u"Thành phố Hà Nội"_s << city << u"rule-no-subject"_s;
        QTest::newRow("a province") << u"75"_s << u"Tỉnh Đồng Nai"_s << none << u"rule-no-subject"_s;
        QTest::newRow("the code on a ward")
            << u"79"_s << u"Phường 79"_s << LocalityType::Ward << u"missing-locality-above UB"_s;
    }

    void theCityIsKnownInAnySpelling()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, name);
        QFETCH(const LocalityType, type);
        QFETCH(const QString, expected);
        QCOMPARE(answer(districtOf({code, name, type}), kChairRule), expected);
    }

    void oldAndNewTonePlacementAreOneName()
    {
        const LocalityName oldForm = splitLocalityName(u"Thành phố Hoà Bình"_s);
        const LocalityName newForm = splitLocalityName(u"TP. Hòa Bình"_s);
        QCOMPARE(oldForm.bare, newForm.bare);
        QVERIFY(oldForm.types == newForm.types);
    }

    void aWordOfTypeIsTakenOffOnlyInFrontOfAName()
    {
        QCOMPARE(splitLocalityName(u"Quận"_s).bare, u"quận"_s);
        QCOMPARE(splitLocalityName(u"Phú Nhuận"_s).bare, u"phú nhuận"_s);
        QCOMPARE(splitLocalityName(u"Q.1"_s).bare, u"1"_s);
        QCOMPARE(splitLocalityName(u"Thị trấn Củ Chi"_s).bare, u"củ chi"_s);
    }

    void aDistrictWithoutItsCityCannotBeChecked()
    {
        ChartFixture chart;
        chart.locality({u"q5"_s, u"Quận 5"_s, LocalityType::UrbanDistrict})
            .unit({u"UB"_s, u"Ủy ban nhân dân Quận 5"_s, UnitKind::PeoplesCommittee, {}, u"q5"_s});
        chart.head(u"UB"_s).deputies(u"UB"_s, {1, 1, 1, 1});
        QCOMPARE(answer(chart, kChairRule), u"missing-locality-above UB"_s);
    }

    void unitsWithoutLocalityAreOneEntryAndOnlyOfTheKindAskedFor()
    {
        ChartFixture chart;
        chart.unit({u"UB"_s, u"Ủy ban nhân dân"_s, UnitKind::PeoplesCommittee})
            .unit({u"B"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"UB"_s})
            .unit({u"A"_s, u"Văn phòng"_s, UnitKind::Office, u"UB"_s})
            .unit({u"C"_s, u"Trường Tiểu học"_s, UnitKind::PublicServiceUnit, u"UB"_s})
            .unit({u"D"_s, u"Tổ"_s, UnitKind::Unknown, u"UB"_s})
            .unit({u"E"_s, u"Văn phòng của trường"_s, UnitKind::Office, u"C"_s});
        QCOMPARE(answer(chart, kDeputyRule), u"missing-locality A,B"_s);
        QCOMPARE(answer(chart, kChairRule), u"missing-locality UB"_s);
    }

    /// Else its offices would be sở of the city, and named wrongly.
    void aCommitteeWithoutLocalityIsNotOfTheOneAbove()
    {
        ChartFixture chart;
        chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
            .unit({u"TP"_s, u"UBND Thành phố Hồ Chí Minh"_s, UnitKind::PeoplesCommittee, {}, u"79"_s})
            .unit({u"P"_s, u"UBND phường Sài Gòn"_s, UnitKind::PeoplesCommittee, u"TP"_s})
            .unit({u"KT"_s, u"Phòng Kinh tế"_s, UnitKind::SpecialisedAgency, u"P"_s})
            .unit({u"S"_s, u"Phòng Kinh tế"_s, UnitKind::SpecialisedAgency, u"TP"_s});
        QCOMPARE(answer(chart, u"nd150.9.so.special"_s, "2025-08-01"), u"fails S; missing-locality KT"_s);
    }

    void aUnitInheritsTheLocalityAbove()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        chart.head(u"NV"_s).deputies(u"NV"_s, {1, 2, 3});
        QCOMPARE(answer(chart, kDeputyRule), u"passes"_s);
    }

    void aUnitWithoutKindUnderTheUbndOfThuDucCannotBeChecked()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"X"_s, u"Phòng Nội vụ"_s, UnitKind::Unknown, u"TD"_s});
        QCOMPARE(answer(chart, kDeputyRule), u"missing-unit-kind X"_s);
        QCOMPARE(answer(chart, kChairRule), u"rule-no-subject"_s);
    }

    void anAgencyWhoseUnitAboveIsUnknownCannotBeChecked()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"X"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, {}, u"769"_s}).stage(u"X"_s);
        QCOMPARE(answer(chart, kDeputyRule), u"missing-parent-unit X"_s);
    }

    void anAgencyUnderAUnitWithoutKindCannotBeChecked()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"K"_s, u"Khối"_s, UnitKind::Unknown, {}, u"769"_s})
            .unit({u"X"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"K"_s});
        QCOMPARE(answer(chart, kDeputyRule), u"missing-parent-kind X"_s);
    }

    void aChartOfAnotherWorldIsPassedOver()
    {
        ChartFixture chart;
        chart.unit({u"1"_s, u"Department"_s}).unit({u"2"_s, u"Directorate"_s, UnitKind::Unknown, u"1"_s});
        chart.deputies(u"2"_s, {1, 1, 1, 1, 1});
        for (const QString &rule : {kDeputyRule, kChairRule, kSumRule})
            QCOMPARE(answer(chart, rule), u"rule-no-subject"_s);
    }

    // Half-filled charts (design.md §8.13).

    void aStructureWithoutPostsGivesNoErrorAndNoWarning()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .locality({u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, u"79"_s})
            .unit({u"Q1"_s, u"Ủy ban nhân dân Quận 1"_s, UnitKind::PeoplesCommittee, u"TP"_s, u"760"_s})
            .unit({u"Q1-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .unit({u"Q1-YT"_s, u"Phòng Y tế"_s, UnitKind::SpecialisedAgency, u"Q1"_s});
        const CheckReport report = check(chart.on("2021-12-31"), packs());
        QVERIFY(report.findings.empty());
        QCOMPARE(answerOf(report, kDeputyRule), u"missing-posts TD-NV"_s);
        QCOMPARE(answerOf(report, u"deputies.tiers"_s), u"missing-posts TD-NV"_s);
        QCOMPARE(answerOf(report, kChairRule), u"missing-posts Q1"_s);
        QCOMPARE(answerOf(report, kSumRule), u"missing-posts Q1-NV,Q1-YT"_s);
    }

    void aSumThatIsAboveTheLimitAlreadyFailsThoughPostsAreMissing()
    {
        ChartFixture chart = quanMot();
        chart.unit({u"Q1-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .unit({u"Q1-YT"_s, u"Phòng Y tế"_s, UnitKind::SpecialisedAgency, u"Q1"_s});
        chart.deputies(u"Q1-NV"_s, {1, 1, 1, 1});
        QCOMPARE(answer(chart, kSumRule), u"missing-posts Q1-YT"_s);
        chart.deputies(u"Q1-NV"_s, {1});
        QCOMPARE(answer(chart, kSumRule), u"fails Q1"_s);
    }

    void aUnitWithoutKindMayRaiseTheLimitOfASum()
    {
        ChartFixture chart = quanMot();
        chart.unit({u"Q1-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .unit({u"Q1-X"_s, u"Phòng X"_s, UnitKind::Unknown, u"Q1"_s});
        chart.deputies(u"Q1-NV"_s, {1, 1, 1, 1}).head(u"Q1-X"_s);
        QCOMPARE(answer(chart, kSumRule), u"missing-unit-kind Q1-X"_s);
        chart.deputies(u"Q1-NV"_s, {1});
        QCOMPARE(answer(chart, kSumRule), u"fails Q1"_s);
    }

    void aUbndWithoutAgenciesCannotBeSummed() { QCOMPARE(answer(quanMot(), kSumRule), u"missing-units-in-scope Q1"_s); }

    void aPostWithoutRoleLeavesOpenOnlyWhatItCanChange()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        chart.deputies(u"NV"_s, {1, 1}).post(u"NV"_s, {});
        QCOMPARE(answer(chart, kDeputyRule), u"passes"_s); // three at most
        chart.post(u"NV"_s, {});
        QCOMPARE(answer(chart, kDeputyRule), u"missing-roles NV"_s);
        chart.deputies(u"NV"_s, {1, 1});
        QCOMPARE(answer(chart, kDeputyRule), u"fails NV"_s);
    }

    void aDeputyWithoutTierLeavesOpenOnlyWhatItCanChange()
    {
        const QString rule = u"deputies.tiers"_s;
        ChartFixture chart = thuDuc();
        chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        chart.deputies(u"NV"_s, {1, 0, 3});
        QCOMPARE(answer(chart, rule), u"missing-tiers NV"_s);
        chart.deputies(u"NV"_s, {4});
        QCOMPARE(answer(chart, rule), u"fails NV"_s);
    }

    void aLimitInTiersFollowsTheMeasure_data()
    {
        QTest::addColumn<int>("staff"); // −1 = not given
        QTest::addColumn<int>("deputies");
        QTest::addColumn<QString>("expected");
        QTest::newRow("below the first bound") << 9 << 2 << u"fails NV"_s;
        QTest::newRow("at the first bound") << 10 << 2 << u"passes"_s;
        QTest::newRow("below the second bound") << 14 << 3 << u"fails NV"_s;
        QTest::newRow("at the second bound") << 15 << 3 << u"passes"_s;
        QTest::newRow("above every limit") << -1 << 4 << u"fails NV"_s;
        QTest::newRow("within every limit") << -1 << 1 << u"passes"_s;
        QTest::newRow("between the limits, staff unknown") << -1 << 2 << u"missing-staff-allotted NV"_s;
    }

    void aLimitInTiersFollowsTheMeasure()
    {
        QFETCH(const int, staff);
        QFETCH(const int, deputies);
        QFETCH(const QString, expected);
        static const QByteArray kPack = R"(
[pack]
id = "t"
version = "1"
[document]
type = "Văn bản thử"
cited_as = "Văn bản thử"
about = { vi = "a", en = "a" }
[[rule]]
id = "t.1"
label = "READ"
severity = "error"
valid_from = 2020-01-01
check = "count-at-most"
anchor = "unit"
measure = "deputy-seats"
limit = { by = "staff-allotted", tiers = [{ below = 10, limit = 1 }, { below = 15, limit = 2 }, { limit = 3 }] }
select = { kinds = ["CQCM"] }
title = { vi = "a", en = "a" }
message = { vi = "a", en = "a" }
explanation = { vi = "a", en = "a" }
)";
        const auto pack = loadPack(kPack, u"t.toml"_s);
        QVERIFY(pack.has_value());
        ChartFixture chart;
        chart.unit({u"NV"_s,
                    u"Phòng"_s,
                    UnitKind::SpecialisedAgency,
                    {},
                    {},
                    staff < 0 ? std::nullopt : std::optional(staff)});
        chart.head(u"NV"_s).deputies(u"NV"_s, std::vector<int>(uz(deputies), 1));
        QCOMPARE(answerOf(check(chart.on("2030-01-01"), {&*pack, 1}), u"t.1"_s), expected); // open at the end
    }
};

BM_TEST_MAIN(TestSelection)
#include "test_selection.moc"

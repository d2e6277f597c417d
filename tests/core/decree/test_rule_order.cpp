// SPDX-License-Identifier: GPL-3.0-or-later
// Which rules are asked, which goes before which, and how long a grace lasts.
#include "core/decree/pack_reader.h"
#include "core/decree/rule_state.h"
#include "core/decree/rule_tally.h"
#include "tests/core/decree/rule_reports.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace bomay;
using namespace Qt::StringLiterals;

class TestRuleOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPackOfTheUserGoesBeforeTheGeneralRule()
    {
        QByteArray bytes = R"(
[pack]
id = "cua-toi"
version = "1"
[document]
type = "Quyết định"
number = "1/QĐ-UBND"
about = { vi = "a", en = "a" }
[[rule]]
id = "cua-toi.1"
label = "READ"
severity = "error"
valid_from = 2021-07-01
check = "count-at-most"
anchor = "unit"
measure = "deputy-seats"
limit = 2
overrides = ["nd33.15.3.thuduc.cqcm.deputy"]
select = { kinds = ["CQCM"], names = ["Phòng Nội vụ"] }
title = { vi = "a", en = "a" }
message = { vi = "{name}: {actual} > {limit}", en = "{name}: {actual} > {limit}" }
explanation = { vi = "a", en = "a" }
)";
        const QTemporaryDir folder;
        const auto load = [&] {
            QFile file(folder.filePath(u"cua-toi.toml"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            file.close();
            return loadPacksWith(folder.path());
        };
        const QString general = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        const OrgView view = fourDeputiesAtThuDuc().on("2021-12-31");
        const PackSet packs = load();
        QVERIFY(packs.errors.empty());
        const CheckReport report = check(view, packs.packs);
        QVERIFY(findingsOf(report, general).empty());
        QCOMPARE(reasonOf(report, general), u"rule-yields"_s);
        const auto findings = findingsOf(report, u"cua-toi.1"_s);
        QCOMPARE(sizeOf(findings), 1);
        QCOMPARE(findings.front().overrides, QStringList{general});
        // Switched off by hand it stands in nobody's way.
        QCOMPARE(sizeOf(findingsOf(check(view, packs.packs, {.disabledRules = {u"cua-toi.1"_s}}), general)), 1);

        bytes.replace("\"nd33.15.3.thuduc.cqcm.deputy\"", "\"nd33.15.3.thuduc.cqcm.deputi\"");
        const PackSet mistyped = load();
        QCOMPARE(mistyped.packs.size(), builtIn().packs.size());
        QCOMPARE(mistyped.errors.front().code(), u"pack-unknown-reference"_s);
        QCOMPARE(mistyped.errors.front().place.row, 18);
        QCOMPARE(mistyped.errors.front().message.args.value(u"suggestion"_s), general);
    }

    void aRuleThatIsOffForItsLabelStillGoesFirst()
    {
        ChartFixture chart = quanMot();
        chart.locality({u"p"_s, u"phường Hiệp Thành"_s, LocalityType::Ward, u"760"_s, LocalityClass::Unknown, 50'000})
            .locality({u"q"_s, u"phường Tân Thới"_s, LocalityType::Ward, u"760"_s})
            .unit({u"P"_s, u"UBND phường Hiệp Thành"_s, UnitKind::PeoplesCommittee, {}, u"p"_s})
            .unit({u"Q"_s, u"UBND phường Tân Thới"_s, UnitKind::PeoplesCommittee, {}, u"q"_s});
        for (const QString &code : {u"P"_s, u"Q"_s})
            chart.head(code).deputies(code, {1, 1, 1});
        const QString rule = u"nq131.8.4.phuong.pct"_s;
        const CheckReport report = check(chart.on("2024-01-01"), builtIn().packs);
        QVERIFY(findingsOf(report, rule).empty());
        QCOMPARE(reasonOf(report, rule), u"rule-yields"_s);
        const auto open = std::ranges::find(report.notChecked, rule, &NotChecked::rule);
        QVERIFY(open != report.notChecked.end());
        QCOMPARE(open->missing.code, u"missing-population"_s); // three are too many unless there are 50,000
        QCOMPARE(open->subjects.front().code, u"Q"_s);
        QCOMPARE(sizeOf(findingsOf(check(chart.on("2023-07-31"), builtIn().packs), rule)), 2);
    }

    void aGraceLastsToItsAnniversary_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<int>("daysLeft");
        QTest::newRow("the day before") << u"2028-06-30"_s << u"warning"_s << 1;
        QTest::newRow("the anniversary") << u"2028-07-01"_s << u"warning"_s << 0;
        QTest::newRow("the day after") << u"2028-07-02"_s << u"error"_s << -1;
    }
    void aGraceLastsToItsAnniversary()
    {
        QFETCH(const QString, day);
        QFETCH(const QString, severity);
        QFETCH(const int, daysLeft);
        ChartFixture chart;
        chart.locality({u"79"_s, u"Thành phố Hồ Chí Minh"_s, LocalityType::CentralCity})
            .unit({u"S"_s, u"Sở Xây dựng"_s, UnitKind::SpecialisedAgency, {}, u"79"_s});
        ChartFixture::UnitLine office{u"A"_s, u"Phòng A"_s, UnitKind::Division, u"S"_s, {}, 9};
        office.reorganisedOn = PartialDate::parse(u"01/07/2023").value();
        chart.head(u"S"_s).deputies(u"S"_s, {1}).unit(office).head(u"A"_s).deputies(u"A"_s, {1, 1});
        const auto findings =
            findingsOf(check(chart.on(day.toLatin1().constData()), builtIn().packs), u"nd370.2.2a.parent"_s);
        QCOMPARE(sizeOf(findings), 1);
        QCOMPARE(codeOf(findings.front().severity), severity);
        QCOMPARE(findings.front().grace.has_value(), daysLeft >= 0);
        if (daysLeft >= 0)
            QCOMPARE(findings.front().grace->daysLeft, daysLeft);
    }

    void aSumBlamesNobodyAndListsWhoBroughtWhat()
    {
        ChartFixture chart = quanMot();
        chart.unit({u"A"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .unit({u"B"_s, u"Phòng Y tế"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .deputies(u"A"_s, {1, 1, 1, 1})
            .deputies(u"B"_s, {1});
        const auto findings = findingsOf(check(chart.on("2021-12-31"), builtIn().packs), u"nd37.5.3.quan.ptp-avg"_s);
        QCOMPARE(sizeOf(findings), 1);
        QCOMPARE(sizeOf(findings.front().subjects), 1);
        QCOMPARE(findings.front().subjects.front().code, u"Q1"_s);
        QCOMPARE(sizeOf(findings.front().contributions), 2);
        QCOMPARE(findings.front().contributions[0].subject.code, u"A"_s);
        QCOMPARE(findings.front().contributions[0].number, 4);
    }

    void everyRuleInForceIsTallied()
    {
        const Organisation organisation = fourDeputiesAtThuDuc().organisation();
        const OrgView view(organisation, *Day::fromYmd(2021, 12, 31));
        const CheckReport report = check(organisation, view, builtIn().packs);
        int rules = 0;
        for (const RulePack &pack : builtIn().packs)
            rules += static_cast<int>(
                std::ranges::count_if(pack.rules, [&view](const Rule &rule) { return isInForce(rule, view.day()); }));
        const auto tallies = ruleTallies(organisation, view, builtIn().packs, {});
        QCOMPARE(sizeOf(tallies), rules);
        for (const RuleTally &tally : tallies) {
            const QString &id = tally.rule->id;
            QCOMPARE(tally.broken, sizeOf(findingsOf(report, id))); // no unit breaks a rule twice here
            QCOMPARE(tally.isOff, report.disabled.contains(id));
            const bool isUnheard = !tally.isOff && tally.isIdle() && tally.silent == 0;
            QCOMPARE(isUnheard, reasonOf(report, id) == u"rule-no-subject"_s);
            for (const NotApplicable &entry : report.notApplicable)
                if (entry.rule == id)
                    QCOMPARE(entry.elsewhere, !tally.isIdle());
        }
        const auto agencies = std::ranges::find(tallies, u"nd33.15.3.thuduc.cqcm.deputy"_s,
                                                [](const RuleTally &t) { return t.rule->id; });
        QCOMPARE(agencies->broken, 1);
        QCOMPARE(agencies->pack->id, u"nd-33-2021"_s);
    }

    void aHeadInSurplusIsNoSecondHead()
    {
        ChartFixture chart = fourDeputiesAtThuDuc();
        chart.unit({u"X"_s, u"Phòng X"_s, UnitKind::SpecialisedAgency, u"TD"_s}).head(u"X"_s);
        PostState kept;
        kept.title = u"Trưởng phòng"_s;
        kept.role = PostRole::Head;
        ChartFixture doubled = chart;
        doubled.post(u"X"_s, kept);
        QCOMPARE(sizeOf(findingsOf(check(doubled.on("2021-12-31"), builtIn().packs), u"own.two-heads"_s)), 1);
        kept.surplus = true;
        chart.post(u"X"_s, kept);
        QVERIFY(findingsOf(check(chart.on("2021-12-31"), builtIn().packs), u"own.two-heads"_s).empty());
    }

    void chosenPacksAndRulesOnly()
    {
        const OrgView view = fourDeputiesAtThuDuc().on("2021-12-31");
        const CheckReport report = check(view, builtIn().packs,
                                         {.packs = QStringList{u"nd-33-2021"_s, u"nq-131-2020"_s},
                                          .disabledRules = {u"nd33.15.3.thuduc.cqcm.deputy"_s}});
        QCOMPARE(sizeOf(report.packs), 2);
        QCOMPARE(report.packs.front(), (PackVersion{u"nd-33-2021"_s, u"2"_s}));
        QCOMPARE(report.disabled, QStringList{u"nd33.15.3.thuduc.cqcm.deputy"_s});
        QVERIFY(report.findings.empty());
        QCOMPARE(reasonOf(report, u"deputies.tiers"_s), QString()); // of a pack that is not used: not a word
    }

    void aRuleFromMemoryIsOffUnlessAskedFor()
    {
        auto pack = loadPack(packBytes(u"nd-33-2021.toml"_s), u"memory.toml"_s);
        QVERIFY(pack.has_value());
        std::erase_if(pack->rules, [](const Rule &rule) { return rule.id != u"nd33.15.3.thuduc.cqcm.deputy"; });
        pack->rules.front().label = Label::Memory;
        pack->rules.front().severity = Severity::Advice;
        const OrgView view = fourDeputiesAtThuDuc().on("2021-12-31");
        const CheckReport off = check(view, {&*pack, 1});
        QVERIFY(off.findings.empty());
        QCOMPARE(off.disabled, QStringList{u"nd33.15.3.thuduc.cqcm.deputy"_s});
        const CheckReport on = check(view, {&*pack, 1}, {.enabledRules = {u"nd33.15.3.thuduc.cqcm.deputy"_s}});
        QCOMPARE(on.count(Severity::Advice), 1);
    }
};

BM_TEST_MAIN(TestRuleOrder)
#include "test_rule_order.moc"

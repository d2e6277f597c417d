// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"
#include "core/decree/pack_reader.h"
#include "tests/core/decree/rule_cases.h"
#include "tests/core/decree/rule_reports.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cstring>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const std::vector<RuleCase> &ruleCases()
{
    static const auto cases = loadRuleCases();
    if (!cases)
        qFatal("%s:%d: %s", qPrintable(cases.error().place.file), cases.error().place.row,
               qPrintable(cases.error().code()));
    return *cases;
}

/// Rules that are off by themselves have cases too.
CheckOptions allOn()
{
    CheckOptions options;
    for (const RulePack &pack : builtIn().packs)
        for (const Rule &rule : pack.rules)
            options.enabledRules += rule.id;
    return options;
}

bool isProhibition(const QString &id)
{
    for (const RulePack &pack : builtIn().packs)
        for (const Rule &rule : pack.rules)
            if (rule.id == id)
                return rule.check->name == u"prohibited";
    return false;
}

/// What a report says of a rule, for a failing test's log.
QString wordsOf(const CheckReport &report, const QString &rule)
{
    QStringList words;
    for (const Finding &finding : report.findings)
        if (finding.rule == rule)
            words += finding.message.vi;
    for (const NotChecked &entry : report.notChecked)
        if (entry.rule == rule)
            words += entry.missing.code + u' ' + entry.subjects.front().code;
    for (const NotApplicable &entry : report.notApplicable)
        if (entry.rule == rule)
            words += entry.reason.code;
    return words.join(u"; "_s);
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyBuiltInPackLoads()
    {
        for (const Error &error : builtIn().errors)
            qCritical() << error.code() << error.message.args << error.place.file << error.place.row
                        << error.place.column;
        QVERIFY(builtIn().errors.empty());
        const QDir folder(QStringLiteral(BOMAY_SOURCE_DIR "/resources/decrees"));
        QStringList ids;
        for (const RulePack &pack : builtIn().packs)
            ids += pack.id + u".toml"_s;
        QCOMPARE(ids, folder.entryList({u"*.toml"_s}, QDir::Files, QDir::Name)); // none forgotten in the build
    }

    void ruleCase_data()
    {
        QTest::addColumn<int>("index");
        const auto &cases = ruleCases();
        for (int i = 0; i < sizeOf(cases); ++i)
            QTest::addRow("%s:%d %s %s", qPrintable(cases[uz(i)].file), cases[uz(i)].row, qPrintable(cases[uz(i)].rule),
                          cases[uz(i)].expected == Expected::Passes ? "passes" : "fails")
                << i;
    }

    void ruleCase()
    {
        QFETCH(const int, index);
        const RuleCase &testCase = ruleCases()[uz(index)];
        const CheckReport report = check(testCase.organisation(), testCase.view(), builtIn().packs, allOn());
        if (testCase.expected == Expected::Passes) {
            // Where nothing may be, nothing is what passes.
            if (reasonOf(report, testCase.rule) == u"rule-no-subject" && isProhibition(testCase.rule))
                return;
            QVERIFY2(passedCleanly(report, testCase.rule), qPrintable(wordsOf(report, testCase.rule)));
            return;
        }
        const std::vector<Finding> findings = findingsOf(report, testCase.rule);
        QVERIFY2(sizeOf(findings) == 1, qPrintable(wordsOf(report, testCase.rule)));
        const Finding &finding = findings.front();
        QCOMPARE(finding.subjects.front().code, testCase.at);
        QCOMPARE(finding.actual.number, testCase.actual);
        QCOMPARE(finding.limit.number, testCase.limit);
        if (!testCase.severity.isEmpty())
            QCOMPARE(codeOf(finding.severity), testCase.severity);
        for (const QString &text : {finding.message.vi, finding.message.en, finding.explanation.vi})
            QVERIFY2(!text.contains(u'{'), qPrintable(text));
    }

    void everyBuiltInRuleHasAPassingAndAFailingCase()
    {
        QSet<QString> known;
        for (const RulePack &pack : builtIn().packs)
            for (const Rule &rule : pack.rules) {
                known.insert(rule.id);
                for (const Expected expected : {Expected::Passes, Expected::Fails})
                    QVERIFY2(std::ranges::any_of(ruleCases(),
                                                 [&](const RuleCase &testCase) {
                                                     return testCase.rule == rule.id && testCase.expected == expected;
                                                 }),
                             qPrintable(rule.id));
            }
        for (const RuleCase &testCase : ruleCases())
            QVERIFY2(known.contains(testCase.rule), qPrintable(testCase.rule));
    }

    void whatRulesSayOfEachOtherIsThere()
    {
        QStringList rules;
        QStringList graces;
        for (const RulePack &pack : builtIn().packs) {
            for (const Rule &rule : pack.rules)
                rules += rule.id;
            for (const Grace &grace : pack.graces)
                graces += grace.id;
        }
        for (const RulePack &pack : builtIn().packs)
            for (const Rule &rule : pack.rules) {
                for (const QString &id : rule.yieldsTo + rule.overrides)
                    QVERIFY2(rules.contains(id), qPrintable(rule.id + u": "_s + id));
                for (const QString &id : rule.graces)
                    QVERIFY2(graces.contains(id), qPrintable(rule.id + u": "_s + id));
            }
        QCOMPARE(QSet<QString>(rules.begin(), rules.end()).size(), rules.size());
    }

    /// What the documentation calls left out is not a rule after all, and the other way round no rule is called so.
    void rowsThatAreNotRulesAreNot()
    {
        QFile file(QStringLiteral(BOMAY_SOURCE_DIR "/resources/decrees/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const QString table = text.sliced(text.indexOf(u"| row | why it is not a rule |"));
        static const QRegularExpression kRow(u"^\\| `([^`]+)` \\|"_s, QRegularExpression::MultilineOption);
        int rows = 0;
        for (auto match = kRow.globalMatch(table); match.hasNext(); ++rows) {
            const QString id = match.next().captured(1);
            for (const RulePack &pack : builtIn().packs) {
                QVERIFY2(std::ranges::find(pack.rules, id, &Rule::id) == pack.rules.end(), qPrintable(id));
                QVERIFY2(std::ranges::find(pack.graces, id, &Grace::id) == pack.graces.end(), qPrintable(id));
            }
        }
        QVERIFY(rows >= 10);
    }

    void everyMissingFactSaysWhereItIsEntered()
    {
        const auto catalog = MessageCatalog::builtIn();
        QVERIFY(catalog.has_value());
        for (const Language language : {Language::Vietnamese, Language::English}) {
            const QStringList codes = catalog->codes(language);
            for (const RuleCase &testCase : ruleCases())
                for (const NotChecked &entry : check(testCase.view(), builtIn().packs).notChecked) {
                    const QString where = u"enter-"_s + entry.missing.code.mid(qsizetype(std::strlen("missing-")));
                    QVERIFY2(codes.contains(entry.missing.code), qPrintable(entry.missing.code));
                    QVERIFY2(codes.contains(where), qPrintable(where));
                }
        }
    }

    void noTwoFindingsShareAFingerprint()
    {
        ChartFixture chart = thuDuc();
        for (const QString &code : {u"TD-KT"_s, u"TD-NV"_s, u"TD-YT"_s}) {
            chart.unit({code, u"Phòng "_s + code, UnitKind::SpecialisedAgency, u"TD"_s});
            chart.head(code).deputies(code, {1, 2, 3, 4});
        }
        const CheckReport report = check(chart.on("2021-12-31"), builtIn().packs);
        QVERIFY(sizeOf(report.findings) >= 6); // two rules at three agencies
        QSet<QString> fingerprints;
        for (const Finding &finding : report.findings) {
            QVERIFY(QRegularExpression(u"^[0-9a-f]{16}$"_s).match(finding.fingerprint).hasMatch());
            fingerprints.insert(finding.fingerprint);
        }
        QCOMPARE(fingerprints.size(), qsizetype(sizeOf(report.findings)));
    }

    void aFingerprintOutlivesTheNumbers()
    {
        ChartFixture more = fourDeputiesAtThuDuc();
        more.deputies(u"TD-NV"_s, {1});
        const CheckReport four = check(fourDeputiesAtThuDuc().on("2021-12-31"), builtIn().packs);
        const CheckReport five = check(more.on("2022-06-30"), builtIn().packs);
        QCOMPARE(four.findings.front().actual.number, 4);
        QCOMPARE(five.findings.front().actual.number, 5);
        QCOMPARE(five.findings.front().fingerprint, four.findings.front().fingerprint);
    }

    void validityCountsBothItsDays_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *rule, const char *before, const char *first, const char *last,
                            const char *after) {
            QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(before)
                                << QString::fromLatin1(first) << QString::fromLatin1(last)
                                << QString::fromLatin1(after);
        };
        row("nd33.15.3.thuduc.cqcm.deputy", "2021-03-28", "2021-03-29", "2025-06-30", "2025-07-01");
        row("deputies.tiers", "2021-03-28", "2021-03-29", "2025-06-30", "2025-07-01");
        row("nd37.5.3.quan.ptp-avg", "2020-11-24", "2020-11-25", "2025-02-28", "2025-03-01");
        row("nq131.4.4.quan.pct", "2021-06-30", "2021-07-01", "2025-06-30", "2025-07-01");
    }

    void validityCountsBothItsDays()
    {
        QFETCH(const QString, rule);
        QFETCH(const QString, before);
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(const QString, after);
        ChartFixture chart = fourDeputiesAtThuDuc();
        chart.deputies(u"TD-NV"_s, {4})
            .locality({u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, u"79"_s})
            .unit({u"Q1"_s, u"Ủy ban nhân dân Quận 1"_s, UnitKind::PeoplesCommittee, u"TP"_s, u"760"_s})
            .unit({u"Q1-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .deputies(u"Q1"_s, {1, 1, 1, 1})
            .deputies(u"Q1-NV"_s, {1, 1, 1});
        const auto reportOn = [&chart](const QString &day) {
            return check(chart.on(day.toLatin1().constData()), builtIn().packs);
        };
        QCOMPARE(reasonOf(reportOn(before), rule), u"rule-not-yet-in-force"_s);
        QVERIFY(findingsOf(reportOn(before), rule).empty());
        QCOMPARE(sizeOf(findingsOf(reportOn(first), rule)), 1);
        QCOMPARE(sizeOf(findingsOf(reportOn(last), rule)), 1);
        QCOMPARE(reasonOf(reportOn(after), rule), u"rule-no-longer-in-force"_s);
        QVERIFY(findingsOf(reportOn(after), rule).empty());
    }

    void aReasonOutOfForceNamesTheDay()
    {
        const CheckReport report =
            check(thuDuc().on("2025-07-01"), builtIn().packs, {.packs = QStringList{u"nd-33-2021"_s}});
        QCOMPARE(report.notApplicable.front().reason,
                 (Message{u"rule-no-longer-in-force"_s, {{u"date"_s, u"30/06/2025"_s}, {u"iso"_s, u"2025-06-30"_s}}}));
    }

    void seatsAreCountedNotRowsOrPersons()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        PostState group;
        group.role = PostRole::Deputy;
        group.tier = 1;
        group.seats = 4; // vacant, and one row
        chart.head(u"TD-NV"_s).post(u"TD-NV"_s, group);
        const auto findings =
            findingsOf(check(chart.on("2021-12-31"), builtIn().packs), u"nd33.15.3.thuduc.cqcm.deputy"_s);
        QCOMPARE(sizeOf(findings), 1);
        QCOMPARE(findings.front().actual.number, 4);
    }

    void anExpiredDeputyDoesNotCountTheLastDayDoes()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        PostState leaving;
        leaving.role = PostRole::Deputy;
        leaving.tier = 1;
        leaving.period.to = PartialDate::fromDay(*Day::fromYmd(2021, 12, 31));
        chart.head(u"TD-NV"_s).deputies(u"TD-NV"_s, {1, 1, 1}).post(u"TD-NV"_s, leaving);
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        QCOMPARE(sizeOf(findingsOf(check(chart.on("2021-12-31"), builtIn().packs), rule)), 1);
        QVERIFY(passedCleanly(check(chart.on("2022-01-01"), builtIn().packs), rule));
    }

    void deputiesBelowAnAgencyAreNotItsOwn()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .unit({u"TD-NV-1"_s, u"Tổ Một cửa"_s, UnitKind::Team, u"TD-NV"_s});
        chart.head(u"TD-NV"_s).deputies(u"TD-NV"_s, {1, 1, 1}).deputies(u"TD-NV-1"_s, {1, 1});
        QVERIFY(passedCleanly(check(chart.on("2021-12-31"), builtIn().packs), u"nd33.15.3.thuduc.cqcm.deputy"_s));
    }

    void officeAndInspectorateOfThuDucCountAsAgencies()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-TT"_s, u"Thanh tra thành phố Thủ Đức"_s, UnitKind::Inspectorate, u"TD"_s})
            .unit({u"TD-VP"_s, u"Văn phòng HĐND và UBND"_s, UnitKind::Office, u"TD"_s})
            .unit({u"TD-XN"_s, u"Trường Mầm non"_s, UnitKind::PublicServiceUnit, u"TD"_s});
        for (const QString &code : {u"TD-TT"_s, u"TD-VP"_s, u"TD-XN"_s})
            chart.head(code).deputies(code, {1, 1, 1, 1});
        const auto findings =
            findingsOf(check(chart.on("2021-12-31"), builtIn().packs), u"nd33.15.3.thuduc.cqcm.deputy"_s);
        QCOMPARE(sizeOf(findings), 2);
        QCOMPARE(findings[0].subjects.front().code, u"TD-TT"_s);
        QCOMPARE(findings[1].subjects.front().code, u"TD-VP"_s);
    }

    void theAverageRuleIsNotForThuDuc()
    {
        const CheckReport report = check(fourDeputiesAtThuDuc().on("2021-12-31"), builtIn().packs);
        QCOMPARE(reasonOf(report, u"nd37.5.3.quan.ptp-avg"_s), u"rule-no-subject"_s);
    }

    /// An agency that lost its place or was entered as a division may bring the average down: no alarm unless the sum
    /// is too high with it as well.
    void aSumWaitsForAgenciesThatMayBelongToIt_data()
    {
        QTest::addColumn<bool>("staged");
        QTest::addColumn<int>("deputies");
        QTest::addColumn<bool>("found");
        QTest::newRow("no place, could be lawful") << true << 5 << false;
        QTest::newRow("no place, too many anyway") << true << 7 << true;
        QTest::newRow("a division, could be lawful") << false << 5 << false;
        QTest::newRow("a division, too many anyway") << false << 7 << true;
    }
    void aSumWaitsForAgenciesThatMayBelongToIt()
    {
        QFETCH(const bool, staged);
        QFETCH(const int, deputies);
        QFETCH(const bool, found);
        const QString rule = u"nd37.5.3.quan.ptp-avg"_s;
        ChartFixture chart = quanMot();
        chart.unit({u"NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .unit({u"TP1"_s, u"Phòng Tư pháp"_s, UnitKind::SpecialisedAgency, u"Q1"_s})
            .deputies(u"NV"_s, std::vector<int>(uz(deputies - 1), 1))
            .deputies(u"TP1"_s, {1});
        QCOMPARE(sizeOf(findingsOf(check(chart.on("2021-12-31"), builtIn().packs), rule)), 1);
        if (staged)
            chart.unit({u"VP"_s, u"Văn phòng"_s, UnitKind::Office}).stage(u"VP"_s).head(u"VP"_s);
        else
            chart.unit({u"YT"_s, u"Phòng Y tế"_s, UnitKind::Division, u"Q1"_s}).head(u"YT"_s);
        const CheckReport report = check(chart.on("2021-12-31"), builtIn().packs);
        QCOMPARE(sizeOf(findingsOf(report, rule)), found ? 1 : 0);
        QCOMPARE(report.unplaced, staged ? 1 : 0);
        const bool waits = std::ranges::any_of(report.notChecked, [&](const NotChecked &n) { return n.rule == rule; });
        QCOMPARE(waits, !found);
    }

    void findingsDoNotDependOnTheOrderOfRows()
    {
        ChartFixture chart = fourDeputiesAtThuDuc();
        chart.unit({u"TD-KT"_s, u"Phòng Kinh tế"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .unit({u"TD-YT"_s, u"Phòng Y tế"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .locality({u"760"_s, u"Quận 1"_s, LocalityType::UrbanDistrict, u"79"_s})
            .unit({u"Q1"_s, u"Ủy ban nhân dân Quận 1"_s, UnitKind::PeoplesCommittee, u"TP"_s, u"760"_s})
            .deputies(u"TD-KT"_s, {1, 2, 3, 4, 4});
        const CheckReport forward = check(chart.on("2021-12-31"), builtIn().packs);
        const CheckReport backward = check(chart.reversed().on("2021-12-31"), builtIn().packs);
        QVERIFY(sizeOf(forward.findings) >= 3);
        QVERIFY(!forward.notChecked.empty());
        QVERIFY(forward == backward);
    }

    void anotherLimitInTheFileGivesAnotherResult_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *rule, const QString &file, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(rule) << file << before << after << QString::fromLatin1(rule);
        };
        row("nd33.15.3.thuduc.cqcm.deputy", u"nd-33-2021.toml"_s, "limit = 3\n", "limit = 4\n");
        row("deputies.tiers", u"cong-bo-2021-04-07.toml"_s, "limit = 3", "limit = 4");
        row("nd37.5.3.quan.ptp-avg", u"nd-37-2014.toml"_s, "limit_per_unit = 2\n", "limit_per_unit = 3\n");
        row("nq131.4.4.quan.pct", u"nq-131-2020.toml"_s, "limit = 3\n", "limit = 4\n");
    }

    /// The number stands in the file and nowhere else: the first failing case passes under a limit one higher, and the
    /// texts name the new one.
    void anotherLimitInTheFileGivesAnotherResult()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, rule);
        const auto failing = std::ranges::find_if(ruleCases(), [&rule](const RuleCase &testCase) {
            return testCase.rule == rule && testCase.expected == Expected::Fails;
        });
        const OrgView view = failing->view();
        const auto original = loadPack(packBytes(file), file);
        const auto changed = loadPack(packBytes(file, before, after), file);
        QVERIFY(original.has_value() && changed.has_value());
        QCOMPARE(sizeOf(findingsOf(check(view, {&*original, 1}), rule)), 1);
        QVERIFY(passedCleanly(check(view, {&*changed, 1}), rule));
    }

    void messagesTakeTheirNumbersFromTheRule()
    {
        const auto pack = loadPack(packBytes(u"nd-33-2021.toml"_s, "limit = 3", "limit = 1"), u"nd-33-2021.toml"_s);
        const CheckReport report = check(fourDeputiesAtThuDuc().on("2021-12-31"), {&*pack, 1});
        QCOMPARE(report.findings.front().message.vi, u"Phòng Nội vụ có 4 cấp phó, vượt mức tối đa 1 người."_s);
        QCOMPARE(report.findings.front().message.en, u"Phòng Nội vụ has 4 deputies; at most 1 are allowed."_s);
        QVERIFY(report.findings.front().explanation.vi.contains(u"tối đa 1 cấp phó"_s));
    }
};

BM_TEST_MAIN(TestRules)
#include "test_rules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/edits_office_word.h"
#include "core/change/transaction.h"
#include "core/decree/office_word.h"
#include "core/decree/report_json.h"
#include "core/decree/report_text.h"
#include "tests/core/decree/chart_fixture.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const QString kRead = u"nd33.15.3.thuduc.cqcm.deputy"_s;
const QString kReported = u"deputies.tiers"_s;

/// Phòng Nội vụ breaks both rules: four deputies, tiers 1, 2, 2, 4.
ChartFixture faultyChart()
{
    ChartFixture chart = thuDuc();
    chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
        .head(u"TD-NV"_s)
        .deputies(u"TD-NV"_s, {1, 2, 2, 4});
    return chart;
}

/// The two packs with one rule each.
std::vector<RulePack> twoRules()
{
    std::vector<RulePack> packs = loadBuiltInPacks().packs;
    for (RulePack &pack : packs)
        std::erase_if(pack.rules, [](const Rule &rule) { return rule.id != kRead && rule.id != kReported; });
    std::erase_if(packs, [](const RulePack &pack) { return pack.rules.empty(); });
    return packs;
}

const Finding *findingOf(const CheckReport &report, const QString &rule)
{
    const auto found = std::ranges::find(report.findings, rule, &Finding::rule);
    return found == report.findings.end() ? nullptr : &*found;
}

} // namespace

class TestOfficeWord : public QObject
{
    Q_OBJECT

private:
    std::vector<RulePack> m_packs;
    Organisation m_organisation;
    SeededIdSource m_ids{QByteArrayLiteral("office")};

    [[nodiscard]] CheckReport reportOn(const char *day)
    {
        CheckReport report =
            check(OrgView(m_organisation, PartialDate::parse(QString::fromLatin1(day))->firstDay()), m_packs);
        applyOfficeWord(report, m_organisation, m_packs);
        return report;
    }

    void say(const Result<Change> &change)
    {
        QVERIFY(change.has_value());
        QVERIFY(applyChange(m_organisation, *change).has_value());
    }

    void waive(const Finding &finding)
    {
        Waiver waiver = waiverFor(finding, u"Chờ sắp xếp"_s, u"12/TB-UBND"_s);
        waiver.author = u"Người thử"_s;
        waiver.date = PartialDate{2022, 1, 2};
        say(waiveFinding(m_organisation, waiver, m_ids));
    }

    void confirm(const QString &rule, const QString &edition, bool asError)
    {
        say(confirmRule(m_organisation,
                        {{}, rule, edition, u"Văn bản gốc"_s, asError, u"Người thử"_s, PartialDate{2022, 1, 2}},
                        m_ids));
    }

    [[nodiscard]] QString editionOf(const QString &rule) const
    {
        for (const RulePack &pack : m_packs)
            if (pack.rules.front().id == rule)
                return pack.version;
        return {};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_packs = twoRules();
        QCOMPARE(sizeOf(m_packs), 2);
        m_organisation = faultyChart().organisation();
    }

    void aWaivedFindingIsShownAndDoesNotCount()
    {
        const CheckReport before = reportOn("2021-12-31");
        QCOMPARE(before.count(Severity::Error), 1);
        waive(*findingOf(before, kRead));
        const CheckReport report = reportOn("2021-12-31");
        QCOMPARE(report.count(Severity::Error), 0);
        QCOMPARE(report.waived(), 1);
        QVERIFY(findingOf(report, kRead)->waiver);
        QVERIFY(report.staleWaivers.empty());
        const QJsonObject json = toJson(*findingOf(report, kRead));
        QVERIFY(json[u"waived"_s].toBool());
        QCOMPARE(json[u"waiver"_s].toObject()[u"reason"_s].toString(), u"Chờ sắp xếp"_s);
        QVERIFY(reportText(report, *MessageCatalog::builtIn(), Language::Vietnamese)
                    .contains(u"Đã giải trình: Chờ sắp xếp. Văn bản: 12/TB-UBND. Người thử, 02/01/2022."_s));
    }

    void aGreaterBreachIsNotCovered()
    {
        waive(*findingOf(reportOn("2021-12-31"), kRead));
        const auto setLimit = [this](int limit) {
            for (RulePack &pack : m_packs)
                for (Rule &rule : pack.rules)
                    if (rule.id == kRead)
                        rule.parameters.limit.tiers = {{std::nullopt, limit}};
        };
        setLimit(2); // four deputies are two too many now, not one
        const CheckReport report = reportOn("2021-12-31");
        QCOMPARE(report.count(Severity::Error), 1);
        QVERIFY(!findingOf(report, kRead)->waiver && findingOf(report, kRead)->outgrown);
        QVERIFY(report.staleWaivers.empty());
        QVERIFY(reportText(report, *MessageCatalog::builtIn(), Language::Vietnamese)
                    .contains(u"Giải trình trước đây không còn đủ (khi đó là 4, mức cho phép 3)"_s));
        setLimit(3);
        QCOMPARE(reportOn("2021-12-31").count(Severity::Error), 0);
    }

    void switchesOfTheDocumentAreOptions()
    {
        say(switchRule(m_organisation, {{}, kRead, false, {}, {}}, true, m_ids));
        say(switchRule(m_organisation, {{}, u"x"_s, true, {}, {}}, false, m_ids));
        QCOMPARE(optionsOf(m_organisation).disabledRules, QStringList{kRead});
        QCOMPARE(optionsOf(m_organisation).enabledRules, QStringList{u"x"_s});
    }

    void aWaiverOfNothingIsStaleOnlyWhileItsRuleHolds()
    {
        waive(*findingOf(reportOn("2021-12-31"), kRead));
        for (RulePack &pack : m_packs)
            for (Rule &rule : pack.rules)
                if (rule.id == kRead)
                    rule.parameters.limit.tiers = {{std::nullopt, 9}};
        QCOMPARE(sizeOf(reportOn("2021-12-31").staleWaivers), 1);
        QVERIFY(reportOn("2025-07-02").staleWaivers.empty()); // the rule ended on 30/06/2025
    }

    void aConfirmedRuleMayBeAnError()
    {
        QCOMPARE(findingOf(reportOn("2021-12-31"), kReported)->severity, Severity::Warning);
        confirm(kReported, editionOf(kReported), false);
        QCOMPARE(findingOf(reportOn("2021-12-31"), kReported)->severity, Severity::Warning);
        QVERIFY(findingOf(reportOn("2021-12-31"), kReported)->confirmation);
        confirm(kReported, editionOf(kReported), true);
        const CheckReport report = reportOn("2021-12-31");
        QCOMPARE(findingOf(report, kReported)->severity, Severity::Error);
        QCOMPARE(report.count(Severity::Error), 2);
        QVERIFY(reportText(report, *MessageCatalog::builtIn(), Language::Vietnamese)
                    .contains(u"(Đã đối chiếu nguyên văn: Văn bản gốc; Người thử, 02/01/2022.)"_s));
    }

    void aLaterDocumentKeepsItAWarning()
    {
        for (RulePack &pack : m_packs)
            for (Rule &rule : pack.rules)
                if (rule.id == kReported)
                    rule.warningFrom = PartialDate::parse(u"2021-12-01"_s)->firstDay();
        confirm(kReported, editionOf(kReported), true);
        QCOMPARE(findingOf(reportOn("2021-12-31"), kReported)->severity, Severity::Warning);
    }

    void aConfirmationOfAnotherEditionIsStale()
    {
        confirm(kReported, u"0"_s, true);
        const CheckReport report = reportOn("2021-12-31");
        QCOMPARE(findingOf(report, kReported)->severity, Severity::Warning);
        QVERIFY(!findingOf(report, kReported)->confirmation);
        QCOMPARE(sizeOf(report.staleConfirmations), 1);
    }
};

BM_TEST_MAIN(TestOfficeWord)
#include "test_office_word.moc"

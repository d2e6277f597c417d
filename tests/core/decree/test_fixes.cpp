// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/transaction.h"
#include "core/decree/fix_json.h"
#include "tests/core/decree/rule_cases.h"
#include "tests/support/test_main.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <unordered_set>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const std::vector<RulePack> &packs()
{
    static const std::vector<RulePack> kPacks = loadBuiltInPacks().packs;
    return kPacks;
}

const Rule &ruleOf(const QString &id)
{
    for (const RulePack &pack : packs())
        for (const Rule &rule : pack.rules)
            if (rule.id == id)
                return rule;
    qFatal("no such rule: %s", qPrintable(id));
}

/// The built-in packs with one rule alone.
std::vector<RulePack> only(const QString &id)
{
    std::vector<RulePack> result = packs();
    for (RulePack &pack : result)
        std::erase_if(pack.rules, [&id](const Rule &rule) { return rule.id != id; });
    std::erase_if(result, [](const RulePack &pack) { return pack.rules.empty(); });
    return result;
}

} // namespace

class TestFixes : public QObject
{
    Q_OBJECT

private:
    Organisation m_organisation;
    EditScope m_scope;
    SeededIdSource m_ids{QByteArrayLiteral("fix")};

    void open(const ChartFixture &chart, const char *day)
    {
        m_organisation = chart.organisation();
        m_scope = {EditMode::Correct, PartialDate::parse(QString::fromLatin1(day))->firstDay(), {}};
    }

    [[nodiscard]] CheckReport report(const QString &rule) const
    {
        return check(OrgView(m_organisation, m_scope.day), only(rule));
    }

    /// The fixes of the one finding that the rule has.
    [[nodiscard]] std::vector<Fix> proposed(const QString &rule)
    {
        const CheckReport found = report(rule);
        if (sizeOf(found.findings) != 1)
            return {};
        return fixesFor(found.findings.front(), ruleOf(rule), m_organisation, OrgView(m_organisation, m_scope.day),
                        m_scope, m_ids);
    }

    /// A fix, done, leaves nothing of the finding.
    void comparePasses(const QString &rule, const Fix &fix)
    {
        QVERIFY(applyChange(m_organisation, fix.change).has_value());
        QCOMPARE(sizeOf(report(rule).findings), 0);
        QVERIFY(applyChange(m_organisation, inverted(fix.change)).has_value());
        QCOMPARE(sizeOf(report(rule).findings), 1);
    }

    static ChartFixture division(const std::vector<int> &tiers)
    {
        ChartFixture chart = thuDuc();
        PostState head;
        head.role = PostRole::Head;
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .post(u"TD-NV"_s, head, {{u"Người T"_s}})
            .deputies(u"TD-NV"_s, tiers);
        return chart;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void scriptsReadWhatAFixWouldChange()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        ChartFixture chart = division({1, 2});
        PostState group;
        group.title = u"Phó Trưởng phòng"_s;
        group.role = PostRole::Deputy;
        group.tier = 3;
        group.seats = 2;
        chart.post(u"TD-NV"_s, group, {});
        open(chart, "2021-12-31");
        const QJsonArray fixes = toJson(proposed(rule), MessageCatalog::builtIn().value());
        QCOMPARE(fixes.size(), 1);
        QVERIFY(fixes[0][u"title"_s][u"vi"_s].toString().contains(u'1'));
        QVERIFY(!fixes[0][u"title"_s][u"en"_s].toString().isEmpty());
        const QJsonObject row = fixes[0][u"rows"_s].toArray().first().toObject();
        QCOMPARE(row[u"kind"_s].toString(), u"post"_s);
        QCOMPARE(row[u"action"_s].toString(), u"modified"_s);
        QCOMPARE(row[u"name"_s].toString(), u"Phó Trưởng phòng"_s);
        QCOMPARE(row[u"fields"_s].toObject(),
                 (QJsonObject{{u"seats"_s, QJsonObject{{u"before"_s, 2}, {u"after"_s, 1}}}}));
    }

    void asManyVacantDeputiesGoAsAreTooManyTheLastTierFirst()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        ChartFixture chart = division({1, 2});
        PostState held;
        held.title = u"Phó Trưởng phòng Thường trực"_s;
        held.role = PostRole::Deputy;
        held.tier = 1;
        chart.post(u"TD-NV"_s, held, {{u"Người A"_s}});
        held.title = u"Phó Trưởng phòng"_s;
        held.tier = 3;
        held.seats = 2;
        chart.post(u"TD-NV"_s, held, {});
        open(chart, "2021-12-31");
        const std::vector<Fix> fixes = proposed(rule);
        QCOMPARE(sizeOf(fixes), 1);
        QCOMPARE(fixes.front().title.args.value(u"count"_s), u"2"_s);
        QCOMPARE(fixes.front().title.args.value(u"left"_s), u"3"_s);
        comparePasses(rule, fixes.front());
        QVERIFY(applyChange(m_organisation, fixes.front().change).has_value());
        QCOMPARE(sizeOf(report(u"deputies.tiers"_s).findings), 0); // no gap was opened
        const OrgView view(m_organisation, m_scope.day);
        QVERIFY(std::ranges::any_of(view.posts(), [](const ViewPost &post) { return !post.holders.empty(); }));
    }

    void aFewVacantSeatsAreBetterThanNone()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        ChartFixture chart = division({});
        PostState deputy;
        deputy.role = PostRole::Deputy;
        deputy.tier = 1;
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s}) {
            deputy.title = u"Phó "_s + name;
            chart.post(u"TD-NV"_s, deputy, {{name}});
        }
        deputy.title = u"Phó E"_s;
        chart.post(u"TD-NV"_s, deputy);
        open(chart, "2021-12-31");
        const std::vector<Fix> fixes = proposed(rule);
        QCOMPARE(sizeOf(fixes), 1);
        QCOMPARE(fixes.front().title.args.value(u"left"_s), u"4"_s);
    }

    void withoutHoldersNoSeatIsKnownToBeVacant()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s})
            .head(u"TD-NV"_s)
            .deputies(u"TD-NV"_s, {1, 1, 1, 1});
        open(chart, "2021-12-31");
        QCOMPARE(sizeOf(report(rule).findings), 1);
        QVERIFY(proposed(rule).empty());
    }

    void aSeatThatWasHeldIsNotUnheldForThePast()
    {
        const QString rule = u"nd33.15.3.thuduc.cqcm.deputy"_s;
        ChartFixture chart = division({1, 1, 1});
        PostState deputy;
        deputy.title = u"Phó Trưởng phòng"_s;
        deputy.role = PostRole::Deputy;
        deputy.tier = 2;
        const Period past{{}, PartialDate::parse(u"2021-06-30"_s).value()};
        chart.post(u"TD-NV"_s, deputy, {{u"Người A"_s, AppointmentKind::Full, past}});
        open(chart, "2021-12-31");
        const auto proposedPosts = [&] {
            std::unordered_set<RowKey> keys;
            for (const Fix &fix : proposed(rule))
                for (const RowImage &image : fix.change.images)
                    keys.insert(image.key);
            return keys;
        };
        const OrgView view(m_organisation, m_scope.day);
        const auto last = std::ranges::find(view.posts(), 2, [](const ViewPost &post) { return post.state.tier; });
        QVERIFY(!proposedPosts().empty());
        QVERIFY(!proposedPosts().contains(keyOf(last->id)));
        // From a date on it can go: what was stays true.
        m_scope = {EditMode::FromDate, m_scope.day, m_scope.day};
        QVERIFY(proposedPosts().contains(keyOf(last->id)));
    }

    void aFullUnitHasNoFix()
    {
        ChartFixture chart = division({});
        PostState held;
        held.role = PostRole::Deputy;
        held.tier = 1;
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s}) {
            held.title = u"Phó "_s + name;
            chart.post(u"TD-NV"_s, held, {{name}});
        }
        open(chart, "2021-12-31");
        QCOMPARE(report(u"nd33.15.3.thuduc.cqcm.deputy"_s).count(Severity::Error), 1);
        QVERIFY(proposed(u"nd33.15.3.thuduc.cqcm.deputy"_s).empty());
    }

    void tiersCloseTheirGaps()
    {
        open(division({1, 3, 3}), "2021-12-31");
        const std::vector<Fix> fixes = proposed(u"deputies.tiers"_s);
        QCOMPARE(sizeOf(fixes), 1);
        QCOMPARE(fixes.front().title.args.value(u"tiers"_s), u"1, 2, 2"_s);
        QCOMPARE(fixes.front().change.title, u"Đánh lại thứ bậc cấp phó của Phòng Nội vụ"_s);
        comparePasses(u"deputies.tiers"_s, fixes.front());
    }

    void aHeadIsCalledAsItsDeputies()
    {
        ChartFixture chart = thuDuc();
        chart.unit({u"TD-NV"_s, u"Phòng Nội vụ"_s, UnitKind::SpecialisedAgency, u"TD"_s});
        PostState deputy;
        deputy.title = u"Phó trưởng phòng"_s;
        deputy.role = PostRole::Deputy;
        deputy.tier = 1;
        chart.post(u"TD-NV"_s, deputy);
        open(chart, "2021-12-31");
        const std::vector<Fix> fixes = proposed(u"own.headless"_s);
        QCOMPARE(sizeOf(fixes), 1);
        QCOMPARE(fixes.front().title.args.value(u"title"_s), u"Trưởng phòng"_s);
        comparePasses(u"own.headless"_s, fixes.front());
    }

    /// On the failing case of each rule, what is proposed can be done and taken back, and leaves less of the finding.
    void everyFixHelps()
    {
        const auto cases = loadRuleCases();
        QVERIFY(cases.has_value());
        QSet<QString> used;
        for (const RuleCase &entry : *cases) {
            if (entry.expected != Expected::Fails)
                continue;
            m_organisation = entry.organisation();
            m_scope = {EditMode::Correct, PartialDate::parse(entry.day)->firstDay(), {}};
            const CheckReport before = report(entry.rule);
            for (const Fix &fix : proposed(entry.rule)) {
                QVERIFY2(applyChange(m_organisation, fix.change).has_value(), qPrintable(entry.rule));
                const CheckReport after = report(entry.rule);
                if (!after.findings.empty()) {
                    const Finding &left = after.findings.front();
                    const Finding &was = before.findings.front();
                    QVERIFY2(std::abs(left.actual.number - left.limit.number) <
                                 std::abs(was.actual.number - was.limit.number),
                             qPrintable(entry.rule));
                }
                QVERIFY(applyChange(m_organisation, inverted(fix.change)).has_value());
                used.insert(fix.title.code);
            }
        }
        // Titles in the cases are those of roles, from which no head's title follows; no holder is named where deputies
        // are too many, so that no seat is known to be vacant.
        const QSet<QString> expected{u"fix-add-unit"_s, u"fix-rename"_s, u"fix-renumber-tiers"_s};
        QCOMPARE(used, expected);
    }
};

BM_TEST_MAIN(TestFixes)
#include "test_fixes.moc"

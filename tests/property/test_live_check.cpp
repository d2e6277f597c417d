// SPDX-License-Identifier: GPL-3.0-or-later
// A report that follows changes is the report made anew, whatever the change; a preview leaves no trace.
#include "core/change/transaction.h"
#include "core/decree/live_checker.h"
#include "tests/core/decree/rule_cases.h"
#include "tests/property/edit_script.h"
#include "tests/property/rule_edits.h"
#include "tests/property/verb_script.h"
#include "tests/property/view_comparison.h"
#include "tests/support/test_main.h"

#include <random>
#include <set>

using namespace bomay;
using namespace Qt::StringLiterals;

namespace {

const PackSet &builtIn()
{
    static const PackSet packs = loadBuiltInPacks();
    return packs;
}

/// Rules that are off by themselves are asked too.
const CheckOptions &allOn()
{
    static const CheckOptions kOptions = [] {
        CheckOptions options;
        for (const RulePack &pack : builtIn().packs)
            for (const Rule &rule : pack.rules)
                options.enabledRules += rule.id;
        return options;
    }();
    return kOptions;
}

QString lineOf(const Finding &finding)
{
    return finding.rule + u' ' + finding.subjects.front().code + u": "_s + finding.message.vi;
}

template <typename Entries, typename LineOf>
QString firstDifference(const Entries &live, const Entries &full, const LineOf &lineOf)
{
    for (std::size_t i = 0; i < std::max(live.size(), full.size()); ++i)
        if (i >= live.size() || i >= full.size() || live[i] != full[i])
            return u"“%1” for “%2”"_s.arg(i < live.size() ? lineOf(live[i]) : u"nothing"_s,
                                          i < full.size() ? lineOf(full[i]) : u"nothing"_s);
    return {};
}

/// In words; empty where the two are equal.
QString reportDifference(const CheckReport &live, const CheckReport &full)
{
    if (live == full)
        return {};
    if (const QString found = firstDifference(live.findings, full.findings, lineOf); !found.isEmpty())
        return u"finding "_s + found;
    const auto noteLine = [](const NotApplicable &entry) {
        return entry.rule + u' ' + entry.reason.code + u' ' + QStringList(entry.reason.args.values()).join(u' ');
    };
    if (const QString found = firstDifference(live.notApplicable, full.notApplicable, noteLine); !found.isEmpty())
        return u"not applicable "_s + found;
    const auto openLine = [](const NotChecked &entry) {
        QStringList codes;
        for (const Subject &subject : entry.subjects)
            codes += subject.code;
        return entry.rule + u' ' + entry.missing.code + u' ' + codes.join(u' ');
    };
    if (const QString found = firstDifference(live.notChecked, full.notChecked, openLine); !found.isEmpty())
        return u"not checked "_s + found;
    return u"applied %1 for %2, unplaced %3 for %4"_s.arg(live.applied)
        .arg(full.applied)
        .arg(live.unplaced)
        .arg(full.unplaced);
}

/// How many series of edits each chart gets; more than one in `packaging/deep`.
unsigned seriesPerChart()
{
    bool isNumber = false;
    const unsigned series = qEnvironmentVariable("BOMAY_EDIT_SERIES").toUInt(&isNumber);
    return isNumber ? series : 1;
}

/// An organisation and the view and report of one day that follow it.
class Followed
{
public:
    Followed(Organisation organisation, Day day)
        : m_organisation(std::move(organisation))
        , m_view(m_organisation, day)
        , m_checker(m_organisation, m_view, builtIn().packs, allOn())
    {}

    [[nodiscard]] const Organisation &organisation() const { return m_organisation; }
    [[nodiscard]] const CheckReport &report() const { return m_checker.report(); }

    /// False: it was refused.
    bool apply(const Change &change)
    {
        const auto set = applyChange(m_organisation, change);
        if (set)
            m_checker.follow(*set);
        return set.has_value();
    }

    [[nodiscard]] QString difference() const
    {
        if (const QString found = viewDifference(m_view, OrgView(m_organisation, m_view.day())); !found.isEmpty())
            return u"view: "_s + found;
        return reportDifference(report(), check(m_organisation, m_view, builtIn().packs, allOn()));
    }

    /// What is wrong with the preview of a change; empty where it says what comes of it and leaves no trace.
    [[nodiscard]] QString previewProblem(const Change &change)
    {
        const CheckReport before = report();
        const auto preview = m_checker.preview(m_organisation, change);
        if (report() != before)
            return u"preview leaves a trace: "_s + reportDifference(report(), before);
        if (const QString found = viewDifference(m_view, OrgView(m_organisation, m_view.day())); !found.isEmpty())
            return u"preview leaves a trace in the view: "_s + found;
        Organisation changed = m_organisation;
        if (!applyChange(changed, change))
            return preview ? u"preview of what is refused"_s : QString();
        if (!preview)
            return u"preview refused: "_s + preview.error().code();
        const CheckReport after = check(changed, OrgView(changed, m_view.day()), builtIn().packs, allOn());
        CheckDifference expected = differenceOf(before.findings, after.findings);
        if (linesOf(preview->added) != linesOf(expected.added) ||
            linesOf(preview->removed) != linesOf(expected.removed))
            return u"preview says other findings: +%1 −%2 for +%3 −%4"_s.arg(sizeOf(preview->added))
                .arg(sizeOf(preview->removed))
                .arg(sizeOf(expected.added))
                .arg(sizeOf(expected.removed));
        return {};
    }

private:
    static QStringList linesOf(const std::vector<Finding> &findings)
    {
        QStringList lines;
        for (const Finding &finding : findings)
            lines += finding.fingerprint + u' ' + lineOf(finding);
        return lines;
    }

    Organisation m_organisation;
    OrgView m_view;
    LiveChecker m_checker;
};

/// Random edits, with steps back and forth between them, and previews.
class Walk
{
public:
    Walk(Organisation organisation, Day day, unsigned seed)
        : m_followed(std::move(organisation), day)
        , m_random(seed)
    {}

    /// What went wrong first.
    template <typename NextChange>
    QString run(int steps, const NextChange &nextChange)
    {
        for (int i = 0; i < steps; ++i) {
            const unsigned way = m_random() % 8;
            if (way == 0 && m_standing > 0) {
                (void)m_followed.apply(inverted(m_done[--m_standing]));
            } else if (way == 1 && m_standing < m_done.size()) {
                (void)m_followed.apply(m_done[m_standing++]);
            } else {
                const std::optional<Change> change = nextChange(m_followed.organisation());
                if (!change)
                    continue;
                if (m_random() % 4 == 0)
                    if (const QString problem = m_followed.previewProblem(*change); !problem.isEmpty())
                        return at(i, problem);
                if (!m_followed.apply(*change))
                    continue;
                m_done.resize(m_standing++);
                m_done.push_back(*change);
            }
            if (const QString found = m_followed.difference(); !found.isEmpty())
                return at(i, found);
            for (const Finding &finding : m_followed.report().findings)
                m_rules.insert(finding.rule);
        }
        while (m_standing > 0)
            (void)m_followed.apply(inverted(m_done[--m_standing]));
        return at(steps, m_followed.difference());
    }

    /// Rules that found something on the way.
    [[nodiscard]] const std::set<QString> &rules() const { return m_rules; }

private:
    static QString at(int step, const QString &what)
    {
        return what.isEmpty() ? QString() : u"step %1: %2"_s.arg(step).arg(what);
    }

    Followed m_followed;
    std::mt19937 m_random;
    std::vector<Change> m_done;
    std::size_t m_standing = 0;
    std::set<QString> m_rules;
};

const std::vector<RuleCase> &ruleCases()
{
    static const std::vector<RuleCase> kCases = loadRuleCases().value();
    return kCases;
}

} // namespace

class TestLiveCheck : public QObject
{
    Q_OBJECT

    std::set<QString> m_heard;

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void editsAboutEveryRule_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < sizeOf(ruleCases()); ++i)
            if (ruleCases()[uz(i)].expected == Expected::Fails)
                QTest::addRow("%s:%d", qPrintable(ruleCases()[uz(i)].file), ruleCases()[uz(i)].row) << i;
    }
    /// Around a chart that breaks one rule, on its day: every rule of every pack speaks in one of them.
    void editsAboutEveryRule()
    {
        constexpr int kSteps = 16;
        QFETCH(const int, index);
        const RuleCase &testCase = ruleCases()[uz(index)];
        const Day day = testCase.view().day();
        for (unsigned series = 0; series < seriesPerChart(); ++series) {
            const unsigned seed = static_cast<unsigned>(index) + 1000 * series;
            RuleEdits edits(seed + 1, day);
            Walk walk(testCase.organisation(), day, seed);
            const QString problem =
                walk.run(kSteps, [&edits](const Organisation &o) { return std::optional(edits.next(o)); });
            QVERIFY2(problem.isEmpty(), qPrintable(u"series %1, %2"_s.arg(series).arg(problem)));
            m_heard.insert(walk.rules().begin(), walk.rules().end());
        }
    }

    void nearlyEveryRuleWasHeard()
    {
        if (m_heard.empty())
            QSKIP("counts what editsAboutEveryRule heard");
        int rules = 0;
        for (const RulePack &pack : builtIn().packs)
            rules += sizeOf(pack.rules);
        qInfo("%d of %d rules found something", static_cast<int>(m_heard.size()), rules);
        QVERIFY(10 * static_cast<int>(m_heard.size()) > 8 * rules);
    }

    void longSeries_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<unsigned>("seed");
        for (const char *rule : {"nd33.15.3.thuduc.cqcm.deputy", "nd37.5.3.quan.ptp-avg", "own.two-full-posts",
                                 "nd150.6.1c.pgd-avg", "nd370.xa.units-avg"})
            for (unsigned seed = 1; seed <= 2; ++seed)
                QTest::addRow("%s, seed %u", rule, seed) << QString::fromLatin1(rule) << seed;
    }
    /// Charts of 2021, of 2025 and of 2026 that grow.
    void longSeries()
    {
        QFETCH(const QString, rule);
        QFETCH(const unsigned, seed);
        const auto testCase = std::ranges::find_if(
            ruleCases(), [&rule](const RuleCase &c) { return c.rule == rule && c.expected == Expected::Fails; });
        QVERIFY(testCase != ruleCases().end());
        const Day day = testCase->view().day();
        RuleEdits edits(seed + 100, day);
        Walk walk(testCase->organisation(), day, seed);
        const QString problem = walk.run(60, [&edits](const Organisation &o) { return std::optional(edits.next(o)); });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(walk.rules().size() > 5);
    }

    void scripts_data()
    {
        QTest::addColumn<bool>("verbs");
        QTest::addColumn<QString>("day");
        for (const char *day : {"2021-12-31", "2025-07-15", "2026-06-30"}) {
            QTest::addRow("edits on %s", day) << false << QString::fromLatin1(day);
            QTest::addRow("verbs on %s", day) << true << QString::fromLatin1(day);
        }
    }
    /// The random edits and the verbs of the other property tests, from an empty organisation on.
    void scripts()
    {
        QFETCH(const bool, verbs);
        QFETCH(const QString, day);
        EditScript edits(7);
        VerbScript script(7);
        Walk walk({}, *Day::parseIso(day), 7);
        const QString problem = walk.run(100, [&](const Organisation &o) -> std::optional<Change> {
            if (!verbs)
                return edits.next(o);
            VerbStep step = script.next(o);
            return step.change ? std::optional(*std::move(step.change)) : std::nullopt;
        });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
};

BM_TEST_MAIN(TestLiveCheck)
#include "test_live_check.moc"

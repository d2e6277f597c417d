// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"

#include "core/decree/checks.h"
#include "core/decree/grace.h"
#include "core/decree/rule_index.h"
#include "core/decree/unit_selector.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Codes are kept where there are any: they outlive a new import, ids do not.
QString fingerprintOf(const QString &rule, const std::vector<Subject> &subjects)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(rule.toUtf8());
    for (const Subject &subject : subjects) {
        const QString identity = subject.code.isEmpty() ? subject.node.uid.toString() : subject.code;
        hash.addData(subject.node.isUnit() ? QByteArrayLiteral("\nunit\n") : QByteArrayLiteral("\npost\n"));
        hash.addData(identity.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().first(16));
}

MessageArgs dateArgs(Day day)
{
    return {{u"date"_s, day.toVietnamese()}, {u"iso"_s, day.toIso()}};
}

/// Why the rule does not hold on the day; nothing where it does.
std::optional<Message> outOfForce(const Rule &rule, Day day)
{
    if (day < rule.validFrom)
        return Message{u"rule-not-yet-in-force"_s, dateArgs(rule.validFrom)};
    if (rule.validTo && day > *rule.validTo)
        return Message{u"rule-no-longer-in-force"_s, dateArgs(*rule.validTo)};
    return std::nullopt;
}

bool isOff(const Rule &rule, const CheckOptions &options)
{
    return options.disabledRules.contains(rule.id) ||
           (rule.label == Label::Memory && !options.enabledRules.contains(rule.id));
}

/// What one rule has said so far.
struct Answers
{
    bool spoke = false; ///< passed, failed or was left open somewhere
    std::vector<Gap> gaps;
    std::vector<std::pair<Message, int>> silent; ///< reasons, and at how many units each held
};

void addSilence(Answers &answers, const Message &reason)
{
    const auto known = std::ranges::find(answers.silent, reason, [](const auto &entry) { return entry.first; });
    if (known == answers.silent.end())
        answers.silent.emplace_back(reason, 1);
    else
        ++known->second;
}

/// Runs rules over one view and collects what they say.
class Checker
{
public:
    Checker(const OrgView &view, const Organisation *history, const RuleIndex &index, CheckReport &report)
        : m_view(view)
        , m_facts(view, history)
        , m_index(index)
        , m_report(report)
    {
        m_units.reserve(view.units().size());
        for (const ViewNode &node : view.nodes())
            if (node.isUnit())
                m_units.push_back(node.item);
    }

    void run(const Rule &rule)
    {
        if (const auto reason = outOfForce(rule, m_view.day())) {
            m_report.notApplicable.push_back({rule.id, *reason});
            return;
        }
        Answers answers;
        UnitSelector &selector = selectorOf(rule);
        for (const int unit : m_units) {
            const Selected selected = selector.select(unit);
            if (selected.match != Match::No)
                runAt(rule, unit, selected, answers);
        }
        addGaps(rule, answers.gaps);
        for (auto &[reason, count] : answers.silent) {
            reason.args.insert(u"units"_s, QString::number(count));
            m_report.notApplicable.push_back({rule.id, reason});
        }
        if (!answers.spoke && answers.silent.empty())
            m_report.notApplicable.push_back({rule.id, {u"rule-no-subject"_s}});
        if (answers.spoke && rule.label != Label::Own)
            ++m_report.applied;
    }

private:
    UnitSelector &selectorOf(const Rule &rule)
    {
        return m_selectors.try_emplace(&rule, m_facts, rule.select).first->second;
    }

    /// What is open about whether the rule speaks of the unit matters only where the unit breaks it.
    void runAt(const Rule &rule, int unit, const Selected &selected, Answers &answers)
    {
        if (const auto partial = partialChart(rule, unit))
            return addSilence(answers, *partial);
        Selected open = selected;
        for (const Rule *other : m_index.before(rule)) {
            if (outOfForce(*other, m_view.day()))
                continue;
            const Selected first = selectorOf(*other).select(unit);
            if (first.match == Match::Yes)
                return addSilence(answers, {u"rule-yields"_s, {{u"other"_s, other->id}}});
            if (first.match == Match::Unknown)
                open = first;
        }
        CheckOutcome outcome = rule.check->run({m_facts, unit, rule});
        if (outcome.verdict == Verdict::NotApplicable)
            return addSilence(answers, outcome.reason);
        answers.spoke = true;
        if (outcome.verdict == Verdict::Pass)
            return;
        if (open.match == Match::Unknown)
            answers.gaps.push_back(open.gap);
        else if (outcome.verdict == Verdict::Fail)
            m_report.findings.push_back(findingOf(rule, unit, outcome));
        else
            answers.gaps.insert(answers.gaps.end(), outcome.gaps.begin(), outcome.gaps.end());
    }

    /// Nothing where the chart holds enough to be the whole that the rule speaks of.
    [[nodiscard]] std::optional<Message> partialChart(const Rule &rule, int unit)
    {
        const WholeFrom &whole = rule.whole;
        if (whole.scope.kinds.empty())
            return std::nullopt;
        const int anchor = rule.check->anchor == Anchor::Unit ? m_view.parentUnit(unit) : unit;
        const int count = anchor < 0 ? 0 : sizeOf(membersOf(m_facts, anchor, whole.scope).units);
        if (count >= whole.atLeast)
            return std::nullopt;
        return Message{u"rule-partial-chart"_s,
                       {{u"count"_s, QString::number(count)}, {u"least"_s, QString::number(whole.atLeast)}}};
    }

    [[nodiscard]] Subject subjectOf(int unit) const
    {
        const ViewUnit &row = m_view.units()[uz(unit)];
        return {row.id, row.code, row.state.name};
    }

    [[nodiscard]] Finding findingOf(const Rule &rule, int unit, const CheckOutcome &outcome) const
    {
        Finding finding;
        finding.rule = rule.id;
        finding.severity = rule.severity;
        finding.label = rule.label;
        finding.subjects = {subjectOf(unit)};
        finding.limit = outcome.limit;
        finding.actual = outcome.actual;
        finding.citation = outcome.citation.value_or(rule.citation);
        finding.overrides = rule.overrides;
        MessageArgs args = outcome.args;
        args.insert(u"name"_s, finding.subjects.front().name);
        args.insert(u"limit"_s, outcome.limit.text);
        args.insert(u"actual"_s, outcome.actual.text);
        finding.message = {fillTemplate(rule.message.vi, args), fillTemplate(rule.message.en, args)};
        finding.explanation = {fillTemplate(rule.explanation.vi, args), fillTemplate(rule.explanation.en, args)};
        for (const Share &share : outcome.shares)
            finding.contributions.push_back({subjectOf(share.unit), share.number});
        finding.grace = graceOf(rule, unit, outcome.shares);
        const bool unsure = rule.warningFrom && m_view.day() >= *rule.warningFrom;
        if (finding.severity == Severity::Error && (finding.grace || unsure))
            finding.severity = Severity::Warning;
        finding.fingerprint = fingerprintOf(rule.id, finding.subjects);
        return finding;
    }

    /// The grace that holds for the unit, or for one of those whose numbers make the sum; the first that does.
    [[nodiscard]] std::optional<GraceNote> graceOf(const Rule &rule, int unit, const std::vector<Share> &shares) const
    {
        for (const Grace *grace : m_index.gracesOf(rule)) {
            std::optional<Day> until = lastDayOfGrace(*grace, m_facts.state(unit));
            for (const Share &share : shares)
                until = std::max(until, lastDayOfGrace(*grace, m_facts.state(share.unit)));
            if (until && m_view.day() <= *until)
                return GraceNote{*until, until->julian - m_view.day().julian, grace->citation.text};
        }
        return std::nullopt;
    }

    /// One entry for each missing fact, each unit once.
    void addGaps(const Rule &rule, const std::vector<Gap> &gaps)
    {
        const auto first = static_cast<std::ptrdiff_t>(m_report.notChecked.size());
        std::set<std::pair<QString, int>> seen;
        for (const Gap &gap : gaps) {
            if (!seen.emplace(gap.missing, gap.unit).second)
                continue;
            const auto entry =
                std::find_if(m_report.notChecked.begin() + first, m_report.notChecked.end(),
                             [&gap](const NotChecked &known) { return known.missing.code == gap.missing; });
            if (entry == m_report.notChecked.end())
                m_report.notChecked.push_back({rule.id, {subjectOf(gap.unit)}, {gap.missing}});
            else
                entry->subjects.push_back(subjectOf(gap.unit));
        }
    }

    const OrgView &m_view;
    ChartFacts m_facts;
    const RuleIndex &m_index;
    std::map<const Rule *, UnitSelector> m_selectors;
    std::vector<int> m_units; ///< in the order of protocol
    CheckReport &m_report;
};

CheckReport checkWith(const Organisation *history, const OrgView &view, std::span<const RulePack> packs,
                      const CheckOptions &options)
{
    CheckReport report;
    report.day = view.day();
    report.unplaced = view.unplacedCount();
    const RuleIndex index(packs, options.disabledRules);
    Checker checker(view, history, index, report);
    for (const RulePack &pack : packs) {
        if (options.packs && !options.packs->contains(pack.id))
            continue;
        report.packs.push_back({pack.id, pack.version});
        std::ranges::copy_if(pack.leftOut, std::back_inserter(report.leftOut), [&view](const LeftOut &entry) {
            return view.day() >= entry.validFrom && (!entry.validTo || view.day() <= *entry.validTo);
        });
        for (const Rule &rule : pack.rules) {
            if (isOff(rule, options))
                report.disabled += rule.id;
            else
                checker.run(rule);
        }
    }
    return report;
}

} // namespace

int CheckReport::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count_if(
        findings, [severity](const Finding &finding) { return finding.severity == severity && !finding.waiver; }));
}

int CheckReport::waived() const
{
    return static_cast<int>(
        std::ranges::count_if(findings, [](const Finding &finding) { return finding.waiver.has_value(); }));
}

CheckReport check(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                  const CheckOptions &options)
{
    return checkWith(&history, view, packs, options);
}

CheckReport check(const OrgView &view, std::span<const RulePack> packs, const CheckOptions &options)
{
    return checkWith(nullptr, view, packs, options);
}

} // namespace bomay

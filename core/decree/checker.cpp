// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checker.h"

#include "core/decree/unit_selector.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Subject subjectOf(const OrgView &view, int unit)
{
    const ViewUnit &row = view.units()[uz(unit)];
    return {row.id, row.code, row.state.name};
}

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

/// Runs rules over one view and collects what they say.
class Checker
{
public:
    Checker(const OrgView &view, CheckReport &report)
        : m_view(view)
        , m_names(view)
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
        UnitSelector selector(m_view, m_names, rule.select);
        std::vector<Gap> gaps;
        bool hasSubject = false;
        for (const int unit : m_units) {
            const Selected selected = selector.select(unit);
            hasSubject = hasSubject || selected.match != Match::No;
            if (selected.match == Match::Unknown)
                gaps.push_back({unit, selected.missing});
            else if (selected.match == Match::Yes)
                runAt(rule, unit, gaps);
        }
        addGaps(rule, gaps);
        if (!hasSubject)
            m_report.notApplicable.push_back({rule.id, {u"rule-no-subject"_s}});
    }

private:
    void runAt(const Rule &rule, int unit, std::vector<Gap> &gaps)
    {
        CheckOutcome outcome = rule.check->run(m_view, unit, rule);
        if (outcome.verdict == Verdict::Fail)
            m_report.findings.push_back(findingOf(rule, unit, outcome));
        else if (outcome.verdict == Verdict::CannotCheck)
            gaps.insert(gaps.end(), outcome.gaps.begin(), outcome.gaps.end());
    }

    [[nodiscard]] Finding findingOf(const Rule &rule, int unit, const CheckOutcome &outcome) const
    {
        Finding finding{rule.id,
                        rule.severity,
                        rule.label,
                        {subjectOf(m_view, unit)},
                        outcome.limit,
                        outcome.actual,
                        rule.citation,
                        {},
                        {},
                        {}};
        MessageArgs args = outcome.args;
        args.insert(u"name"_s, finding.subjects.front().name);
        args.insert(u"limit"_s, outcome.limit.text);
        args.insert(u"actual"_s, outcome.actual.text);
        finding.message = {fillTemplate(rule.message.vi, args), fillTemplate(rule.message.en, args)};
        finding.explanation = {fillTemplate(rule.explanation.vi, args), fillTemplate(rule.explanation.en, args)};
        finding.fingerprint = fingerprintOf(rule.id, finding.subjects);
        return finding;
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
                m_report.notChecked.push_back({rule.id, {subjectOf(m_view, gap.unit)}, {gap.missing}});
            else
                entry->subjects.push_back(subjectOf(m_view, gap.unit));
        }
    }

    const OrgView &m_view;
    LocalityNames m_names;
    std::vector<int> m_units; ///< in the order of protocol
    CheckReport &m_report;
};

} // namespace

int CheckReport::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count(findings, severity, &Finding::severity));
}

CheckReport check(const OrgView &view, std::span<const RulePack> packs, const CheckOptions &options)
{
    CheckReport report;
    report.day = view.day();
    report.unplaced = view.unplacedCount();
    int rules = 0;
    Checker checker(view, report);
    for (const RulePack &pack : packs) {
        if (options.packs && !options.packs->contains(pack.id))
            continue;
        report.packs.push_back({pack.id, pack.version});
        for (const Rule &rule : pack.rules) {
            if (isOff(rule, options)) {
                report.disabled += rule.id;
            } else {
                checker.run(rule);
                ++rules;
            }
        }
    }
    report.applied = rules - static_cast<int>(report.notApplicable.size());
    return report;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_runner.h"

#include "core/decree/checks.h"
#include "core/decree/fingerprint.h"
#include "core/decree/grace.h"
#include "core/decree/rule_state.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

MessageArgs dateArgs(Day day)
{
    return {{u"date"_s, day.toVietnamese()}, {u"iso"_s, day.toIso()}};
}

std::optional<Message> reasonOutOfForce(const Rule &rule, Day day)
{
    if (day < rule.validFrom)
        return Message{u"rule-not-yet-in-force"_s, dateArgs(rule.validFrom)};
    if (rule.validTo && day > *rule.validTo)
        return Message{u"rule-no-longer-in-force"_s, dateArgs(*rule.validTo)};
    return std::nullopt;
}

/// Can a rule speak of units of this kind? One without a kind may be of a kind that it wants, where the unit above it
/// speaks for that.
bool canSpeakOf(const UnitSelection &selection, UnitKind kind)
{
    const std::vector<UnitKind> &kinds = selection.own.kinds;
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end() ||
           (kind == UnitKind::Unknown && !selection.parent.kinds.empty());
}

/// Can it speak of units under one of this kind? One without a kind may be what it wants.
bool canStandUnder(const UnitSelection &selection, UnitKind parentKind)
{
    const std::vector<UnitKind> &kinds = selection.parent.kinds;
    return kinds.empty() || parentKind == UnitKind::Unknown || std::ranges::find(kinds, parentKind) != kinds.end();
}

} // namespace

RuleRunner::RuleRunner(ChartFacts &facts, std::span<const RulePack> packs, const CheckOptions &options)
    : m_facts(facts)
    , m_rulesFor(terms<UnitKind>().size())
{
    for (const RulePack &pack : packs) {
        const bool isUsed = !options.packs || options.packs->contains(pack.id);
        if (isUsed) {
            m_packs.push_back({pack.id, pack.version});
            std::ranges::copy_if(pack.leftOut, std::back_inserter(m_leftOut),
                                 [&facts](const LeftOut &entry) { return isInForce(entry, facts.view().day()); });
        }
        for (const Rule &rule : pack.rules) {
            if (isUsed && isOff(rule, options))
                m_disabled += rule.id;
            else if (isUsed)
                m_asked.push_back(sizeOf(m_entries));
            m_entries.push_back(
                {&rule, UnitSelector(facts, rule.select), reasonOutOfForce(rule, facts.view().day()), {}, {}, {}});
        }
    }
    link(packs, options);
}

void RuleRunner::link(std::span<const RulePack> packs, const CheckOptions &options)
{
    const RuleIndex index(packs, options.disabledRules);
    QHash<const Rule *, int> positions;
    for (int i = 0; i < sizeOf(m_entries); ++i)
        positions.insert(m_entries[uz(i)].rule, i);
    for (const int asked : m_asked) {
        Entry &entry = m_entries[uz(asked)];
        std::vector<const Rule *> before = index.before(*entry.rule);
        std::erase_if(before, [&](const Rule *other) { return m_entries[uz(positions[other])].outOfForce; });
        for (const Rule *other : before)
            entry.before.push_back(positions[other]);
        entry.graces = index.gracesOf(*entry.rule);
        entry.reach = reachOf(*entry.rule, before);
    }
    for (const Term<UnitKind> &term : terms<UnitKind>())
        for (int i = 0; i < size(); ++i)
            if (canSpeakOf(i, term.value))
                m_rulesFor[static_cast<std::size_t>(term.value)].push_back(i);
    m_rulesUnder.resize(m_rulesFor.size() * m_rulesFor.size());
    for (std::size_t kind = 0; kind < m_rulesFor.size(); ++kind)
        for (const Term<UnitKind> &term : terms<UnitKind>())
            std::ranges::copy_if(
                m_rulesFor[kind],
                std::back_inserter(m_rulesUnder[kind * m_rulesFor.size() + static_cast<std::size_t>(term.value)]),
                [&](int number) { return canStandUnder(rule(number).select, term.value); });
}

bool RuleRunner::canSpeakOf(int number, UnitKind kind) const
{
    return !outOfForce(number) && bomay::canSpeakOf(rule(number).select, kind);
}

Spoken RuleRunner::speaksOf(int number, int unit)
{
    Entry &entry = m_entries[uz(m_asked[uz(number)])];
    Spoken spoken{entry.selector.select(unit)};
    if (spoken.selected.match == Match::No)
        return spoken;
    if (!entry.rule->whole.scope.kinds.empty())
        if (auto partial = partialChart(*entry.rule, unit))
            return {{}, std::move(partial)};
    for (const int other : entry.before) {
        Selected first = m_entries[uz(other)].selector.select(unit);
        if (first.match == Match::Yes)
            return {{}, Message{u"rule-yields"_s, {{u"other"_s, m_entries[uz(other)].rule->id}}}};
        if (first.match == Match::Unknown)
            spoken.selected = std::move(first);
    }
    return spoken;
}

/// What is open about whether the rule speaks of the unit matters only where the unit breaks it.
Answer RuleRunner::ask(int number, int unit)
{
    const Entry &entry = m_entries[uz(m_asked[uz(number)])];
    const Rule &rule = *entry.rule;
    Spoken spoken = speaksOf(number, unit);
    Selected &open = spoken.selected;
    if (open.match == Match::No)
        return spoken.silence ? Answer{Word::Silent, *std::move(spoken.silence)} : Answer{};
    CheckOutcome outcome = rule.check->run({m_facts, unit, rule});
    if (outcome.verdict == Verdict::NotApplicable)
        return {Word::Silent, std::move(outcome.reason)};
    if (outcome.verdict == Verdict::Pass)
        return {Word::Pass};
    if (open.match == Match::Unknown)
        return {Word::Open, {}, {std::move(open.gap)}};
    if (outcome.verdict == Verdict::CannotCheck)
        return {Word::Open, {}, std::move(outcome.gaps)};
    return {Word::Breach, {}, {}, findingsOf(entry, unit, outcome)};
}

/// Nothing where the chart holds enough to be the whole that the rule speaks of.
std::optional<Message> RuleRunner::partialChart(const Rule &rule, int unit)
{
    const WholeFrom &whole = rule.whole;
    const int anchor = rule.check->anchor == Anchor::Unit ? m_facts.view().parentUnit(unit) : unit;
    const int count = anchor < 0 ? 0 : sizeOf(membersOf(m_facts, anchor, whole.scope).units);
    if (count >= whole.atLeast)
        return std::nullopt;
    return Message{u"rule-partial-chart"_s,
                   {{u"count"_s, QString::number(count)}, {u"least"_s, QString::number(whole.atLeast)}}};
}

Subject RuleRunner::subjectOf(int unit) const
{
    const ViewUnit &row = m_facts.view().units()[uz(unit)];
    return {row.id, row.code, row.state.name};
}

/// One for each breach, or one for the unit where the check tells no single ones.
std::vector<Finding> RuleRunner::findingsOf(const Entry &entry, int unit, const CheckOutcome &outcome) const
{
    std::vector<Finding> findings;
    for (const Breach &breach : outcome.breaches)
        findings.push_back(findingOf(entry, unit, outcome, &breach));
    if (findings.empty())
        findings.push_back(findingOf(entry, unit, outcome, nullptr));
    return findings;
}

Finding RuleRunner::findingOf(const Entry &entry, int unit, const CheckOutcome &outcome, const Breach *breach) const
{
    const Rule &rule = *entry.rule;
    const Day day = m_facts.view().day();
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.label = rule.label;
    finding.subjects = {subjectOf(unit)};
    finding.limit = outcome.limit;
    finding.actual = breach != nullptr ? Quantity{1, breach->text} : outcome.actual;
    finding.citation = outcome.citation.value_or(rule.citation);
    finding.overrides = rule.overrides;
    MessageArgs args = outcome.args;
    args.insert(u"name"_s, finding.subjects.front().name);
    args.insert(u"limit"_s, finding.limit.text);
    args.insert(u"actual"_s, finding.actual.text);
    finding.message = {fillTemplate(rule.message.vi, args), fillTemplate(rule.message.en, args)};
    finding.explanation = {fillTemplate(rule.explanation.vi, args), fillTemplate(rule.explanation.en, args)};
    for (const Share &share : outcome.shares)
        finding.contributions.push_back({subjectOf(share.unit), share.number});
    finding.grace = graceOf(entry, unit, outcome.shares);
    const bool isUnsure = rule.warningFrom && day >= *rule.warningFrom;
    if (finding.severity == Severity::Error && (finding.grace || isUnsure))
        finding.severity = Severity::Warning;
    finding.fingerprint =
        fingerprintOf(rule.id, finding.subjects, breach != nullptr ? breach->identity : QStringList());
    return finding;
}

/// The grace that holds for the unit, or for one of those whose numbers make the sum; the first that does.
std::optional<GraceNote> RuleRunner::graceOf(const Entry &entry, int unit, const std::vector<Share> &shares) const
{
    const Day day = m_facts.view().day();
    for (const Grace *grace : entry.graces) {
        std::optional<Day> until = lastDayOfGrace(*grace, m_facts.state(unit));
        for (const Share &share : shares)
            until = std::max(until, lastDayOfGrace(*grace, m_facts.state(share.unit)));
        if (until && day <= *until)
            return GraceNote{*until, until->julian - day.julian, grace->citation.text};
    }
    return std::nullopt;
}

} // namespace bomay

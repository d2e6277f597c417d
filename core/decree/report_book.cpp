// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/report_book.h"

#include <algorithm>
#include <iterator>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Puts other elements in the place of `count` of them from a position on.
template <typename Element>
void replaceSegment(std::vector<Element> &list, int first, int count, std::vector<Element> &&fresh)
{
    const auto begin = list.begin() + first;
    const int common = std::min(count, sizeOf(fresh));
    std::move(fresh.begin(), fresh.begin() + common, begin);
    if (common < count)
        list.erase(begin + common, begin + count);
    else
        list.insert(begin + common, std::make_move_iterator(fresh.begin() + common),
                    std::make_move_iterator(fresh.end()));
}

} // namespace

ReportBook::ReportBook(const OrgView &view, const RuleRunner &rules)
    : m_view(view)
    , m_rules(rules)
    , m_entries(uz(rules.size()))
    , m_findings(uz(rules.size()))
{
    m_report.day = view.day();
    m_report.packs = rules.packs();
    m_report.disabled = rules.disabled();
    m_report.leftOut = rules.leftOut();
    m_report.unplaced = view.unplacedCount();
}

int ReportBook::reasonOf(Entries &entries, const Message &reason) const
{
    const auto known = std::ranges::find(entries.reasons, reason);
    if (known != entries.reasons.end())
        return static_cast<int>(known - entries.reasons.begin());
    entries.reasons.push_back(reason);
    return sizeOf(entries.reasons) - 1;
}

void ReportBook::setSpoke(Entries &entries, int unit, bool spoke) const
{
    if (uz(unit) >= entries.spoke.size()) {
        if (!spoke)
            return;
        entries.spoke.resize(std::max(uz(unit) + 1, m_view.units().size()));
    }
    char &flag = entries.spoke[uz(unit)];
    if ((flag != 0) == spoke)
        return;
    flag = spoke ? 1 : 0;
    entries.spokeAt += spoke ? 1 : -1;
}

/// Unit by unit, because what the rules ask of one is then at hand.
void ReportBook::fill(const ChartFacts &facts, RuleRunner &rules)
{
    for (const ViewNode &node : m_view.nodes()) {
        if (!node.isUnit())
            continue;
        const int parent = m_view.parentUnit(node.item);
        const UnitKind parentKind = parent < 0 ? UnitKind::Unknown : facts.kindOf(parent);
        for (const int rule : rules.rulesFor(facts.kindOf(node.item), parentKind))
            if (Answer answer = rules.ask(rule, node.item); answer.word != Word::None)
                add(rule, node.item, std::move(answer));
    }
    finish();
}

/// Units come in the order of protocol.
void ReportBook::add(int rule, int unit, Answer &&answer)
{
    Entries &entries = m_entries[uz(rule)];
    switch (answer.word) {
    case Word::None:
        return;
    case Word::Silent:
        entries.silences.push_back({unit, reasonOf(entries, answer.reason)});
        return;
    case Word::Open:
        entries.open.add(unit, answer.gaps);
        break;
    case Word::Breach:
        for (Finding &finding : answer.findings) {
            entries.found.push_back({unit});
            m_findings[uz(rule)].push_back(std::move(finding));
        }
        break;
    case Word::Pass:
        break;
    }
    setSpoke(entries, unit, true);
}

void ReportBook::finish()
{
    for (int number = 0; number < sizeOf(m_entries); ++number) {
        Entries &entries = m_entries[uz(number)];
        std::ranges::move(m_findings[uz(number)], std::back_inserter(m_report.findings));
        std::vector<NotChecked> groups = entries.open.groups(m_rules, m_rules.rule(number).id);
        entries.groups = sizeOf(groups);
        std::ranges::move(groups, std::back_inserter(m_report.notChecked));
        std::vector<NotApplicable> notes = notesOf(number);
        entries.notes = sizeOf(notes);
        std::ranges::move(notes, std::back_inserter(m_report.notApplicable));
        m_report.applied += isApplied(number) ? 1 : 0;
    }
    m_findings.clear();
}

/// Why the rule says nothing, or nothing of some units.
std::vector<NotApplicable> ReportBook::notesOf(int number) const
{
    const Entries &entries = m_entries[uz(number)];
    const QString &id = m_rules.rule(number).id;
    if (const auto &reason = m_rules.outOfForce(number))
        return {{id, *reason}};
    std::vector<NotApplicable> notes;
    std::vector<int> noteOfReason(entries.reasons.size(), -1);
    std::vector<int> units;
    for (const Silence &silence : entries.silences) {
        int &note = noteOfReason[uz(silence.reason)];
        if (note < 0) {
            note = sizeOf(notes);
            notes.push_back({id, entries.reasons[uz(silence.reason)]});
            units.push_back(0);
        }
        ++units[uz(note)];
    }
    for (std::size_t i = 0; i < notes.size(); ++i)
        notes[i].reason.args.insert(u"units"_s, QString::number(units[i]));
    for (NotApplicable &note : notes)
        note.elsewhere = entries.spokeAt > 0;
    if (notes.empty() && entries.spokeAt == 0)
        notes.push_back({id, {u"rule-no-subject"_s}});
    return notes;
}

bool ReportBook::isApplied(int number) const
{
    // How a name is written says nothing of whether the chart was held against the law: advice does not count.
    const Rule &rule = m_rules.rule(number);
    return m_entries[uz(number)].spokeAt > 0 && rule.label != Label::Own && rule.severity != Severity::Advice;
}

int ReportBook::sumBefore(int number, int Entries::*count) const
{
    int sum = 0;
    for (int i = 0; i < number; ++i)
        sum += m_entries[uz(i)].*count;
    return sum;
}

template <typename Entry>
OrderedEdit ReportBook::editOf(const std::vector<Entry> &list, const std::vector<Entry> &fresh,
                               const StaleUnits &stale) const
{
    return orderedEdit(
        list, fresh, [&stale](int unit) { return stale.contains(unit); },
        [this](int unit) { return m_view.nodeOfUnit(unit); });
}

void ReportBook::forgetSpoke(Entries &entries, const StaleUnits &stale) const
{
    for (const int unit : stale.units)
        setSpoke(entries, unit, false);
    for (int unit = sizeOf(m_view.units()); unit < sizeOf(entries.spoke); ++unit)
        setSpoke(entries, unit, false);
}

void ReportBook::replace(int number, const StaleUnits &stale, std::vector<Heard> &&heard)
{
    Entries &entries = m_entries[uz(number)];
    const bool wasApplied = isApplied(number);
    forgetSpoke(entries, stale);
    std::vector<OpenFacts::Mention> mentions;
    std::vector<Silence> silences;
    std::vector<Found> found;
    std::vector<Finding> findings;
    for (auto &[unit, answer] : heard) {
        setSpoke(entries, unit, answer.word != Word::None && answer.word != Word::Silent);
        if (answer.word == Word::Silent)
            silences.push_back({unit, reasonOf(entries, answer.reason)});
        entries.open.mention(mentions, unit, answer.gaps);
        for (Finding &finding : answer.findings) {
            found.push_back({unit});
            findings.push_back(std::move(finding));
        }
    }
    applyEdit(entries.silences, 0, editOf(entries.silences, silences, stale),
              [&](int fresh) { return silences[uz(fresh)]; });
    replaceOpen(number, mentions, stale);
    replaceFindings(number, found, std::move(findings), stale);
    std::vector<NotApplicable> notes = notesOf(number);
    const int first = sumBefore(number, &Entries::notes);
    const int before = std::exchange(entries.notes, sizeOf(notes));
    replaceSegment(m_report.notApplicable, first, before, std::move(notes));
    m_report.applied += (isApplied(number) ? 1 : 0) - (wasApplied ? 1 : 0);
}

void ReportBook::replaceOpen(int number, const std::vector<OpenFacts::Mention> &fresh, const StaleUnits &stale)
{
    Entries &entries = m_entries[uz(number)];
    const OrderedEdit edit = editOf(entries.open.mentions(), fresh, stale);
    if (edit.isEmpty())
        return;
    const auto begin = m_report.notChecked.begin() + sumBefore(number, &Entries::groups);
    std::vector<NotChecked> groups(std::make_move_iterator(begin), std::make_move_iterator(begin + entries.groups));
    entries.open.edit(edit, fresh, m_rules, m_rules.rule(number).id, groups);
    const int before = std::exchange(entries.groups, sizeOf(groups));
    replaceSegment(m_report.notChecked, static_cast<int>(begin - m_report.notChecked.begin()), before,
                   std::move(groups));
}

void ReportBook::replaceFindings(int number, const std::vector<Found> &fresh, std::vector<Finding> &&findings,
                                 const StaleUnits &stale)
{
    Entries &entries = m_entries[uz(number)];
    const OrderedEdit edit = editOf(entries.found, fresh, stale);
    if (edit.isEmpty())
        return;
    int first = 0;
    for (int i = 0; i < number; ++i)
        first += sizeOf(m_entries[uz(i)].found);
    if (m_isRecording) {
        // In the order of the report, like those that come.
        std::vector<int> positions = edit.erased;
        for (const auto &[position, freshNumber] : edit.replaced)
            positions.push_back(position);
        std::ranges::sort(positions);
        for (const int position : positions)
            m_gone.push_back(m_report.findings[uz(first + position)]);
        m_come.insert(m_come.end(), findings.begin(), findings.end());
    }
    applyEdit(entries.found, 0, edit, [&](int i) { return fresh[uz(i)]; });
    applyEdit(m_report.findings, first, edit, [&](int i) { return std::move(findings[uz(i)]); });
}

std::pair<std::vector<Finding>, std::vector<Finding>> ReportBook::takeReplaced()
{
    m_isRecording = false;
    return {std::exchange(m_gone, {}), std::exchange(m_come, {})};
}

} // namespace bomay

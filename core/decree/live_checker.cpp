// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/live_checker.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace bomay {

namespace {

/// With more than this share of all units to be asked again (one in so many) asking all costs less.
constexpr int kShareOfAll = 4;
/// So many are always asked alone.
constexpr int kFewUnits = 64;

std::vector<Finding> notIn(const std::vector<Finding> &findings, const std::vector<Finding> &others)
{
    QSet<QString> known;
    for (const Finding &finding : others)
        known.insert(finding.fingerprint);
    std::vector<Finding> result;
    std::ranges::copy_if(findings, std::back_inserter(result),
                         [&known](const Finding &finding) { return !known.contains(finding.fingerprint); });
    return result;
}

} // namespace

CheckDifference differenceOf(const std::vector<Finding> &before, const std::vector<Finding> &after)
{
    return {notIn(after, before), notIn(before, after)};
}

LiveChecker::LiveChecker(const Organisation &history, OrgView &view, std::span<const RulePack> packs,
                         const CheckOptions &options)
    : m_history(history)
    , m_view(view)
    , m_packs(packs)
    , m_options(options)
{
    runAll();
}

LiveChecker::~LiveChecker() = default;

const CheckReport &LiveChecker::report() const
{
    return m_book->report();
}

void LiveChecker::runAll()
{
    if (m_isPreviewing)
        m_findingsBefore = m_book->takeReport().findings;
    m_facts = std::make_unique<ChartFacts>(m_view, &m_history);
    m_rules = std::make_unique<RuleRunner>(*m_facts, m_packs, m_options);
    m_book = std::make_unique<ReportBook>(m_view, *m_rules);
    m_book->fill(*m_facts, *m_rules);
    m_kinds = m_facts->kinds();
}

void LiveChecker::follow(const ChangeSet &set)
{
    const std::vector<RowKey> touched = set.touched();
    ChangeReach reach(*m_facts, touched);
    if (!reach.isGlobal())
        reach.lookBefore();
    const bool isPatched = m_view.apply(m_history, touched);
    if (!isPatched || reach.isGlobal())
        return runAll();
    reach.lookAfter();
    if (sizeOf(reach.units()) > kFewUnits + sizeOf(m_view.units()) / kShareOfAll)
        return runAll();
    askAgain(reach);
}

/// By rule: the units whose answers may be others.
std::vector<StaleUnits> LiveChecker::staleUnits(const ChangeReach &reach) const
{
    std::vector<StaleUnits> stale(uz(m_rules->size()));
    const auto note = [&](UnitKind kind, int unit, unsigned near) {
        for (const int rule : m_rules->rulesFor(kind))
            if ((m_rules->reach(rule).near & near) != 0)
                stale[uz(rule)].units.push_back(unit);
    };
    for (const auto &[unit, near] : reach.units()) {
        note(m_facts->kindOf(unit), unit, near);
        if (unit < sizeOf(m_kinds) && m_kinds[uz(unit)] != m_facts->kindOf(unit))
            note(m_kinds[uz(unit)], unit, near);
    }
    for (int unit = m_facts->size(); unit < sizeOf(m_kinds); ++unit)
        note(m_kinds[uz(unit)], unit, kItself);
    for (int rule = 0; rule < m_rules->size(); ++rule) {
        const RuleReach &needs = m_rules->reach(rule);
        const bool isAll =
            (needs.asksForStaged && reach.touchesStaged()) || (needs.asksForCouncils && reach.touchesCouncils());
        if (isAll)
            for (int unit = 0; unit < m_facts->size(); ++unit)
                if (m_rules->canSpeakOf(rule, m_facts->kindOf(unit)))
                    stale[uz(rule)].units.push_back(unit);
    }
    return stale;
}

void LiveChecker::askAgain(const ChangeReach &reach)
{
    std::vector<StaleUnits> stale = staleUnits(reach);
    std::vector<char> flags(m_view.units().size());
    for (int rule = 0; rule < sizeOf(stale); ++rule) {
        StaleUnits &those = stale[uz(rule)];
        if (those.units.empty())
            continue;
        std::erase_if(those.units, [this](int unit) { return unit >= m_facts->size(); });
        std::ranges::sort(those.units, {}, [this](int unit) { return m_view.nodeOfUnit(unit); });
        const auto rest = std::ranges::unique(those.units);
        those.units.erase(rest.begin(), rest.end());
        std::vector<Heard> heard;
        for (const int unit : those.units) {
            flags[uz(unit)] = 1;
            Answer answer = m_rules->ask(rule, unit);
            if (answer.word != Word::None)
                heard.push_back({unit, std::move(answer)});
        }
        those.flags.swap(flags);
        m_book->replace(rule, those, std::move(heard));
        flags.swap(those.flags);
        for (const int unit : those.units)
            flags[uz(unit)] = 0;
    }
    m_book->setUnplaced(m_view.unplacedCount());
    m_kinds.resize(uz(m_facts->size()));
    for (const auto &[unit, near] : reach.units())
        m_kinds[uz(unit)] = m_facts->kindOf(unit);
}

Result<CheckDifference> LiveChecker::preview(Organisation &organisation, const Change &change)
{
    BM_TRY(const ChangeSet set, applyChange(organisation, change));
    CheckDifference difference = differenceAfter(set);
    const Result<ChangeSet> back = applyChange(organisation, inverted(change));
    BM_CHECK(back.has_value(), return std::unexpected(back.error()));
    follow(*back);
    return difference;
}

CheckDifference LiveChecker::differenceAfter(const ChangeSet &set)
{
    m_isPreviewing = true;
    m_book->recordReplaced();
    follow(set);
    m_isPreviewing = false;
    if (const auto before = std::exchange(m_findingsBefore, std::nullopt))
        return differenceOf(*before, report().findings);
    const auto [gone, come] = m_book->takeReplaced();
    return differenceOf(gone, come);
}

} // namespace bomay

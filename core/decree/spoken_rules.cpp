// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/spoken_rules.h"

#include "core/decree/grace.h"
#include "core/decree/rule_state.h"

namespace bomay {

SpokenRules::SpokenRules(ChartFacts &facts, std::span<const RulePack> packs, const CheckOptions &options)
    : m_facts(facts)
    , m_index(packs, options.disabledRules)
{
    for (const RulePack &pack : packs) {
        if (options.packs && !options.packs->contains(pack.id))
            continue;
        for (const Rule &rule : pack.rules) {
            if (!isOff(rule, options) && isInForce(rule, m_facts.view().day()))
                m_rules.push_back(&rule);
        }
    }
}

Selected SpokenRules::select(const Rule &rule, int unit)
{
    Selected selected = selectorOf(rule).select(unit);
    if (selected.match == Match::No || isPartial(rule, unit))
        return {};
    for (const Rule *other : m_index.before(rule)) {
        if (!isInForce(*other, m_facts.view().day()))
            continue;
        const Selected first = selectorOf(*other).select(unit);
        if (first.match == Match::Yes)
            return {};
        if (first.match == Match::Unknown)
            selected = first;
    }
    return selected;
}

std::optional<GraceNote> SpokenRules::graceOf(const Rule &rule, int unit) const
{
    const Day day = m_facts.view().day();
    for (const Grace *grace : m_index.gracesOf(rule)) {
        const std::optional<Day> until = lastDayOfGrace(*grace, m_facts.state(unit));
        if (until && day <= *until)
            return GraceNote{*until, until->julian - day.julian, grace->citation.text};
    }
    return std::nullopt;
}

bool SpokenRules::isPartial(const Rule &rule, int unit)
{
    if (rule.whole.scope.kinds.empty())
        return false;
    const int anchor = rule.check->anchor == Anchor::Unit ? m_facts.view().parentUnit(unit) : unit;
    return anchor < 0 || sizeOf(membersOf(m_facts, anchor, rule.whole.scope).units) < rule.whole.atLeast;
}

UnitSelector &SpokenRules::selectorOf(const Rule &rule)
{
    return m_selectors.try_emplace(&rule, m_facts, rule.select).first->second;
}

} // namespace bomay

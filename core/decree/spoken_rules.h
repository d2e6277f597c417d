// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"
#include "core/decree/rule_index.h"
#include "core/decree/unit_selector.h"

#include <map>

namespace bomay {

/// Which rules hold on the day of a view, and of which units each of them speaks: for lists that tell what the rules
/// allow, where the checker tells what breaks them. Not thread-safe. Facts and packs must outlive it.
class SpokenRules
{
public:
    SpokenRules(ChartFacts &facts, std::span<const RulePack> packs, const CheckOptions &options);

    /// In force and not switched off, in the order of the packs.
    [[nodiscard]] const std::vector<const Rule *> &rules() const { return m_rules; }

    /// Does the rule speak of the unit? Not where another goes before it, nor where the chart is a part of the whole.
    [[nodiscard]] Selected select(const Rule &rule, int unit);

    /// The last day of the grace that holds for the unit on the day; the first of the rule's graces that does.
    [[nodiscard]] std::optional<GraceNote> graceOf(const Rule &rule, int unit) const;

private:
    [[nodiscard]] bool isPartial(const Rule &rule, int unit);
    [[nodiscard]] UnitSelector &selectorOf(const Rule &rule);

    ChartFacts &m_facts;
    RuleIndex m_index;
    std::vector<const Rule *> m_rules;
    std::map<const Rule *, UnitSelector> m_selectors;
};

} // namespace bomay

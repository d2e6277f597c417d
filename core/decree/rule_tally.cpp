// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_tally.h"

#include "core/decree/rule_runner.h"
#include "core/decree/rule_state.h"

namespace bomay {

namespace {

void count(RuleTally &tally, Word word)
{
    switch (word) {
    case Word::None:
        return;
    case Word::Pass:
        ++tally.passed;
        return;
    case Word::Breach:
        ++tally.broken;
        return;
    case Word::Open:
        ++tally.open;
        return;
    case Word::Silent:
        ++tally.silent;
        return;
    }
}

} // namespace

std::vector<RuleTally> ruleTallies(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                                   const CheckOptions &options)
{
    std::vector<RuleTally> tallies;
    QHash<const Rule *, int> positions;
    for (const RulePack &pack : packs) {
        if (options.packs && !options.packs->contains(pack.id))
            continue;
        for (const Rule &rule : pack.rules) {
            if (!isInForce(rule, view.day()))
                continue;
            positions.insert(&rule, sizeOf(tallies));
            tallies.push_back({&rule, &pack, isOff(rule, options)});
        }
    }
    ChartFacts facts(view, &history);
    RuleRunner rules(facts, packs, options);
    for (const ViewNode &node : view.nodes()) {
        if (!node.isUnit())
            continue;
        for (const int rule : rules.rulesFor(facts.kindOf(node.item)))
            if (!rules.outOfForce(rule))
                count(tallies[uz(positions.value(&rules.rule(rule)))], rules.ask(rule, node.item).word);
    }
    return tallies;
}

} // namespace bomay

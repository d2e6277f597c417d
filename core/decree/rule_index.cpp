// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_index.h"

namespace bomay {

RuleIndex::RuleIndex(std::span<const RulePack> packs, const QStringList &disabledRules)
{
    QHash<QString, const Rule *> rules;
    for (const RulePack &pack : packs) {
        for (const Grace &grace : pack.graces)
            m_graces.insert(grace.id, &grace);
        for (const Rule &rule : pack.rules)
            if (!disabledRules.contains(rule.id))
                rules.insert(rule.id, &rule);
    }
    for (const RulePack &pack : packs)
        for (const Rule &rule : pack.rules) {
            for (const QString &id : rule.yieldsTo)
                if (const Rule *other = rules.value(id))
                    m_before[rule.id].push_back(other);
            if (rules.contains(rule.id))
                for (const QString &id : rule.overrides)
                    m_before[id].push_back(&rule);
        }
}

const std::vector<const Rule *> &RuleIndex::before(const Rule &rule) const
{
    static const std::vector<const Rule *> kNone;
    const auto found = m_before.constFind(rule.id);
    return found == m_before.constEnd() ? kNone : *found;
}

std::vector<const Grace *> RuleIndex::gracesOf(const Rule &rule) const
{
    std::vector<const Grace *> result;
    for (const QString &id : rule.graces)
        if (const Grace *grace = m_graces.value(id))
            result.push_back(grace);
    return result;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/rule_state.h"

namespace bomay {

PlacedRule findRule(std::span<const RulePack> packs, const QString &id)
{
    for (const RulePack &pack : packs)
        for (const Rule &rule : pack.rules)
            if (rule.id == id)
                return {&rule, &pack};
    return {};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"

namespace bomay {

/// Does a rule, or what a pack leaves unchecked, hold on a day? Both ends count.
template <typename Entry>
[[nodiscard]] bool isInForce(const Entry &entry, Day day)
{
    return day >= entry.validFrom && (!entry.validTo || day <= *entry.validTo);
}

/// Rules of label MEMORY are off unless asked for.
[[nodiscard]] inline bool isOnByItself(const Rule &rule)
{
    return rule.label != Label::Memory;
}

[[nodiscard]] inline bool isOff(const Rule &rule, const CheckOptions &options)
{
    return options.disabledRules.contains(rule.id) || (!isOnByItself(rule) && !options.enabledRules.contains(rule.id));
}

/// A rule and the pack that it stands in; null for an unknown id.
struct PlacedRule
{
    const Rule *rule = nullptr;
    const RulePack *pack = nullptr;
};

[[nodiscard]] PlacedRule findRule(std::span<const RulePack> packs, const QString &id);

} // namespace bomay

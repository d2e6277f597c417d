// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/rule_pack.h"

#include <QHash>

#include <span>
#include <vector>

namespace bomay {

/// What rules of all packs say of each other: who goes before whom, and which grace belongs to which rule. The packs
/// must outlive it.
class RuleIndex
{
public:
    /// A rule that was switched off by hand goes before none; one that is off for its label does: the law is there,
    /// though its number is not certain.
    RuleIndex(std::span<const RulePack> packs, const QStringList &disabledRules);

    /// Rules that go before this one where both speak of a unit (`yields_to`, or `overrides` of the other).
    [[nodiscard]] const std::vector<const Rule *> &before(const Rule &rule) const;

    /// The graces of a rule that are known, in its order.
    [[nodiscard]] std::vector<const Grace *> gracesOf(const Rule &rule) const;

private:
    QHash<QString, const Grace *> m_graces;
    QHash<QString, std::vector<const Rule *>> m_before;
};

} // namespace bomay

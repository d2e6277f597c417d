// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/ordered_edit.h"
#include "core/decree/rule_runner.h"

namespace bomay {

/// The facts that one rule misses, as its answers name them in the order of protocol, and the report's entries that
/// they make: one for each fact, each unit once, both in the order in which they are first named.
class OpenFacts
{
public:
    /// A missing fact as the answer at one unit names it.
    struct Mention
    {
        int anchor = -1; ///< where the rule was asked
        int unit = -1;   ///< whose fact it is
        int code = -1;   ///< in `m_codes`

        friend bool operator==(const Mention &, const Mention &) = default;
    };

    /// Mentions of one answer, behind others; what it names twice counts once.
    void mention(std::vector<Mention> &mentions, int anchor, const std::vector<Gap> &gaps);

    /// Behind all others.
    void add(int anchor, const std::vector<Gap> &gaps) { mention(m_mentions, anchor, gaps); }

    [[nodiscard]] const std::vector<Mention> &mentions() const { return m_mentions; }

    /// The entries of the report, made anew.
    [[nodiscard]] std::vector<NotChecked> groups(const RuleRunner &rules, const QString &rule) const;

    /// Makes an edit of the mentions, and of the entries that they made. Entries of units that no fresh mention speaks
    /// of stay as they are: to write tens of thousands of them anew would cost more than the check.
    void edit(const OrderedEdit &edit, const std::vector<Mention> &fresh, const RuleRunner &rules, const QString &rule,
              std::vector<NotChecked> &groups);

private:
    /// Are all of one code, and each of the unit that was asked? Then the entry's list is that of the mentions.
    [[nodiscard]] static bool isPlain(const std::vector<Mention> &mentions);
    /// Does an edit leave all mentions as they are? Then it writes their units anew, whose names may be others.
    [[nodiscard]] bool refresh(const OrderedEdit &edit, const std::vector<Mention> &fresh, const RuleRunner &rules,
                               std::vector<NotChecked> &groups) const;
    /// Where each mention's unit stands among those of its code; −1 where it was named before.
    [[nodiscard]] std::vector<int> places(const std::vector<Mention> &mentions) const;
    [[nodiscard]] std::vector<int> codesInOrder() const;

    std::vector<Mention> m_mentions;
    std::vector<QString> m_codes;
};

} // namespace bomay

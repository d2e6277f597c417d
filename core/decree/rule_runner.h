// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/checker.h"
#include "core/decree/rule_index.h"
#include "core/decree/rule_reach.h"
#include "core/decree/unit_selector.h"

#include <array>

namespace bomay {

/// What a rule says at one unit.
enum class Word {
    None, ///< it does not speak of the unit
    Pass,
    Silent, ///< it does not apply there, for a reason
    Open,   ///< a fact is missing
    Breach
};

/// Whether a rule speaks of a unit.
struct Spoken
{
    Selected selected = {};
    std::optional<Message> silence = {}; ///< for No: why, where it would speak of the unit otherwise
};

struct Answer
{
    Word word = Word::None;
    Message reason = {};                ///< for Silent
    std::vector<Gap> gaps = {};         ///< for Open
    std::vector<Finding> findings = {}; ///< for Breach
};

/// Asks the rules of some packs about single units of one view. Knows which rules there are to ask, nothing of what
/// they said. Packs and facts must outlive it.
class RuleRunner
{
public:
    RuleRunner(ChartFacts &facts, std::span<const RulePack> packs, const CheckOptions &options);

    /// Rules of the packs in use that are on, in the order of the packs; the numbers of the calls below.
    [[nodiscard]] int size() const { return sizeOf(m_asked); }
    [[nodiscard]] const Rule &rule(int number) const { return *entry(number).rule; }
    [[nodiscard]] const RuleReach &reach(int number) const { return entry(number).reach; }
    /// Why the rule does not hold on the day; nothing where it does.
    [[nodiscard]] const std::optional<Message> &outOfForce(int number) const { return entry(number).outOfForce; }
    /// Rules in force that can speak of units of a kind.
    [[nodiscard]] const std::vector<int> &rulesFor(UnitKind kind) const
    {
        return m_rulesFor[static_cast<std::size_t>(kind)];
    }
    /// Likewise of units of a kind under one of another (unknown for none): most of the others never get further than
    /// to that, so that whoever asks about all units need not try them.
    [[nodiscard]] const std::vector<int> &rulesFor(UnitKind kind, UnitKind parentKind) const
    {
        return m_rulesUnder[static_cast<std::size_t>(kind) * m_rulesFor.size() + static_cast<std::size_t>(parentKind)];
    }

    /// Is it in force, and can it speak of units of a kind?
    [[nodiscard]] bool canSpeakOf(int number, UnitKind kind) const;

    [[nodiscard]] const std::vector<PackVersion> &packs() const { return m_packs; }
    [[nodiscard]] const QStringList &disabled() const { return m_disabled; }
    /// Of the packs in use: what no rule of theirs checks on the day.
    [[nodiscard]] const std::vector<LeftOut> &leftOut() const { return m_leftOut; }
    [[nodiscard]] Subject subjectOf(int unit) const;

    [[nodiscard]] Answer ask(int number, int unit);

    /// Does a rule in force speak of the unit? Not where another goes before it, nor where the chart is a part of the
    /// whole.
    [[nodiscard]] Spoken speaksOf(int number, int unit);
    /// The last day of the grace that holds for the unit on the day; the first of the rule's graces that does.
    [[nodiscard]] std::optional<GraceNote> graceOf(int number, int unit) const
    {
        return graceOf(entry(number), unit, {});
    }

private:
    struct Entry
    {
        const Rule *rule;
        UnitSelector selector;
        std::optional<Message> outOfForce;
        std::vector<int> before; ///< in `m_entries`: rules in force that go before it
        std::vector<const Grace *> graces;
        RuleReach reach;
    };

    [[nodiscard]] const Entry &entry(int number) const { return m_entries[uz(m_asked[uz(number)])]; }
    void link(std::span<const RulePack> packs, const CheckOptions &options);
    [[nodiscard]] std::optional<Message> partialChart(const Rule &rule, int unit);
    [[nodiscard]] std::vector<Finding> findingsOf(const Entry &entry, int unit, const CheckOutcome &outcome) const;
    [[nodiscard]] Finding findingOf(const Entry &entry, int unit, const CheckOutcome &outcome,
                                    const Breach *breach) const;
    [[nodiscard]] std::optional<GraceNote> graceOf(const Entry &entry, int unit,
                                                   const std::vector<Share> &shares) const;

    ChartFacts &m_facts;
    std::vector<Entry> m_entries;               ///< all rules: those that are off go before others too
    std::vector<int> m_asked;                   ///< in `m_entries`
    std::vector<std::vector<int>> m_rulesFor;   ///< by kind
    std::vector<std::vector<int>> m_rulesUnder; ///< by kind and the kind above
    std::vector<PackVersion> m_packs;
    QStringList m_disabled;
    std::vector<LeftOut> m_leftOut;
};

} // namespace bomay

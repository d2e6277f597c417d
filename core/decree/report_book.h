// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/open_facts.h"

#include <utility>

namespace bomay {

/// What a rule said at a unit.
struct Heard
{
    int unit = -1;
    Answer answer = {};
};

/// Units whose answers are to be replaced.
struct StaleUnits
{
    std::vector<int> units;  ///< indices in the view
    std::vector<char> flags; ///< likewise, by unit; as many as the view has units

    /// Those that the view has no more are always stale.
    [[nodiscard]] bool contains(int unit) const { return unit >= sizeOf(flags) || flags[uz(unit)] != 0; }
};

/// The answers of all rules, and the report that they make: filled once (`fill`), then kept up rule by rule
/// (`replace`). Units are known by their index in the view, and by nothing else: entries of a unit that gets another
/// index, or goes, must be replaced.
class ReportBook
{
public:
    /// Both must outlive it.
    ReportBook(const OrgView &view, const RuleRunner &rules);

    /// Asks all rules about all units and makes the report.
    void fill(const ChartFacts &facts, RuleRunner &rules);

    /// Puts fresh answers, in the order of protocol, in the place of those of some units.
    void replace(int rule, const StaleUnits &stale, std::vector<Heard> &&heard);

    [[nodiscard]] const CheckReport &report() const { return m_report; }
    [[nodiscard]] CheckReport takeReport() { return std::move(m_report); }
    void setUnplaced(int count) { m_report.unplaced = count; }

    /// Findings that `replace` took out or put in are kept from now on, until `takeReplaced`.
    void recordReplaced() { m_isRecording = true; }
    /// First those that went, then those that came; a finding may be in both.
    [[nodiscard]] std::pair<std::vector<Finding>, std::vector<Finding>> takeReplaced();

private:
    struct Silence
    {
        int anchor = -1;
        int reason = -1; ///< in `reasons`
    };

    struct Found
    {
        int anchor = -1;
    };

    /// Of one rule, lists in the order of protocol.
    struct Entries
    {
        std::vector<char> spoke; ///< by unit: it passed, failed or was left open there
        int spokeAt = 0;         ///< at so many units
        OpenFacts open;
        std::vector<Silence> silences;
        std::vector<Message> reasons;
        std::vector<Found> found;
        // How many of the report's entries are the rule's.
        int groups = 0;
        int notes = 0;
    };

    void add(int rule, int unit, Answer &&answer);
    void finish();
    [[nodiscard]] int reasonOf(Entries &entries, const Message &reason) const;
    void setSpoke(Entries &entries, int unit, bool spoke) const;
    [[nodiscard]] std::vector<NotApplicable> notesOf(int number) const;
    [[nodiscard]] bool isApplied(int number) const;
    [[nodiscard]] int sumBefore(int number, int Entries::*count) const;
    template <typename Entry>
    [[nodiscard]] OrderedEdit editOf(const std::vector<Entry> &list, const std::vector<Entry> &fresh,
                                     const StaleUnits &stale) const;
    void forgetSpoke(Entries &entries, const StaleUnits &stale) const;
    void replaceOpen(int number, const std::vector<OpenFacts::Mention> &fresh, const StaleUnits &stale);
    void replaceFindings(int number, const std::vector<Found> &fresh, std::vector<Finding> &&findings,
                         const StaleUnits &stale);

    const OrgView &m_view;
    const RuleRunner &m_rules;
    std::vector<Entries> m_entries;
    std::vector<std::vector<Finding>> m_findings; ///< by rule, until they are in the report
    CheckReport m_report;
    bool m_isRecording = false;
    std::vector<Finding> m_gone;
    std::vector<Finding> m_come;
};

} // namespace bomay

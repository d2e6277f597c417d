// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/transaction.h"
#include "core/decree/change_reach.h"
#include "core/decree/report_book.h"

#include <memory>

namespace bomay {

/// Which findings a change would bring and which it would take away, by fingerprint, each in the order of the report. A
/// breach that only gets other numbers is in neither.
struct CheckDifference
{
    std::vector<Finding> added;
    std::vector<Finding> removed;

    friend bool operator==(const CheckDifference &, const CheckDifference &) = default;
};

/// A view and the report on it, kept up together: after a change only the anchors that it reaches are asked again
/// (core/decree/README.md). The report is at every moment what `check` says of the view. Not thread-safe.
class LiveChecker
{
public:
    /// Checks everything. All must outlive it, and nobody else may change the view.
    LiveChecker(const Organisation &history, OrgView &view, std::span<const RulePack> packs,
                const CheckOptions &options = {});
    ~LiveChecker();
    LiveChecker(const LiveChecker &) = delete;
    LiveChecker &operator=(const LiveChecker &) = delete;

    /// Of the view as it is; stays valid until the next call of `follow` or `preview`.
    [[nodiscard]] const CheckReport &report() const;

    /// The organisation has changed: brings view and report after it.
    void follow(const ChangeSet &set);

    /// What would become of the findings if a change were made. `organisation` is the one that is checked; it is
    /// changed and changed back, so that afterwards everything is as before. Errors: those of `Transaction`.
    [[nodiscard]] Result<CheckDifference> preview(Organisation &organisation, const Change &change);

private:
    void runAll();
    void askAgain(const ChangeReach &reach);
    [[nodiscard]] std::vector<StaleUnits> staleUnits(const ChangeReach &reach) const;
    [[nodiscard]] CheckDifference differenceAfter(const ChangeSet &set);

    const Organisation &m_history;
    OrgView &m_view;
    std::span<const RulePack> m_packs;
    CheckOptions m_options;
    std::unique_ptr<ChartFacts> m_facts;
    std::unique_ptr<RuleRunner> m_rules;
    std::unique_ptr<ReportBook> m_book;
    std::vector<UnitKind> m_kinds; ///< by unit, as the answers know them
    bool m_isPreviewing = false;
    std::optional<std::vector<Finding>> m_findingsBefore; ///< where a preview had to check everything
};

/// What of two reports is not in the other, by fingerprint.
[[nodiscard]] CheckDifference differenceOf(const std::vector<Finding> &before, const std::vector<Finding> &after);

} // namespace bomay

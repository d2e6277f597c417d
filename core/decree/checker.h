// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/check_table.h"
#include "core/decree/pack_set.h"
#include "core/model/org_view.h"

#include <optional>
#include <span>

namespace bomay {

/// Whom a finding speaks of.
struct Subject
{
    NodeRef node;
    QString code;
    QString name;

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// What a unit brought to a sum that is too high. No unit is to blame for it.
struct Contribution
{
    Subject subject;
    int number = 0;

    friend bool operator==(const Contribution &, const Contribution &) = default;
};

/// Thời gian chuyển tiếp of a finding: until its last day the breach is to be reviewed, not an error.
struct GraceNote
{
    Day until;
    int daysLeft = 0; ///< after the day of the report; 0 on the last day
    QString citation;

    friend bool operator==(const GraceNote &, const GraceNote &) = default;
};

/// Kết quả rà soát: one breach of one rule. Screen, report and JSON all write it from here.
struct Finding
{
    QString rule;
    Severity severity = Severity::Advice;
    Label label = Label::Memory;
    std::vector<Subject> subjects;
    Quantity limit;
    Quantity actual;
    Citation citation;
    BilingualText message;
    BilingualText explanation;
    std::vector<Contribution> contributions; ///< of a sum, in the order of protocol
    std::optional<GraceNote> grace;
    QStringList overrides; ///< rules of other packs in whose place this one stands
    QString fingerprint;   ///< 16 hex digits of rule and subjects: the same breach keeps it, whatever the numbers
    std::optional<Waiver> waiver;             ///< the office answers for it: it no longer counts
    std::optional<Waiver> outgrown;           ///< the office answered for it when the breach was smaller
    std::optional<Confirmation> confirmation; ///< its rule was held against the text of law

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Why a rule says nothing about this chart on this day, or about some of its units. One entry for each reason.
struct NotApplicable
{
    QString rule;
    Message reason;
    bool elsewhere = false; ///< it has something to say of other units

    friend bool operator==(const NotApplicable &, const NotApplicable &) = default;
};

/// What of a rule could not be checked: one entry for each rule and missing fact. Neither pass nor fail.
struct NotChecked
{
    QString rule;
    std::vector<Subject> subjects; ///< whose fact is missing
    Message missing;

    friend bool operator==(const NotChecked &, const NotChecked &) = default;
};

struct PackVersion
{
    QString id;
    QString version;

    friend bool operator==(const PackVersion &, const PackVersion &) = default;
};

/// Everything the checker found and did not find on one day. Rules in the order of the packs, subjects in that of
/// protocol.
struct CheckReport
{
    Day day;
    std::vector<PackVersion> packs; ///< that were used
    std::vector<Finding> findings;
    std::vector<NotApplicable> notApplicable;
    std::vector<NotChecked> notChecked;
    int applied = 0;      ///< rules of law that had something to say; none = nothing was checked, not all is well
    int unplaced = 0;     ///< units and posts without a place in the tree: rules may have missed them
    QStringList disabled; ///< rules of the used packs that were switched off
    std::vector<LeftOut> leftOut;                 ///< of the used packs: what no rule of theirs checks
    std::vector<Waiver> staleWaivers;             ///< of findings that are not made on the day
    std::vector<Confirmation> staleConfirmations; ///< of rules that were changed since

    friend bool operator==(const CheckReport &, const CheckReport &) = default;

    /// Findings of a severity that nobody answers for.
    [[nodiscard]] int count(Severity severity) const;
    /// Findings that the office answers for.
    [[nodiscard]] int waived() const;
};

struct CheckOptions
{
    std::optional<QStringList> packs = {}; ///< ids of the packs to use; nothing = all. Others still go before these
    QStringList disabledRules = {};
    QStringList enabledRules = {}; ///< rules on top of those that are on by themselves: label MEMORY is off otherwise
};

/// Checks a view against rules. Pure: equal view and packs give an equal report, whatever the order of the rows.
/// `history` is the organisation that the view is of: terms of office reach beyond its day.
[[nodiscard]] CheckReport check(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                                const CheckOptions &options = {});

/// Likewise from the view alone; rules about terms of office do not apply.
[[nodiscard]] CheckReport check(const OrgView &view, std::span<const RulePack> packs, const CheckOptions &options = {});

} // namespace bomay

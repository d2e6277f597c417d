// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decree/check_table.h"
#include "core/decree/pack_set.h"

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
    QString fingerprint; ///< 16 hex digits of rule and subjects: the same breach keeps it, whatever the numbers

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// A rule that says nothing about this chart on this day.
struct NotApplicable
{
    QString rule;
    Message reason;

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
    int applied = 0;      ///< rules that had something to say about; none = nothing was checked, not all is well
    int unplaced = 0;     ///< units and posts without a place in the tree: rules may have missed them
    QStringList disabled; ///< rules of the used packs that were switched off

    friend bool operator==(const CheckReport &, const CheckReport &) = default;

    [[nodiscard]] int count(Severity severity) const;
};

struct CheckOptions
{
    std::optional<QStringList> packs = {}; ///< ids of the packs to use; nothing = all
    QStringList disabledRules = {};
    QStringList enabledRules = {}; ///< rules on top of those that are on by themselves: label MEMORY is off otherwise
};

/// Checks a view against rules. Pure: equal view and packs give an equal report, whatever the order of the rows.
[[nodiscard]] CheckReport check(const OrgView &view, std::span<const RulePack> packs, const CheckOptions &options = {});

} // namespace bomay

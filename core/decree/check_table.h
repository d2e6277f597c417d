// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/decree/rule_pack.h"

#include <optional>
#include <span>
#include <string_view>

namespace bomay {

/// A key of a rule that only some checks read.
enum class Parameter {
    Measure,
    Limit,
    Minimum,
    Scope,
    LimitPerUnit,
    Constant,
    Extras,
    Names,
    Required,
    Localities,
    CompleteFrom
};

struct ParameterDescription
{
    Parameter parameter;
    std::u16string_view key; ///< as rule packs write it
};

[[nodiscard]] std::span<const ParameterDescription> parameterDescriptions();

enum class Verdict { Pass, Fail, CannotCheck, NotApplicable };

/// A number of a finding, and how it is written where the bare number would say too little ("1, 3").
struct Quantity
{
    int number = 0;
    QString text;

    friend bool operator==(const Quantity &, const Quantity &) = default;

    [[nodiscard]] static Quantity of(int number) { return {number, QString::number(number)}; }
};

/// What one unit brought to a sum. No unit is to blame for it.
struct Share
{
    int unit = -1; ///< index in `OrgView::units`
    int number = 0;
};

/// One of several breaches at one unit, such as that of one person: a finding of its own.
struct Breach
{
    QString text;         ///< what the finding gives as {actual}
    QStringList identity; ///< what tells it from the others, whatever becomes of them
};

struct CheckOutcome
{
    Verdict verdict = Verdict::Pass;
    Quantity limit = {};
    Quantity actual = {};
    MessageArgs args = {};                 ///< further places for the rule's texts, as the entry lists them
    std::vector<Gap> gaps = {};            ///< for CannotCheck
    std::vector<Share> shares = {};        ///< of a sum, in the order of protocol
    Message reason = {};                   ///< for NotApplicable
    std::optional<Citation> citation = {}; ///< what a finding rests on where it is not the rule's own source
    std::vector<Breach> breaches = {}; ///< for Fail, where the unit can break the rule more than once
};

struct CheckInput;

/// One check: code without numbers of law. A rule names it and gives selection, parameters, dates and source.
struct CheckEntry
{
    std::u16string_view name; ///< as rule packs write it
    Anchor anchor;
    CheckOutcome (*run)(const CheckInput &input);
    std::span<const Parameter> required = {};
    std::span<const Parameter> optional = {};
    std::span<const std::u16string_view> placeholders = {}; ///< of the rule's texts, besides {name}, {limit}, {actual}
};

/// All checks. A new one is one function and one line in the array.
[[nodiscard]] std::span<const CheckEntry> checks();

} // namespace bomay

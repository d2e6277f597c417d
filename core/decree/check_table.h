// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/decree/rule_pack.h"

#include <span>
#include <string_view>

namespace bomay {

/// A key of a rule that only some checks read.
enum class Parameter { Measure, Limit, LimitPerUnit, Scope };

struct ParameterDescription
{
    Parameter parameter;
    std::u16string_view key; ///< as rule packs write it
};

[[nodiscard]] std::span<const ParameterDescription> parameterDescriptions();

enum class Verdict { Pass, Fail, CannotCheck };

/// A number of a finding, and how it is written where the bare number would say too little ("1, 3").
struct Quantity
{
    int number = 0;
    QString text;

    friend bool operator==(const Quantity &, const Quantity &) = default;

    [[nodiscard]] static Quantity of(int number) { return {number, QString::number(number)}; }
};

/// A fact that the chart does not hold.
struct Gap
{
    int unit = -1;   ///< index in `OrgView::units`: whose fact it is
    QString missing; ///< message code
};

struct CheckOutcome
{
    Verdict verdict = Verdict::Pass;
    Quantity limit;
    Quantity actual;
    MessageArgs args = {};      ///< further places for the rule's texts, as the entry lists them
    std::vector<Gap> gaps = {}; ///< for CannotCheck
};

/// One check: code without numbers of law. A rule names it and gives selection, parameters, dates and source.
struct CheckEntry
{
    std::u16string_view name; ///< as rule packs write it
    Anchor anchor;
    std::span<const Parameter> parameters;             ///< all of them required
    std::span<const std::u16string_view> placeholders; ///< of the rule's texts, besides {name}, {limit}, {actual}
    CheckOutcome (*run)(const OrgView &view, int unit, const Rule &rule);
};

/// All checks. A new one is one function and one line in the array.
[[nodiscard]] std::span<const CheckEntry> checks();

} // namespace bomay

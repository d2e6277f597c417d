// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/checks.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Quantity named(int number, const QStringList &names)
{
    return {number, names.join(u"; "_s)};
}

} // namespace

CheckOutcome nameInSet(const CheckInput &input)
{
    const AgencyNames &allowed = input.rule.parameters.names;
    const QString &name = input.facts.nameOf(input.unit);
    if (name.isEmpty())
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-unit-name"_s}}};
    if (allowed.contains(name))
        return {};
    return {Verdict::Fail, named(sizeOf(allowed.written), allowed.written), {0, input.facts.state(input.unit).name}};
}

CheckOutcome namesRequired(const CheckInput &input)
{
    const Parameters &parameters = input.rule.parameters;
    ScopeMembers members = membersOf(input.facts, input.unit, parameters.scope);
    const auto isThere = [&](const AgencyNames &names) {
        return std::ranges::any_of(members.units, [&](int unit) { return names.contains(input.facts.nameOf(unit)); });
    };
    QStringList absent;
    for (const AgencyNames &names : parameters.required)
        if (!isThere(names))
            absent += names.written.front();
    const int wanted = sizeOf(parameters.required);
    if (absent.isEmpty())
        return {};
    if (!members.gaps.empty())
        return {Verdict::CannotCheck, {}, {}, {}, std::move(members.gaps)};
    if (!isEntered(input))
        return withoutPosts(input);
    CheckOutcome outcome{Verdict::Fail, Quantity::of(wanted), Quantity::of(wanted - sizeOf(absent))};
    outcome.args = {{u"absent"_s, absent.join(u"; "_s)}};
    return outcome;
}

CheckOutcome kindsInSet(const CheckInput &input)
{
    const std::vector<UnitKind> &allowed = input.rule.parameters.scope.kinds;
    QStringList others;
    std::vector<Gap> gaps;
    for (const int unit : input.view().unitsOfUnit(input.unit)) {
        const UnitState &state = input.facts.state(unit);
        // A division directly under a committee is most likely an agency that was entered as the wrong kind.
        if (state.kind == UnitKind::Unknown || state.kind == UnitKind::Division)
            gaps.push_back({unit, u"missing-unit-kind"_s});
        else if (std::ranges::find(allowed, state.kind) == allowed.end())
            others += state.name;
    }
    if (others.isEmpty() && !gaps.empty())
        return {Verdict::CannotCheck, {}, {}, {}, std::move(gaps)};
    return {others.isEmpty() ? Verdict::Pass : Verdict::Fail, Quantity::of(0), named(sizeOf(others), others)};
}

CheckOutcome prohibited(const CheckInput &)
{
    return {Verdict::Fail, Quantity::of(0), Quantity::of(1)};
}

CheckOutcome councilsExactly(const CheckInput &input)
{
    if (!input.facts.hasKind(UnitKind::PeoplesCouncil))
        return {.verdict = Verdict::NotApplicable, .reason = {u"rule-no-councils"_s}};
    const int locality = input.facts.localityIndexOf(input.unit);
    if (locality < 0)
        return {Verdict::CannotCheck, {}, {}, {}, {{input.unit, u"missing-locality"_s}}};
    const int councils = input.facts.countAt(locality, UnitKind::PeoplesCouncil);
    const Parameters &parameters = input.rule.parameters;
    const Measured limit = limitFor(parameters.limit, input.facts, input.unit, parameters.counted);
    if (councils == limit.atMost)
        return {};
    if (!isEntered(input))
        return withoutPosts(input);
    return {Verdict::Fail, Quantity::of(limit.atMost), Quantity::of(councils)};
}

} // namespace bomay

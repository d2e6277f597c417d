// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/allotment.h"
#include "core/decree/checks.h"
#include "core/model/organisation.h"

#include <algorithm>
#include <array>
#include <functional>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Staff as one source gives it: the unit's own figures, or a quota of the year of the day in view.
struct StaffFigures
{
    std::optional<int> allotted;
    std::optional<int> inPost = {};
    int reserve = 0;
    const Quota *quota = nullptr; ///< null for the unit's own
};

int yearOf(const CheckInput &input)
{
    return input.view().day().toDate().year();
}

const Quota *quotaOf(const CheckInput &input, int unit, QuotaKind kind)
{
    const UnitId id = input.view().units()[uz(unit)].id;
    for (const Quota *quota : input.facts.history()->naming<Quota>({RowKind::Unit, id.uid}))
        if (quota->year == yearOf(input) && quota->kind == kind)
            return quota;
    return nullptr;
}

std::vector<StaffFigures> figuresOf(const CheckInput &input)
{
    const UnitState &state = input.facts.state(input.unit);
    const Organisation *history = input.facts.history();
    std::vector<StaffFigures> figures;
    if (state.staffAllotted)
        figures.push_back({state.staffAllotted, state.staffFilled});
    if (history == nullptr || history->quotas().size() == 0)
        return figures;
    for (const Term<QuotaKind> &term : terms<QuotaKind>())
        if (const Quota *quota = quotaOf(input, input.unit, term.value))
            figures.push_back({quota->allotted, quota->inPost, quota->reserve.value_or(0), quota});
    return figures;
}

/// Of the document that gave the figures.
Citation citationOf(const CheckInput &input, const StaffFigures &figures)
{
    const Organisation *history = input.facts.history();
    if (figures.quota == nullptr)
        return citedAllotment(history, input.facts.state(input.unit).allotmentBasis);
    const LegalDocument *document = history->find(figures.quota->document);
    return document == nullptr ? citedAllotment(history, {}) : cited(*document);
}

CheckOutcome outcomeOf(const CheckInput &input, const StaffFigures &figures, int actual)
{
    CheckOutcome outcome{Verdict::Fail, Quantity::of(figures.allotted.value_or(0)), Quantity::of(actual)};
    const Term<QuotaKind> *term = figures.quota == nullptr ? nullptr : &termOf(figures.quota->kind);
    outcome.args = {{u"kind"_s, term == nullptr ? QString() : toQString(term->vi).toLower()},
                    {u"kind_en"_s, term == nullptr ? QString() : toQString(term->en).toLower()},
                    {u"year"_s, term == nullptr ? QString() : QString::number(yearOf(input))}};
    outcome.citation = citationOf(input, figures);
    return outcome;
}

/// Bodies whose staff is allotted apart from that of the administration: their numbers are no part of the parent's. A
/// committee below a committee is another level of government, with a number of its own.
bool isAllottedApart(UnitKind kind, UnitKind parent)
{
    if (kind == UnitKind::PeoplesCommittee)
        return true;
    constexpr std::array kApart{
        UnitKind::PublicServiceUnit, UnitKind::PartyBody,        UnitKind::FatherlandFront, UnitKind::Union,
        UnitKind::VerticalBranch,    UnitKind::CoordinatingBody, UnitKind::Neighbourhood,   UnitKind::Association};
    return kind != parent && std::ranges::find(kApart, kind) != kApart.end();
}

/// What the units below a unit have, each counted with those below it: the first number on each way down.
std::vector<Share> sharesBelow(const OrgView &view, int unit, const std::function<bool(int)> &isPassedOver,
                               const std::function<std::optional<int>(int)> &numberOf)
{
    std::vector<Share> shares;
    const int node = view.nodeOf(view.units()[uz(unit)].id);
    if (node < 0)
        return shares;
    int at = node + 1;
    while (at < view.nodes()[uz(node)].end) {
        const ViewNode &below = view.nodes()[uz(at)];
        const bool isPassed = below.isUnit() && isPassedOver(below.item);
        const std::optional<int> number = below.isUnit() && !isPassed ? numberOf(below.item) : std::nullopt;
        if (number)
            shares.push_back({below.item, *number});
        at = isPassed || number ? below.end : at + 1;
    }
    return shares;
}

std::vector<Share> distributed(const CheckInput &input, const StaffFigures &figures)
{
    const OrgView &view = input.view();
    const UnitKind kind = input.facts.state(input.unit).kind;
    const auto isApart = [&](int unit) { return isAllottedApart(input.facts.state(unit).kind, kind); };
    if (figures.quota != nullptr)
        return sharesBelow(
            view, input.unit,
            // A quota says of which kind it is: that of a public service unit is part of the same kind above.
            [&](int unit) { return isApart(unit) && input.facts.state(unit).kind != UnitKind::PublicServiceUnit; },
            [&](int unit) -> std::optional<int> {
                const Quota *quota = quotaOf(input, unit, figures.quota->kind);
                return quota == nullptr ? std::nullopt : quota->allotted;
            });
    return sharesBelow(view, input.unit, isApart, [&](int unit) { return input.facts.state(unit).staffAllotted; });
}

} // namespace

CheckOutcome deputiesWithinAllotment(const CheckInput &input)
{
    const UnitState &state = input.facts.state(input.unit);
    if (!state.deputiesAllotted)
        return {};
    const Measured actual = deputiesInPost(input.view(), input.unit);
    const Measured limit = Measured::exactly(*state.deputiesAllotted);
    CheckOutcome outcome = comparison(atMostVerdict(actual, limit), actual, limit);
    if (outcome.verdict == Verdict::Fail)
        outcome.citation = citedAllotment(input.facts.history(), state.allotmentBasis);
    return outcome;
}

CheckOutcome staffWithinAllotment(const CheckInput &input)
{
    for (const StaffFigures &figures : figuresOf(input))
        if (figures.allotted && figures.inPost && *figures.inPost > *figures.allotted)
            return outcomeOf(input, figures, *figures.inPost);
    return {};
}

CheckOutcome allotmentsWithinParent(const CheckInput &input)
{
    if (input.view().unitsOfUnit(input.unit).empty())
        return {};
    for (const StaffFigures &figures : figuresOf(input)) {
        std::vector<Share> shares = distributed(input, figures);
        int sum = figures.reserve;
        for (const Share &share : shares)
            sum += share.number;
        if (!figures.allotted || shares.empty() || sum <= *figures.allotted)
            continue;
        CheckOutcome outcome = outcomeOf(input, figures, sum);
        outcome.args.insert(u"reserve"_s, figures.reserve > 0 ? QString::number(figures.reserve) : QString());
        outcome.args.insert(u"shares"_s, writtenShares(input, shares));
        outcome.shares = std::move(shares);
        return outcome;
    }
    return {};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/deputy_ledger.h"

#include "core/decree/allotment.h"
#include "core/decree/checks.h"
#include "core/decree/rule_runner.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool countsDeputies(const Rule &rule)
{
    return rule.parameters.measure != nullptr && rule.parameters.measure->name == u"deputy-seats";
}

bool boundsEachUnit(const Rule &rule)
{
    const auto run = rule.check->run;
    return countsDeputies(rule) && (run == countAtMost || run == countExactly || run == countInRange);
}

bool boundsSum(const Rule &rule)
{
    return countsDeputies(rule) && rule.check->run == sumAtMost;
}

void addTo(std::optional<int> &sum, const std::optional<int> &number)
{
    if (number)
        sum = sum.value_or(0) + *number;
}

void addTo(LedgerTotal &total, const LedgerRow &row)
{
    ++total.units;
    addTo(total.ceiling, row.ceiling.number);
    total.withoutCeiling += !row.ceiling.number && row.inPost + row.vacant > 0 ? 1 : 0;
    addTo(total.allotted, row.allotted);
    total.inPost += row.inPost;
    total.vacant += row.vacant;
    total.surplus += row.surplus;
}

/// Fills a ledger for one view.
class LedgerWriter
{
public:
    LedgerWriter(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                 const CheckOptions &options)
        : m_history(history)
        , m_view(view)
        , m_facts(view, &history)
        , m_rules(m_facts, packs, options)
        , m_rowOf(view.units().size(), -1)
    {
        m_ledger.day = view.day();
        for (int rule = 0; rule < m_rules.size(); ++rule) {
            if (m_rules.outOfForce(rule))
                continue;
            if (boundsEachUnit(m_rules.rule(rule)))
                m_unitRules.push_back(rule);
            else if (boundsSum(m_rules.rule(rule)))
                m_sumRules.push_back(rule);
        }
    }

    DeputyLedger write()
    {
        for (const ViewNode &node : m_view.nodes())
            if (node.isUnit())
                addRow(node.item);
        m_ledger.totals.push_back({});
        for (const LedgerRow &row : m_ledger.rows)
            addTo(m_ledger.totals.front(), row);
        addKinds();
        addLocalities();
        addScopes();
        return std::move(m_ledger);
    }

private:
    void addRow(int unit)
    {
        const ViewUnit &item = m_view.units()[uz(unit)];
        LedgerRow row{{item.id, item.code, item.state.name}, item.state.kind};
        int rule = -1;
        row.ceiling = ceilingOf(unit, rule);
        row.allotted = item.state.deputiesAllotted;
        if (row.allotted && !item.state.allotmentBasis.trimmed().isEmpty())
            row.document = citedAllotment(&m_history, item.state.allotmentBasis).text;
        const int seats = m_view.postsOfUnit(unit).empty() ? 0 : deputySeats(m_view, unit).atLeast;
        row.inPost = m_view.postsOfUnit(unit).empty() ? 0 : deputiesInPost(m_view, unit).atLeast;
        row.vacant = seats - row.inPost;
        if (seats == 0 && !row.ceiling.number && row.ceiling.missing.isEmpty() && !row.allotted)
            return;
        addSurplus(row, unit, rule);
        m_rowOf[uz(unit)] = sizeOf(m_ledger.rows);
        m_ledger.rows.push_back(std::move(row));
    }

    /// `rule` becomes the number of the rule that it comes from.
    LedgerCeiling ceilingOf(int unit, int &rule)
    {
        LedgerCeiling ceiling;
        for (const int number : m_unitRules) {
            const Rule &candidate = m_rules.rule(number);
            const Selected selected = m_rules.speaksOf(number, unit).selected;
            if (selected.match == Match::No)
                continue;
            const Measured limit = limitFor(candidate.parameters.limit, m_facts, unit, candidate.parameters.counted);
            if (selected.match == Match::Unknown || !limit.isKnown()) {
                if (selected.match == Match::Unknown)
                    ceiling.missing = selected.gap.missing;
                else if (!limit.gaps.empty())
                    ceiling.missing = limit.gaps.front().missing;
            } else if (limit.atMost < ceiling.number.value_or(Measured::kUnbounded)) {
                rule = number;
                ceiling.number = limit.atMost;
                ceiling.rule = candidate.id;
                ceiling.citation = candidate.citation.text;
            }
        }
        return ceiling;
    }

    void addSurplus(LedgerRow &row, int unit, int rule) const
    {
        int marked = 0;
        const bool isNamed = std::ranges::any_of(
            m_view.postsOfUnit(unit), [this](int post) { return !m_view.posts()[uz(post)].holders.empty(); });
        for (const int index : m_view.postsOfUnit(unit)) {
            const ViewPost &post = m_view.posts()[uz(index)];
            if (post.state.role != PostRole::Deputy || !post.state.surplus)
                continue;
            marked += isNamed ? post.state.seats - post.vacantSeats() : post.state.seats;
            if (const PartialDate &until = post.state.surplusUntil; !until.isEmpty())
                row.until = row.until ? std::min(*row.until, until.lastDay()) : until.lastDay();
        }
        const int allowed =
            std::min(row.ceiling.number.value_or(Measured::kUnbounded), row.allotted.value_or(Measured::kUnbounded));
        row.surplus = std::max({0, marked, allowed == Measured::kUnbounded ? 0 : row.inPost - allowed});
        if (row.surplus == 0) {
            row.until.reset();
        } else if (!row.until && rule >= 0 && row.inPost > *row.ceiling.number) {
            if (const auto grace = m_rules.graceOf(rule, unit)) {
                row.until = grace->until;
                row.untilCitation = grace->citation;
            }
        }
    }

    void addKinds()
    {
        for (const Term<UnitKind> &term : terms<UnitKind>()) {
            LedgerTotal total{LedgerTotal::By::Kind, toQString(term.code), {toQString(term.vi), toQString(term.en)}};
            for (const LedgerRow &row : m_ledger.rows)
                if (row.kind == term.value)
                    addTo(total, row);
            if (total.units > 0)
                m_ledger.totals.push_back(std::move(total));
        }
    }

    /// The locality of a unit and those above it, the highest first.
    [[nodiscard]] std::vector<int> localitiesOf(int unit) const
    {
        std::vector<int> chain;
        const auto &localities = m_view.localities();
        // Bounded by the number of localities, should a damaged file hold a loop.
        for (int at = m_view.units()[uz(unit)].locality; at >= 0 && chain.size() < localities.size();
             at = localities[uz(at)].parent)
            chain.push_back(at);
        std::ranges::reverse(chain);
        return chain;
    }

    /// In the order in which their units come in the chart: that of the rows says nothing.
    void addLocalities()
    {
        std::vector<LedgerTotal> totals;
        std::vector<int> totalOf(m_view.localities().size(), -1);
        for (const ViewNode &node : m_view.nodes()) {
            if (!node.isUnit() || m_rowOf[uz(node.item)] < 0)
                continue;
            for (const int locality : localitiesOf(node.item)) {
                if (totalOf[uz(locality)] < 0) {
                    totalOf[uz(locality)] = sizeOf(totals);
                    const ViewLocality &row = m_view.localities()[uz(locality)];
                    totals.push_back({LedgerTotal::By::Locality, row.code, {row.state.name, row.state.name}});
                }
                addTo(totals[uz(totalOf[uz(locality)])], m_ledger.rows[uz(m_rowOf[uz(node.item)])]);
            }
        }
        std::ranges::move(totals, std::back_inserter(m_ledger.totals));
    }

    void addScopes()
    {
        for (const int rule : m_sumRules)
            for (const ViewNode &node : m_view.nodes())
                if (node.isUnit() && m_rules.speaksOf(rule, node.item).selected.match == Match::Yes)
                    addScope(m_rules.rule(rule), node.item);
    }

    void addScope(const Rule &rule, int anchor)
    {
        const CheckOutcome outcome = rule.check->run({m_facts, anchor, rule});
        if (outcome.shares.empty())
            return;
        const QString &name = m_facts.state(anchor).name;
        LedgerTotal total{LedgerTotal::By::Scope, rule.id, {name, name}};
        for (const Share &share : outcome.shares)
            if (const int row = m_rowOf[uz(share.unit)]; row >= 0)
                addTo(total, m_ledger.rows[uz(row)]);
        total.units = sizeOf(outcome.shares);
        total.ceiling.reset();
        total.withoutCeiling = 0;
        total.citation = rule.citation.text;
        if (outcome.verdict == Verdict::CannotCheck)
            total.missing = outcome.gaps.empty() ? QString() : outcome.gaps.front().missing;
        else
            total.ceiling = outcome.limit.number;
        total.surplus = total.ceiling ? std::max(0, total.inPost - *total.ceiling) : 0;
        m_ledger.totals.push_back(std::move(total));
    }

    const Organisation &m_history;
    const OrgView &m_view;
    ChartFacts m_facts;
    RuleRunner m_rules;
    std::vector<int> m_unitRules; ///< those that bound each unit
    std::vector<int> m_sumRules;
    std::vector<int> m_rowOf; ///< by unit; −1 = none
    DeputyLedger m_ledger;
};

} // namespace

DeputyLedger deputyLedger(const Organisation &history, const OrgView &view, std::span<const RulePack> packs,
                          const CheckOptions &options)
{
    return LedgerWriter(history, view, packs, options).write();
}

} // namespace bomay

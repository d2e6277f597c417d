// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/fixes.h"

#include "core/base/numbers.h"
#include "core/decree/allotment.h"
#include "core/decree/chart_facts.h"
#include "core/decree/near_name.h"
#include "core/decree/written_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

void add(std::vector<Fix> &fixes, const QString &code, const MessageArgs &args, Result<Change> change)
{
    if (change) // what cannot be done is not proposed
        fixes.push_back({{code, args}, *std::move(change)});
}

/// Was or will the post be held by others than those of the day? To take it away, or seats of it, would deny that. What
/// ended before an edit from a date stays true.
bool isHeldOtherwise(const FixInput &input, PostId post)
{
    const bool fromDate = input.scope.mode == EditMode::FromDate;
    return std::ranges::any_of(input.organisation.naming<Appointment>(keyOf(post)), [&](const Appointment *held) {
        return !held->period.contains(input.view.day()) && !(fromDate && held->period.lastDay() < input.scope.from);
    });
}

/// So many vacant seats of deputies go as there are too many, those of the last tier first: no tier before is left
/// empty.
std::vector<Fix> removeVacantDeputies(const FixInput &input)
{
    if (!namesHolders(input.view, input.unit))
        return {}; // nothing says which seats are vacant
    int left = input.finding.actual.number - input.finding.limit.number;
    const int tooMany = left;
    std::optional<Change> change;
    for (const int index : std::views::reverse(input.view.postsOfUnit(input.unit))) {
        const ViewPost &post = input.view.posts()[uz(index)];
        const int vacant = std::min(post.vacantSeats(), left);
        if (post.state.role != PostRole::Deputy || vacant <= 0 || isHeldOtherwise(input, post.id))
            continue;
        PostState wanted = post.state;
        wanted.seats -= vacant;
        const NodeRef node = post.id;
        const Result<Change> step = wanted.seats == 0
                                        ? removeNodes(input.organisation, {&node, 1}, input.scope)
                                        : changePost(input.organisation, post.id, {post.state, wanted}, input.scope);
        if (!step)
            return {};
        change = change ? composed(*std::move(change), *step) : *step;
        left -= vacant;
    }
    if (!change)
        return {};
    change->title = u"Bỏ cấp phó đang khuyết của %1"_s.arg(input.view.units()[uz(input.unit)].state.name);
    const MessageArgs args{{u"count"_s, QString::number(tooMany - left)},
                           {u"left"_s, QString::number(input.finding.actual.number - (tooMany - left))}};
    std::vector<Fix> fixes;
    fixes.push_back({{u"fix-remove-vacant"_s, args}, *std::move(change)});
    return fixes;
}

/// The deputies keep their order; their tiers run from 1 without a gap.
std::vector<Fix> renumberTiers(const FixInput &input)
{
    std::map<int, int> tiers;
    std::vector<const ViewPost *> deputies;
    for (const int index : input.view.postsOfUnit(input.unit)) {
        const ViewPost &post = input.view.posts()[uz(index)];
        if (post.state.role == PostRole::Deputy && post.state.tier > 0) {
            deputies.push_back(&post);
            tiers[post.state.tier] = 0;
        }
    }
    int next = 0;
    for (auto &[tier, number] : tiers)
        number = ++next;
    std::vector<TierOf> wanted;
    QStringList numbers;
    for (const ViewPost *post : deputies) {
        wanted.push_back({post->id, tiers[post->state.tier]});
        numbers += QString::number(wanted.back().tier);
    }
    Result<Change> change = setTiers(input.organisation, wanted, input.scope);
    if (!change)
        return {};
    change->title = u"Đánh lại thứ bậc cấp phó của %1"_s.arg(input.view.units()[uz(input.unit)].state.name);
    std::vector<Fix> fixes;
    add(fixes, u"fix-renumber-tiers"_s, {{u"tiers"_s, numbers.join(u", "_s)}}, std::move(change));
    return fixes;
}

/// A name that is nearly one of those allowed was most likely meant to be it.
std::vector<Fix> renameAsAllowed(const FixInput &input)
{
    ChartFacts &facts = input.facts;
    const AgencyNames &allowed = input.rule.parameters.names;
    const QString near = nearestName(facts.nameOf(input.unit), allowed.compared);
    if (near.isEmpty())
        return {};
    const QString &name = allowed.written[allowed.compared.indexOf(near)];
    std::vector<Fix> fixes;
    add(fixes, u"fix-rename"_s, {{u"name"_s, name}},
        rename(input.organisation, input.view.units()[uz(input.unit)].id, name, input.scope));
    return fixes;
}

/// The same name with its capitals as the law has them.
std::vector<Fix> renameAsWritten(const FixInput &input)
{
    const ViewUnit &unit = input.view.units()[uz(input.unit)];
    const QString name = asWritten(unit.state.name, input.rule.parameters.names.written);
    std::vector<Fix> fixes;
    add(fixes, u"fix-rename"_s, {{u"name"_s, name}}, rename(input.organisation, unit.id, name, input.scope));
    return fixes;
}

/// The head is called as its deputies, without "Phó".
std::vector<Fix> addHead(const FixInput &input)
{
    const QString deputy = u"Phó "_s;
    for (const int index : input.view.postsOfUnit(input.unit)) {
        const PostState &state = input.view.posts()[uz(index)].state;
        if (state.role != PostRole::Deputy || !state.title.startsWith(deputy) || state.title.size() == deputy.size())
            continue;
        QString title = state.title.sliced(deputy.size());
        title[0] = title[0].toUpper();
        std::vector<Fix> fixes;
        add(fixes, u"fix-add-post"_s, {{u"title"_s, title}},
            addPost(input.organisation, input.view.units()[uz(input.unit)].id, title, PostRole::Head, 0, input.scope,
                    input.ids));
        return fixes;
    }
    return {};
}

/// The kind that a body of this name has, as far as the scope names it.
UnitKind kindFor(const QString &name, const std::vector<UnitKind> &kinds)
{
    struct Beginning
    {
        std::u16string_view word;
        UnitKind kind;
    };
    constexpr std::array kBeginnings{Beginning{u"Văn phòng", UnitKind::Office},
                                     Beginning{u"Thanh tra", UnitKind::Inspectorate}};
    for (const Beginning &beginning : kBeginnings)
        if (name.startsWith(QStringView(beginning.word)) && std::ranges::find(kinds, beginning.kind) != kinds.end())
            return beginning.kind;
    return kinds.front();
}

/// Each body that the law asks for and that is not there can be added.
std::vector<Fix> addRequiredUnits(const FixInput &input)
{
    ChartFacts &facts = input.facts;
    const Parameters &parameters = input.rule.parameters;
    const ScopeMembers members = membersOf(facts, input.unit, parameters.scope);
    std::vector<Fix> fixes;
    for (const AgencyNames &names : parameters.required) {
        if (std::ranges::any_of(members.units, [&](int unit) { return names.contains(facts.nameOf(unit)); }))
            continue;
        const QString &name = names.written.front();
        add(fixes, u"fix-add-unit"_s, {{u"name"_s, name}},
            addUnit(input.organisation, {input.view.units()[uz(input.unit)].id, {}}, name,
                    kindFor(name, parameters.scope.kinds), input.scope, input.ids));
    }
    return fixes;
}

constexpr std::array kFixes{
    FixEntry{u"remove-vacant-deputies", removeVacantDeputies}, FixEntry{u"renumber-tiers", renumberTiers},
    FixEntry{u"rename-as-allowed", renameAsAllowed},           FixEntry{u"add-head", addHead},
    FixEntry{u"add-required-units", addRequiredUnits},         FixEntry{u"rename-as-written", renameAsWritten},
};

} // namespace

std::span<const FixEntry> fixEntries()
{
    return kFixes;
}

std::vector<Fix> fixesFor(const Finding &finding, const Rule &rule, const Organisation &organisation,
                          const OrgView &view, const EditScope &scope, IdSource &ids)
{
    if (rule.fixes.empty())
        return {};
    ChartFacts facts(view);
    return fixesFor(finding, rule, organisation, facts, scope, ids);
}

std::vector<Fix> fixesFor(const Finding &finding, const Rule &rule, const Organisation &organisation, ChartFacts &facts,
                          const EditScope &scope, IdSource &ids)
{
    const OrgView &view = facts.view();
    const NodeRef subject = finding.subjects.front().node;
    const int unit = subject.isUnit() ? view.indexOf(subject) : -1;
    if (unit < 0)
        return {};
    std::vector<Fix> fixes;
    for (const FixEntry *entry : rule.fixes)
        std::ranges::move(entry->propose({organisation, view, facts, rule, finding, unit, scope, ids}),
                          std::back_inserter(fixes));
    return fixes;
}

} // namespace bomay

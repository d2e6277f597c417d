// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/chart_facts.h"

#include "core/decree/agency_name.h"

#include <algorithm>

namespace bomay {

ChartFacts::ChartFacts(const OrgView &view, const Organisation *history)
    : m_view(view)
    , m_history(history)
    , m_kinds(view.units().size())
    , m_localities(view.units().size(), -1)
    , m_names(view.units().size())
    , m_broods(view.units().size())
    , m_countsAt(view.localities().size() * terms<UnitKind>().size())
    , m_kindCounts(terms<UnitKind>().size())
{
    m_localityNames.reserve(view.localities().size());
    for (const ViewLocality &locality : view.localities()) {
        m_localityNames.push_back(splitLocalityName(locality.state.name));
        m_places.push_back(writtenOut(m_localityNames.back().bare));
    }
    m_postsOf.reserve(view.posts().size());
    for (const ViewNode &node : view.nodes()) {
        if (node.isUnit())
            learnUnit(node.item);
        else
            learnPost(node.item);
    }
    findStaged();
}

const ViewLocality *ChartFacts::localityOf(int unit) const
{
    const int locality = m_localities[uz(unit)];
    return locality < 0 ? nullptr : &m_view.localities()[uz(locality)];
}

/// A council or committee is of its own locality and never of the one above: a ward's committee that was entered under
/// the city's without its ward is not the city's. Neither is what stands below it.
int ChartFacts::localityFor(int unit) const
{
    const UnitState &own = state(unit);
    const int parent = m_view.parentUnit(unit);
    if (!own.locality.isNull())
        return m_view.units()[uz(unit)].locality;
    if (own.kind == UnitKind::PeoplesCommittee || own.kind == UnitKind::PeoplesCouncil)
        return -1;
    return parent >= 0 ? m_localities[uz(parent)] : m_view.units()[uz(unit)].locality;
}

const QString &ChartFacts::nameOf(int unit)
{
    auto &name = m_names[uz(unit)];
    if (!name) {
        const int locality = m_localities[uz(unit)];
        name = agencyName(state(unit).name, locality < 0 ? QStringView() : m_places[uz(locality)]);
    }
    return *name;
}

const Brood &ChartFacts::broodOf(int parent)
{
    auto &brood = m_broods[uz(parent)];
    if (brood)
        return *brood;
    brood.emplace();
    for (const int unit : m_view.unitsOfUnit(parent)) {
        brood->hasPosts = brood->hasPosts || !m_view.postsOfUnit(unit).empty();
        if (m_view.unitsOfUnit(unit).empty() || kindOf(unit) == UnitKind::PublicServiceUnit)
            continue;
        const Measured deputies = deputySeats(m_view, unit);
        Measured &most = brood->mostDeputies;
        if (brood->largest < 0 || deputies.atLeast > most.atLeast)
            brood->largest = unit;
        most.atLeast = std::max(most.atLeast, deputies.atLeast);
        most.atMost = std::max(most.atMost, deputies.atMost);
        most.gaps.insert(most.gaps.end(), deputies.gaps.begin(), deputies.gaps.end());
    }
    return *brood;
}

std::vector<int> ChartFacts::postsOf(PersonId person) const
{
    std::vector<int> posts;
    const auto found = m_postsOf.find(person);
    if (found == m_postsOf.end())
        return posts;
    for (const PostId id : found->second)
        posts.push_back(m_view.indexOf(id));
    std::ranges::sort(posts, {}, [this](int post) { return m_view.nodeOfPost(post); });
    return posts;
}

bool ChartFacts::holdsSeveral(PersonId person) const
{
    const auto found = m_postsOf.find(person);
    return found != m_postsOf.end() && found->second.size() > 1;
}

void ChartFacts::count(int unit, int by)
{
    const UnitKind kind = m_kinds[uz(unit)];
    m_kindCounts[static_cast<std::size_t>(kind)] += by;
    const int locality = m_localities[uz(unit)];
    if (locality >= 0)
        m_countsAt[slotOf(locality, kind)] += by;
    if (kind == UnitKind::PeoplesCouncil)
        m_councils[locality] += by;
}

void ChartFacts::learnUnit(int unit)
{
    m_kinds[uz(unit)] = state(unit).kind;
    m_localities[uz(unit)] = localityFor(unit);
    count(unit, 1);
}

/// Posts that report to each other in a circle are not in the chart.
void ChartFacts::learnPost(int post)
{
    if (m_view.nodeOfPost(post) < 0)
        return;
    const ViewPost &row = m_view.posts()[uz(post)];
    for (const ViewHolder &holder : row.holders) {
        auto &posts = m_postsOf[holder.person];
        if (std::ranges::find(posts, row.id) == posts.end())
            posts.push_back(row.id);
    }
}

/// What is staged stands behind all roots.
void ChartFacts::findStaged()
{
    m_stagedUnits.clear();
    const auto &nodes = m_view.nodes();
    const auto first = std::ranges::partition_point(nodes, [](const ViewNode &node) { return !node.isStaged(); });
    for (auto node = first; node != nodes.end(); ++node)
        if (node->isUnit() && node->parent < 0)
            m_stagedUnits.push_back(node->item);
}

void ChartFacts::forgetPosts(std::span<const int> posts)
{
    for (const int post : posts) {
        const ViewPost &row = m_view.posts()[uz(post)];
        for (const ViewHolder &holder : row.holders) {
            const auto found = m_postsOf.find(holder.person);
            if (found == m_postsOf.end())
                continue;
            auto &held = found->second;
            held.erase(std::remove(held.begin(), held.end(), row.id), held.end());
            if (held.empty())
                m_postsOf.erase(found);
        }
    }
}

bool ChartFacts::follow(std::span<const int> units, std::span<const int> parents, std::span<const int> posts)
{
    m_councils.clear();
    const int before = size();
    const int after = sizeOf(m_view.units());
    for (int unit = after; unit < before; ++unit)
        count(unit, -1);
    for (const int unit : units)
        if (unit < before)
            count(unit, -1);
    m_kinds.resize(uz(after));
    m_localities.resize(uz(after), -1);
    m_names.resize(uz(after));
    m_broods.resize(uz(after));
    for (const int unit : units) {
        learnUnit(unit);
        m_names[uz(unit)].reset();
        m_broods[uz(unit)].reset();
    }
    for (const int unit : parents)
        m_broods[uz(unit)].reset();
    for (const int post : posts)
        learnPost(post);
    findStaged();
    return std::ranges::any_of(m_councils, [](const auto &entry) { return entry.second != 0; });
}

} // namespace bomay

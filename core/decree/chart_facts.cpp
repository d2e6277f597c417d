// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/chart_facts.h"

#include "core/decree/agency_name.h"

#include <algorithm>

namespace bomay {

ChartFacts::ChartFacts(const OrgView &view, const Organisation *history)
    : m_view(view)
    , m_history(history)
    , m_names(view.units().size())
    , m_broods(view.units().size())
    , m_unitsAt(view.localities().size())
    , m_kinds(terms<UnitKind>().size())
{
    m_localityNames.reserve(view.localities().size());
    for (const ViewLocality &locality : view.localities())
        m_localityNames.push_back(splitLocalityName(locality.state.name));
    for (const ViewNode &node : view.nodes()) {
        if (node.isUnit()) {
            m_kinds[static_cast<std::size_t>(state(node.item).kind)] = true;
            if (const ViewLocality *locality = localityOf(node.item))
                m_unitsAt[uz(static_cast<int>(locality - view.localities().data()))].push_back(node.item);
        } else {
            for (const ViewHolder &holder : view.posts()[uz(node.item)].holders)
                m_postsOf[holder.person].push_back(node.item);
        }
    }
}

const ViewLocality *ChartFacts::localityOf(int unit) const
{
    // A council or committee is of its own locality and never of the one above: a ward's committee that was entered
    // under the city's without its ward is not the city's.
    for (int at = unit; at >= 0; at = m_view.parentUnit(at)) {
        if (!state(at).locality.isNull())
            break;
        if (state(at).kind == UnitKind::PeoplesCommittee || state(at).kind == UnitKind::PeoplesCouncil)
            return nullptr;
    }
    const int locality = m_view.units()[uz(unit)].locality;
    return locality < 0 ? nullptr : &m_view.localities()[uz(locality)];
}

const QString &ChartFacts::nameOf(int unit)
{
    auto &name = m_names[uz(unit)];
    if (!name) {
        const ViewLocality *locality = localityOf(unit);
        const QString place = locality == nullptr
                                  ? QString()
                                  : m_localityNames[uz(static_cast<int>(locality - m_view.localities().data()))].bare;
        name = agencyName(state(unit).name, place);
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
        if (m_view.unitsOfUnit(unit).empty() || state(unit).kind == UnitKind::PublicServiceUnit)
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

std::vector<int> ChartFacts::unitsAt(int locality, UnitKind kind) const
{
    std::vector<int> result;
    for (const int unit : m_unitsAt[uz(locality)])
        if (state(unit).kind == kind)
            result.push_back(unit);
    return result;
}

bool ChartFacts::hasKind(UnitKind kind) const
{
    return m_kinds[static_cast<std::size_t>(kind)];
}

const std::vector<int> &ChartFacts::postsOf(PersonId person) const
{
    static const std::vector<int> kNone;
    const auto found = m_postsOf.find(person);
    return found == m_postsOf.end() ? kNone : found->second;
}

} // namespace bomay

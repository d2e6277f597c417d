// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/scope.h"

#include "core/decree/chart_facts.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

template <typename Value>
bool contains(const std::vector<Value> &values, const Value &value)
{
    return std::ranges::find(values, value) != values.end();
}

/// Sorts units into a scope.
class ScopeWalk
{
public:
    ScopeWalk(ChartFacts &facts, const Scope &scope)
        : m_facts(facts)
        , m_scope(scope)
    {}

    ScopeMembers run(int anchor)
    {
        const OrgView &view = m_facts.view();
        for (const int unit : view.unitsOfUnit(anchor)) {
            if (m_scope.through.empty())
                sort(unit, anchor);
            else if (contains(m_scope.through, m_facts.kindOf(unit)))
                for (const int inner : view.unitsOfUnit(unit))
                    sort(inner, unit);
        }
        // A unit without a place may belong here.
        for (const int unit : m_facts.stagedUnits())
            if (contains(m_scope.kinds, m_facts.kindOf(unit)) && !isExcepted(unit))
                leaveOpen(unit, u"missing-parent-unit"_s);
        return std::move(m_members);
    }

private:
    void sort(int unit, int parent)
    {
        const UnitKind kind = m_facts.kindOf(unit);
        if (!contains(m_scope.kinds, kind)) {
            // A division directly under a committee is most likely an agency that was entered as the wrong kind.
            const bool doubtful = kind == UnitKind::Division && m_facts.kindOf(parent) == UnitKind::PeoplesCommittee;
            if ((kind == UnitKind::Unknown || doubtful) && !isExcepted(unit))
                leaveOpen(unit, u"missing-unit-kind"_s);
            return;
        }
        if (isExcepted(unit) || (!m_scope.names.isEmpty() && !m_scope.names.contains(m_facts.nameOf(unit))))
            return;
        if (!m_scope.localityTypes.empty()) {
            const ViewLocality *locality = m_facts.localityOf(unit);
            if (locality == nullptr || locality->state.type == LocalityType::Unknown)
                return leaveOpen(unit, locality == nullptr ? u"missing-locality"_s : u"missing-locality-type"_s);
            if (!contains(m_scope.localityTypes, locality->state.type))
                return;
        }
        m_members.units.push_back(unit);
    }

    bool isExcepted(int unit)
    {
        return !m_scope.exceptNames.isEmpty() && m_scope.exceptNames.contains(m_facts.nameOf(unit));
    }

    void leaveOpen(int unit, const QString &missing)
    {
        m_members.perhaps.push_back(unit);
        m_members.gaps.push_back({unit, missing});
    }

    ChartFacts &m_facts;
    const Scope &m_scope;
    ScopeMembers m_members;
};

} // namespace

ScopeMembers membersOf(ChartFacts &facts, int anchor, const Scope &scope)
{
    return ScopeWalk(facts, scope).run(anchor);
}

} // namespace bomay

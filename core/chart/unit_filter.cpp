// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/unit_filter.h"

#include "core/base/numbers.h"

#include <QStringList>

#include <algorithm>

namespace bomay {

std::vector<UnitKind> hiddenKindsOf(const ChartView &view)
{
    std::vector<UnitKind> kinds;
    for (const QString &code : view.hiddenKinds.split(u' ', Qt::SkipEmptyParts))
        for (const auto &term : terms<UnitKind>())
            if (code == toQString(term.code))
                kinds.push_back(term.value);
    return kinds;
}

QString hiddenKindsText(const std::vector<UnitKind> &kinds)
{
    QStringList codes;
    for (const UnitKind kind : kinds)
        codes += codeOf(kind);
    return codes.join(u' ');
}

UnitFilter::UnitFilter(const OrgView &view, const ChartView &chart)
    : m_view(view)
    , m_root(chart.root)
    , m_kinds(hiddenKindsOf(chart))
{}

bool UnitFilter::showsKind(UnitKind kind) const
{
    return std::ranges::find(m_kinds, kind) == m_kinds.end();
}

bool UnitFilter::isThrough(int unit) const
{
    m_states.resize(m_view.units().size());
    State state = State::Through;
    int above = unit;
    for (; above >= 0; above = m_view.parentUnit(above)) {
        const ViewUnit &at = m_view.units()[uz(above)];
        if (at.id == m_root)
            m_states[uz(above)] = State::Through;
        else if (!showsKind(at.state.kind))
            m_states[uz(above)] = State::Hidden;
        if (m_states[uz(above)] != State::Unknown) {
            state = m_states[uz(above)];
            break;
        }
    }
    for (int at = unit; at != above; at = m_view.parentUnit(at))
        m_states[uz(at)] = state;
    return state == State::Through;
}

std::vector<int> UnitFilter::unitsBelow(int unit) const
{
    std::vector<int> units = m_view.unitsOfUnit(unit);
    std::erase_if(units, [this](int below) { return !shows(below); });
    return units;
}

bool UnitFilter::hasUnitsBelow(int unit) const
{
    return std::ranges::any_of(m_view.unitsOfUnit(unit), [this](int below) { return shows(below); });
}

int UnitFilter::countBelow(int unit) const
{
    const int node = m_view.unitsOfUnit(unit).empty() ? -1 : m_view.nodeOfUnit(unit);
    if (node < 0)
        return 0;
    const auto below = std::span(m_view.nodes()).subspan(uz(node) + 1, uz(m_view.nodes()[uz(node)].end - node - 1));
    return static_cast<int>(
        std::ranges::count_if(below, [this](const ViewNode &one) { return one.isUnit() && shows(one.item); }));
}

} // namespace bomay

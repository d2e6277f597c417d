// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/overseen_import.h"

#include "core/exchange/state_merge.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView kOverseenColumn = u"phu_trach";

} // namespace

OverseenImport::Overseen OverseenImport::read(RowReader &row) const
{
    Overseen overseen;
    for (const QString &code : row.list(kOverseenColumn)) {
        if (const UnitId unit = m_units.find(code); !unit.isNull()) {
            overseen.units.push_back(unit);
            continue;
        }
        overseen.isClear = false;
        row.keepUnread(kOverseenColumn, u"unknown-unit"_s, {{u"code"_s, code}, {u"near"_s, m_units.nearMisses(code)}});
    }
    return overseen;
}

void OverseenImport::put(const RowReader &row, PostId post, const Overseen &overseen, const Period &time)
{
    for (const UnitId unit : overseen.units)
        m_context.putRelation(RelationType::Oversees, post, unit, time);
    if (time != Period{} || m_context.base.find(post) == nullptr || !row.speaksOf(kOverseenColumn))
        return;
    Overseen &all = m_overseenBy[post];
    all.units.insert(all.units.end(), overseen.units.begin(), overseen.units.end());
    all.isClear = all.isClear && overseen.isClear;
}

void OverseenImport::removeFormer()
{
    for (const auto &[post, overseen] : m_overseenBy) {
        if (!overseen.isClear)
            continue;
        for (const RelationId id : m_context.base.graph().relationsFrom(post)) {
            const Relation *relation = m_context.base.find(id);
            const bool isMeant = relation->type == RelationType::Oversees && relation->to.isUnit() &&
                                 m_context.speaksOf(relation->period) && existsFor(relation->to.unit());
            if (isMeant && std::ranges::find(overseen.units, relation->to.unit()) == overseen.units.end())
                m_context.builder.remove(keyOf(id));
        }
    }
}

/// A file names no unit that was gone on its day.
bool OverseenImport::existsFor(UnitId unit) const
{
    const auto &states = m_context.base.find(unit)->states;
    const Period &period = states[stateOn(states, m_context.day)].period;
    return m_context.day.isEmpty() ? period.to.isEmpty() : period.contains(m_context.day.lastDay());
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_codes.h"

#include "core/base/vietnamese_text.h"
#include "core/model/provisional_code.h"

namespace bomay {

UnitCodes::UnitCodes(const Organisation &base)
{
    for (const Unit &unit : base.units()) {
        const UnitState &state = unit.states.back();
        const auto above = base.graph().parentOn(unit.id, RelationType::BelongsTo, state.period.firstDay());
        const Unit *parent = above ? base.find(above->unit()) : nullptr;
        const QString name = nameFold(state.name);
        m_known.insert({parent == nullptr ? QString() : parent->code, name}, unit.code);
        m_byName.insert(name, m_byName.contains(name) ? QString() : unit.code);
        m_taken.insert(unit.code);
    }
}

UnitCodes::Code UnitCodes::of(const QString &parent, const QString &name)
{
    const std::pair key(parent, nameFold(name));
    QString code = m_known.value(key);
    // A unit that moved is still the same, as long as no other is called like it.
    if (code.isEmpty() && !m_given.contains(m_byName.value(key.second)))
        code = m_byName.value(key.second);
    if (code.isEmpty())
        code = provisionalCode(name, [this](const QString &made) { return m_taken.contains(made); });
    m_taken.insert(code);
    m_known.insert(key, code);
    const bool isNew = !m_given.contains(code);
    m_given.insert(code);
    return {code, isNew};
}

} // namespace bomay

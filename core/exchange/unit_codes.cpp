// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_codes.h"

#include "core/base/vietnamese_text.h"
#include "core/exchange/import_context.h"
#include "core/model/provisional_code.h"

namespace bomay {

UnitCodes::UnitCodes(const Organisation &base)
{
    for (const Unit &unit : base.units()) {
        const Unit *above = base.find(lastUnit(base, unit.id));
        const QString parent = above == nullptr ? QString() : above->code;
        const QString name = nameFold(unit.states.back().name);
        m_known.insert({parent, name}, unit.code);
        m_byName.insert(name, m_byName.contains(name) ? Known{} : Known{unit.code, parent});
        m_taken.insert(unit.code);
    }
}

UnitCodes::Code UnitCodes::of(const QString &parent, const QString &name)
{
    const std::pair key(parent, nameFold(name));
    QString code = m_known.value(key, m_made.value(key));
    if (code.isEmpty())
        code = provisionalCode(name, [this](const QString &made) { return m_taken.contains(made); });
    m_taken.insert(code);
    m_made.insert(key, code);
    const bool isNew = !m_given.contains(code);
    m_given.insert(code);
    return {code, isNew};
}

UnitCodes::Known UnitCodes::inPlace(const QString &parent, const QString &name) const
{
    return {m_known.value({parent, nameFold(name)}), parent};
}

UnitCodes::Known UnitCodes::onlyNamed(const QString &name) const
{
    return m_byName.value(nameFold(name));
}

} // namespace bomay

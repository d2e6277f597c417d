// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_directory.h"

#include "core/base/vietnamese_text.h"
#include "core/exchange/state_merge.h"

#include <vector>

namespace bomay {

using namespace Qt::StringLiterals;

UnitDirectory::UnitDirectory(const ImportContext &context)
{
    std::vector<std::pair<QString, UnitId>> others; // named so on another day
    for (const Unit &unit : context.base.units()) {
        const UnitState &state = unit.states[stateOn(unit.states, context.day)];
        const Relation *place = context.relationUp(RelationType::BelongsTo, unit.id);
        addCode(unit.code, {unit.id, state.kind, place == nullptr ? UnitId{} : place->to.unit()});
        if (context.day.isEmpty() || context.isOnDay(state.period))
            addName(nameFold(state.name), unit.id);
        else
            others.emplace_back(nameFold(state.name), unit.id);
    }
    std::erase_if(others, [this](const auto &other) { return m_byName.contains(other.first); });
    for (const auto &[name, unit] : others)
        addName(name, unit);
}

void UnitDirectory::add(const QString &code, const QString &name, const KnownUnit &unit)
{
    addCode(code, unit);
    addName(nameFold(name), unit.id);
}

void UnitDirectory::addCode(const QString &code, const KnownUnit &unit)
{
    if (!m_byCode.contains(code))
        m_near.add(code);
    m_byCode.insert(code, unit.id);
    m_units[unit.id] = unit;
}

void UnitDirectory::addName(const QString &folded, UnitId unit)
{
    if (const auto same = m_byName.find(folded); same == m_byName.end())
        m_byName.insert(folded, unit);
    else if (*same != unit)
        *same = {};
}

UnitId UnitDirectory::find(const QString &codeOrName) const
{
    if (const auto code = m_byCode.constFind(codeOrName); code != m_byCode.constEnd())
        return *code;
    return m_byName.value(nameFold(codeOrName));
}

UnitId UnitDirectory::read(RowReader &row, QStringView column) const
{
    const QString code = row.name(column);
    const UnitId unit = code.isEmpty() ? UnitId{} : find(code);
    if (code.isEmpty())
        row.report(DiagnosticSeverity::Error, u"missing-code"_s, {}, column);
    else if (unit.isNull())
        row.report(DiagnosticSeverity::Error, u"unknown-unit"_s, {{u"code"_s, code}, {u"near"_s, nearMisses(code)}},
                   column);
    return unit;
}

KnownUnit UnitDirectory::describe(UnitId id) const
{
    const auto found = m_units.find(id);
    return found == m_units.end() ? KnownUnit{} : found->second;
}

QString UnitDirectory::nearMisses(const QString &text) const
{
    return m_near.to(text);
}

} // namespace bomay

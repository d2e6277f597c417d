// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/unit_directory.h"

#include "core/base/vietnamese_text.h"

namespace bomay {

using namespace Qt::StringLiterals;

UnitDirectory::UnitDirectory(const Organisation &base)
{
    for (const Unit &unit : base.units())
        add(unit.code, unit.states.back().name, {unit.id, unit.states.back().kind, lastUnit(base, unit.id)});
}

void UnitDirectory::add(const QString &code, const QString &name, const KnownUnit &unit)
{
    if (!m_byCode.contains(code))
        m_codesByLoose[looseCode(code)] += code;
    m_byCode.insert(code, unit.id);
    const QString folded = nameFold(name);
    if (const auto same = m_byName.find(folded); same == m_byName.end())
        m_byName.insert(folded, unit.id);
    else if (*same != unit.id)
        *same = {};
    m_units[unit.id] = unit;
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
    constexpr qsizetype kShown = 3;
    QStringList near = m_codesByLoose.value(looseCode(text));
    near.sort();
    return near.mid(0, kShown).join(u", ");
}

} // namespace bomay

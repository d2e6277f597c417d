// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_rows.h"

#include "core/base/messages.h"
#include "core/exchange/locality_import.h"
#include "core/exchange/post_import.h"
#include "core/exchange/unit_import.h"

#include <QFileInfo>

namespace bomay {

using namespace Qt::StringLiterals;

TakenColumns::TakenColumns(const SheetTable &table, std::initializer_list<ColumnMeaning> meanings)
    : m_table(table)
{
    for (const ColumnMeaning meaning : meanings)
        if (const auto column = table.meanings.find(meaning); column != table.meanings.end())
            m_columns.insert(column->second);
}

void TakenColumns::keepOthers(SheetRow &made, CellRow row) const
{
    for (const Cell &cell : row) {
        if (m_columns.contains(cell.column))
            continue;
        const QString text = cell.text.trimmed();
        const auto header = m_table.headers.find(cell.column);
        if (!text.isEmpty())
            made.custom.insert(header == m_table.headers.end() ? columnName(cell.column)
                                                               : QString(header->second).replace(u'\n', u" / "_s),
                               text);
    }
}

QString ForeignRows::unitFor(const SheetTable &table, const QString &above, const QString &name, const Cell *cell,
                             int row)
{
    const auto code = codes.of(above, name);
    if (!code.isNew)
        return code.code;
    SheetRow &unit = units.add(table, row);
    unit.counts = false;
    units.set(unit, u"ten", name, cell);
    units.set(unit, u"ma", code.code, cell);
    units.set(unit, mapped::kProvisional, u"1"_s, cell);
    if (!above.isEmpty())
        units.set(unit, u"ma_cap_tren", above, cell);
    return code.code;
}

void ForeignRows::note(const SheetTable &table, DiagnosticSeverity severity, const QString &code, MessageArgs args,
                       int row, int column)
{
    context.report.diagnostics.push_back(
        {severity, {code, std::move(args)}, {table.workbook->file, table.sheet->name, row, column}});
}

void ForeignRows::import()
{
    if (!localities.isEmpty())
        importLocalities(context, localities.rows());
    if (units.isEmpty() && posts.isEmpty())
        return;
    const UnitDirectory directory = importUnits(context, units.rows());
    importPosts(context, posts.rows(), directory);
}

QString baseNameOf(const SheetTable &table)
{
    return QFileInfo(table.workbook->file).completeBaseName();
}

} // namespace bomay

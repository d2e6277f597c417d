// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mapped_rows.h"

namespace bomay {

MappedRows::MappedRows(SheetId id)
    : m_cells(std::make_unique<std::deque<Cell>>())
{
    for (const SheetSpec &spec : templateSheets())
        if (spec.id == id)
            m_rows.spec = &spec;
}

SheetRow &MappedRows::add(const SheetTable &table, int number)
{
    SheetRow row{number, {}, {}};
    row.file = &table.workbook->file;
    row.sheet = &table.sheet->name;
    m_rows.rows.push_back(std::move(row));
    return m_rows.rows.back();
}

void MappedRows::set(SheetRow &row, std::u16string_view column, const Cell *cell)
{
    if (cell != nullptr)
        row.cells.insert(column, cell);
}

void MappedRows::set(SheetRow &row, std::u16string_view column, const QString &text, const Cell *cell)
{
    Cell made{row.row, cell == nullptr ? 0 : cell->column, CellType::Text, text};
    m_cells->push_back(std::move(made));
    set(row, column, &m_cells->back());
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/area_codes.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;
using enum ColumnMeaning;

bool namesAreaAbove(const QString &header)
{
    constexpr std::array<std::u16string_view, 9> kHeaders{u"ma tinh",       u"ma tinh thanh pho", u"ma huyen",
                                                          u"ma quan huyen", u"ma thanh pho",      u"province code",
                                                          u"city code",     u"area code",         u"district code"};
    const QString key = headerKey(header);
    return std::ranges::any_of(kHeaders, [&key](std::u16string_view word) { return key == QStringView(word); });
}

/// The column of the nearest area above; 0 = none.
int parentColumn(const SheetTable &table)
{
    int nearest = 0;
    qsizetype most = 0;
    for (const auto &[column, header] : table.headers) {
        if (!namesAreaAbove(header))
            continue;
        QSet<QString> codes;
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            if (const Cell *cell = cellAt(table.rows[i], column); cell != nullptr && table.parts[i] == RowPart::Data)
                codes.insert(cell->text.trimmed());
        if (codes.size() > most) {
            nearest = column;
            most = codes.size();
        }
    }
    return nearest;
}

/// A cell that names an area above, and where it stands.
struct NamedAbove
{
    const Cell *cell;
    const SheetTable *table;
};

void mapTable(ForeignRows &rows, const SheetTable &table, QSet<QString> &codes, std::vector<NamedAbove> &above)
{
    const int parent = parentColumn(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.parts[i] != RowPart::Data)
            continue;
        const CellRow row = table.rows[i];
        SheetRow &area = rows.localities.add(table, row.front().row);
        rows.localities.set(area, u"ma", table.cell(row, Code));
        rows.localities.set(area, u"ten", table.cell(row, Name));
        codes.insert(tidyName(table.text(row, Code)));
        const Cell *parentCell = parent == 0 ? nullptr : cellAt(row, parent);
        if (parentCell != nullptr && !parentCell->text.trimmed().isEmpty()) {
            rows.localities.set(area, u"ma_cap_tren", parentCell);
            above.push_back({parentCell, &table});
        }
        for (const Cell &cell : row)
            if (const auto header = table.headers.find(cell.column);
                header != table.headers.end() && !namesAreaAbove(header->second) && &cell != table.cell(row, Code) &&
                &cell != table.cell(row, Name))
                area.custom.insert(header->second, cell.text.trimmed());
    }
}

} // namespace

bool looksLikeAreaCodes(const SheetTable &table)
{
    return table.has(Code) && table.has(Name) && !table.has(Parent) && parentColumn(table) > 0;
}

bool looksLikeTopAreas(const SheetTable &table)
{
    return table.has(Code) && table.has(Name) && table.headers.size() == 2;
}

void mapAreaCodes(ForeignRows &rows, std::span<const SheetTable *const> tables)
{
    QSet<QString> codes;
    std::vector<NamedAbove> above;
    for (const SheetTable *table : tables)
        mapTable(rows, *table, codes, above);
    for (const Locality &known : rows.context.base.localities())
        codes.insert(known.code);
    for (const auto &[cell, table] : above) {
        const QString code = tidyName(cell->text);
        if (codes.contains(code))
            continue;
        codes.insert(code);
        SheetRow &area = rows.localities.add(*table, cell->row);
        area.counts = false;
        rows.localities.set(area, u"ma", code, cell);
        rows.localities.set(area, u"ten", code, cell);
        rows.note(*table, DiagnosticSeverity::Warning, u"area-made"_s, {{u"code"_s, code}}, cell->row, cell->column);
    }
}

} // namespace bomay

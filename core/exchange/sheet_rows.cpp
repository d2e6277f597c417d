// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet_rows.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/sheet_table.h"

#include <algorithm>
#include <map>
#include <span>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kHeaderSearchRows = 20;

const ColumnSpec *findColumn(const SheetSpec &spec, const QString &header)
{
    const QString key = templateKey(header);
    for (const ColumnSpec &column : spec.columns)
        if (key == templateKey(toQString(column.code)) || key == templateKey(toQString(column.vi)) ||
            key == templateKey(toQString(column.en)))
            return &column;
    return nullptr;
}

struct Header
{
    std::size_t index = 0; ///< in the list of rows
    int known = 0;
    std::map<int, const ColumnSpec *> columns;
    std::map<int, QString> custom;
};

Header readHeader(const SheetSpec &spec, CellRow row, std::size_t index)
{
    Header header{index, 0, {}, {}};
    for (const Cell &cell : row) {
        const ColumnSpec *column = findColumn(spec, cell.text);
        const bool repeated =
            std::ranges::any_of(header.columns, [column](const auto &c) { return c.second == column; });
        if (column != nullptr && !repeated) {
            header.columns.emplace(cell.column, column);
            ++header.known;
        } else if (const QString text = tidyName(cell.text); !text.isEmpty()) {
            header.custom.emplace(cell.column, text);
        }
    }
    return header;
}

/// The grey row of the written template.
bool isExample(CellRow cells)
{
    return !cells.empty() && searchFold(cells.front().text).startsWith(u"vi du"_s);
}

} // namespace

const SheetSpec *findSheetSpec(const QString &name)
{
    const QString key = templateKey(name);
    for (const SheetSpec &spec : templateSheets())
        if (key == templateKey(toQString(spec.code)) || key == templateKey(toQString(spec.vi)) ||
            key == templateKey(toQString(spec.en)))
            return &spec;
    return nullptr;
}

Result<SheetRows> readSheetRows(const Workbook &workbook, const Sheet &sheet, const SheetSpec &spec)
{
    const std::vector<CellRow> cellRows = splitRows(sheet);
    Header best;
    for (std::size_t i = 0; i < cellRows.size() && i < kHeaderSearchRows; ++i)
        if (Header header = readHeader(spec, cellRows[i], i); header.known > best.known)
            best = std::move(header);
    if (best.known == 0)
        return fail(u"no-header"_s, {{u"sheet"_s, sheet.name}}, {workbook.file, sheet.name});

    SheetRows result{&spec, workbook.file, sheet.name, {}, {}};
    for (const auto &[number, column] : best.columns)
        result.columns.emplace(column->code, number);
    for (std::size_t i = best.index + 1; i < cellRows.size(); ++i) {
        SheetRow row{cellRows[i].front().row, {}, {}};
        for (const Cell &cell : cellRows[i]) {
            // A formula without a result is an error without a text: it must be said, not passed over.
            if (QStringView(cell.text).trimmed().isEmpty() && cell.type != CellType::Error)
                continue;
            if (const auto column = best.columns.find(cell.column); column != best.columns.end())
                row.cells.insert(column->second->code, &cell);
            else if (const auto custom = best.custom.find(cell.column); custom != best.custom.end())
                row.custom.insert(custom->second, cell.text.trimmed());
            else
                row.custom.insert(columnName(cell.column), cell.text.trimmed());
        }
        if (!(row.cells.isEmpty() && row.custom.isEmpty()) && !isExample(cellRows[i]))
            result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace bomay

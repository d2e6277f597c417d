// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/hidden_cells.h"

#include "core/base/messages.h"
#include "core/base/numbers.h"
#include "core/exchange/diagnostics.h"

#include <algorithm>
#include <set>

namespace bomay {

using namespace Qt::StringLiterals;

void tellHidden(ImportReport &report, const Workbook &workbook, const Sheet &sheet, std::span<const CellRow> data)
{
    const auto note = [&](DiagnosticSeverity severity, const QString &code, MessageArgs args, int row, int column) {
        report.diagnostics.push_back({severity, {code, std::move(args)}, {workbook.file, sheet.name, row, column}});
    };
    if (sheet.state == SheetState::Hidden && !data.empty())
        note(DiagnosticSeverity::Warning, u"hidden-sheet"_s, {{u"sheet"_s, sheet.name}}, 0, 0);
    const auto isHiddenRow = [&sheet](CellRow row) { return isHidden(sheet.hiddenRows, row.front().row); };
    if (const auto first = std::ranges::find_if(data, isHiddenRow); first != data.end()) {
        const int row = first->front().row;
        note(DiagnosticSeverity::Warning, u"hidden-rows"_s,
             {{u"count"_s, QString::number(std::ranges::count_if(first, data.end(), isHiddenRow))},
              {u"row"_s, QString::number(row)}},
             row, first->front().column);
    }
    if (sheet.hiddenColumns.empty())
        return;
    std::set<int> columns;
    for (const CellRow row : data)
        for (const Cell &cell : row)
            if (isHidden(sheet.hiddenColumns, cell.column))
                columns.insert(cell.column);
    if (!columns.empty())
        note(DiagnosticSeverity::Info, u"hidden-columns"_s,
             {{u"count"_s, QString::number(columns.size())}, {u"column"_s, columnName(*columns.begin())}}, 0,
             *columns.begin());
}

bool isHidden(std::span<const HiddenRange> ranges, int number)
{
    const auto behind = std::ranges::upper_bound(ranges, number, {}, &HiddenRange::first);
    return behind != ranges.begin() && number <= (behind - 1)->last;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sheets.h"

namespace bomay {

Sheet sheetOf(const QString &name, const QStringList &lines)
{
    Sheet sheet{name, SheetState::Visible, {}};
    for (int row = 0; row < lines.size(); ++row) {
        const QStringList cells = lines[row].split(u'|');
        for (int column = 0; column < cells.size(); ++column)
            if (!cells[column].isEmpty())
                sheet.cells.push_back({row + 1, column + 1, CellType::Text, cells[column], false});
    }
    return sheet;
}

Sheet withMerges(Sheet sheet, std::vector<CellRange> merges)
{
    sheet.merges = std::move(merges);
    return sheet;
}

Result<ImportPlan> planOf(const std::vector<Sheet> &sheets, const Organisation &base)
{
    const Workbook workbook{QStringLiteral("tệp.xlsx"), sheets};
    SeededIdSource ids("sheets");
    return planImport({&workbook, 1}, base, ids);
}

QStringList remarks(const ImportReport &report)
{
    QStringList codes;
    for (const Diagnostic &diagnostic : report.diagnostics)
        if (diagnostic.severity != DiagnosticSeverity::Info)
            codes += QStringLiteral("%1@%2").arg(diagnostic.message.code).arg(diagnostic.place.row);
    return codes;
}

} // namespace bomay

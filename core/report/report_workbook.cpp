// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_workbook.h"

#include "core/base/numbers.h"

#include <QRegularExpression>
#include <QSet>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kLongestSheetName = 31; ///< of XLSX
constexpr double kCharactersPerShare = 12;
constexpr double kTextWidth = 110;

/// A name that XLSX takes and no other sheet has.
QString sheetName(const QString &wanted, QSet<QString> &taken)
{
    static const QRegularExpression kForbidden(uR"([\[\]:*?/\\'])"_s);
    const QString plain = QString(wanted).replace(kForbidden, u" "_s).trimmed();
    QString name = plain.left(kLongestSheetName);
    for (int number = 2; name.isEmpty() || taken.contains(name.toLower()); ++number) {
        const QString suffix = u" %1"_s.arg(number);
        name = plain.left(kLongestSheetName - suffix.size()) + suffix;
    }
    taken.insert(name.toLower());
    return name;
}

OutSheet sheetOf(const TableBlock &table, QSet<QString> &taken)
{
    OutSheet sheet{sheetName(table.name, taken)};
    sheet.frozenRows = 1;
    for (int i = 0; i < sizeOf(table.columns); ++i) {
        sheet.columns.push_back({kCharactersPerShare * table.columns[uz(i)].share});
        sheet.cells.push_back({1, i + 1, table.columns[uz(i)].title, false, CellStyle::Title});
    }
    for (int row = 0; row < sizeOf(table.rows); ++row) {
        const CellStyle style = row >= sizeOf(table.rows) - table.boldRows ? CellStyle::Total : CellStyle::Plain;
        for (int i = 0; i < sizeOf(table.columns); ++i) {
            const QString text = table.rows[uz(row)].value(i);
            if (text.isEmpty())
                continue;
            bool isNumber = false;
            text.toInt(&isNumber);
            sheet.cells.push_back({row + 2, i + 1, text, isNumber && table.columns[uz(i)].isNumber, style});
        }
    }
    return sheet;
}

} // namespace

OutWorkbook workbookOf(const ReportDocument &report, std::optional<Day> created)
{
    OutWorkbook workbook{report.title, {}, created};
    QSet<QString> taken;
    OutSheet words{sheetName(report.title, taken)};
    words.columns.push_back({kTextWidth});
    int row = 0;
    words.cells.push_back({++row, 1, report.title, false, CellStyle::Title});
    words.cells.push_back({++row, 1, report.subtitle, false, CellStyle::Plain});
    workbook.sheets.push_back({});
    for (const ReportBlock &block : report.blocks) {
        if (const auto *heading = std::get_if<HeadingBlock>(&block))
            words.cells.push_back({++row, 1, heading->text, false, CellStyle::Title});
        else if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            words.cells.push_back({++row, 1, paragraph->text, false, CellStyle::Plain});
        else
            workbook.sheets.push_back(sheetOf(std::get<TableBlock>(block), taken));
    }
    workbook.sheets.front() = std::move(words);
    return workbook;
}

} // namespace bomay

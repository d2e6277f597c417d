// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_output.h"
#include "core/decree/ledger_text.h"
#include "core/decree/office_word.h"
#include "core/report/reports.h"
#include "core/table/xlsx_writer.h"

#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

bool isNumberColumn(std::size_t column)
{
    const auto as = static_cast<LedgerColumn>(column);
    return as == LedgerColumn::Ceiling || as == LedgerColumn::Allotted || as == LedgerColumn::InPost ||
           as == LedgerColumn::Vacant || as == LedgerColumn::Surplus;
}

void addLine(OutSheet &sheet, const LedgerCells &cells, int row, CellStyle style)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].isEmpty())
            sheet.cells.push_back(
                {row, static_cast<int>(i) + 1, cells[i], style == CellStyle::Plain && isNumberColumn(i), style});
}

/// A sheet with its titles, still without rows.
OutSheet sheetOf(const CommandContext &context, const QString &name)
{
    constexpr std::array kWidths{14.0, 48.0, 10.0, 48.0, 10.0, 32.0, 10.0, 10.0, 10.0, 12.0};
    OutSheet sheet{name};
    for (const double width : kWidths)
        sheet.columns.push_back({width});
    addLine(sheet, ledgerHeaders(context.messages, context.language), 1, CellStyle::Title);
    sheet.frozenRows = 1;
    return sheet;
}

OutWorkbook workbookOf(const DeputyLedger &ledger, const CommandContext &context)
{
    const auto text = [&context](const QString &code, const MessageArgs &args = {}) {
        return context.messages.text({code, args}, context.language);
    };
    OutWorkbook workbook{text(u"ledger-heading"_s, {{u"date"_s, ledger.day.toVietnamese()}}),
                         {sheetOf(context, text(u"ledger-sheet"_s)), sheetOf(context, text(u"ledger-total"_s))},
                         {}};
    int row = 1;
    for (const LedgerRow &entry : ledger.rows)
        addLine(workbook.sheets.front(), ledgerCells(entry, context.messages, context.language), ++row,
                CellStyle::Plain);
    row = 1;
    for (const LedgerTotal &total : ledger.totals)
        addLine(workbook.sheets.back(), ledgerCells(total, context.messages, context.language), ++row,
                CellStyle::Plain);
    return workbook;
}

Result<> writeWorkbook(const DeputyLedger &ledger, const CommandContext &context)
{
    const QString path = context.arguments.value(u"-o"_s);
    if (path.isEmpty())
        return fail(u"missing-option"_s, {{u"option"_s, u"-o"_s}});
    OutWorkbook workbook = workbookOf(ledger, context);
    BM_TRY(workbook.created, context.arguments.day(u"--date"_s));
    return writeXlsx(workbook, path);
}

} // namespace

ExitCode runLedger(const CommandContext &context)
{
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    for (const Error &error : (*session)->packs().errors)
        context.refuse(error);
    const DeputyLedger ledger = deputyLedger((*session)->organisation(), (*session)->view(), (*session)->packs().packs,
                                             optionsOf((*session)->organisation()));
    const QString format = context.arguments.value(u"--format"_s);
    if (format == u"xlsx"_s) {
        const auto written = writeWorkbook(ledger, context);
        return written ? ExitCode::Done : context.refuse(written.error());
    }
    if (format == u"pdf"_s) {
        const auto written = writeReport(
            context, **session,
            ledgerDocument(ledger, (*session)->organisation().info().title, context.messages, context.language),
            format);
        return written ? ExitCode::Done : context.refuse(written.error());
    }
    QByteArray bytes;
    // Text streams take the mark for one of their own.
    if (format == u"csv"_s && !context.arguments.has(u"-o"_s))
        context.out << QChar(QChar::ByteOrderMark);
    if (format == u"json"_s)
        bytes = QJsonDocument(toJson(ledger, context.messages)).toJson();
    else if (format == u"csv"_s)
        bytes = ledgerCsv(ledger, context.messages, context.language);
    else
        bytes = ledgerText(ledger, context.messages, context.language).toUtf8();
    if (const auto written = writeOutput(context, context.arguments.value(u"-o"_s), bytes); !written)
        return context.refuse(written.error());
    return ExitCode::Done;
}

} // namespace bomay

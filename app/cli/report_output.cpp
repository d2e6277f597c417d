// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_output.h"

#include "core/chart/font_table.h"
#include "core/render/pdf_writer.h"
#include "core/report/annex.h"
#include "core/report/report_workbook.h"
#include "core/report/reports.h"
#include "core/report/typesetter.h"

#include <QFileInfo>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<> writeReport(const CommandContext &context, const Session &session, const ReportDocument &report,
                     const QString &format)
{
    const QString path = context.arguments.value(u"-o"_s);
    if (path.isEmpty())
        return fail(u"missing-option"_s, {{u"option"_s, u"-o"_s}});
    BM_TRY(const std::optional<Day> created, context.arguments.day(u"--date"_s));
    if (format == u"xlsx"_s)
        return writeXlsx(workbookOf(report, created), path);
    BM_TRY(const FontTable fonts, FontTable::builtIn());
    PdfProperties properties{report.title, u"Bộ Máy " BOMAY_VERSION ""_s,
                             created.value_or(Day::fromDate(QDate::currentDate()))};
    properties.author = session.author();
    properties.subject = report.subtitle;
    PaperDocument document = typeset(report, {}, fonts);
    numberPages(document, kDecreeMargins, fonts);
    return writePdf(document, properties, path);
}

ExitCode runStaffing(const CommandContext &context)
{
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    const QString path = context.arguments.value(u"-o"_s);
    const QString format = QFileInfo(path).suffix().toLower();
    if (!path.isEmpty() && format != u"pdf"_s && format != u"xlsx"_s)
        return context.refuse(
            {{u"unknown-format"_s, {{u"format"_s, format}, {u"allowed"_s, u"pdf, xlsx"_s}}}, {.file = path}});
    const ReportDocument report = staffingDocument((*session)->view(), (*session)->organisation().info().title,
                                                   context.messages, context.language);
    if (const auto written = writeReport(context, **session, report, format); !written)
        return context.refuse(written.error());
    context.out << context.messages.text({u"export-written"_s, {{u"file"_s, path}}}, context.language) << '\n';
    return ExitCode::Done;
}

} // namespace bomay

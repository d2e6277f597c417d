// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/export_chart.h"
#include "core/exchange/organisation_json.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"

#include <QFileInfo>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// The day in view as a filled template: what an import takes back.
Result<> exportTemplate(const CommandContext &context, const Session &session, const QString &path)
{
    BM_TRY(const std::optional<Day> created, context.arguments.day(u"--date"_s));
    const Workbook rows = templateRows(session.organisation(), session.view());
    BM_TRY(const OutWorkbook workbook, templateWorkbook(&rows, created));
    return writeXlsx(workbook, path);
}

} // namespace

ExitCode runExport(const CommandContext &context)
{
    const QString path = context.arguments.value(u"-o"_s);
    if (path.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    const QString format = QFileInfo(path).suffix().toLower();
    Result<> written;
    if (format == u"pdf"_s || format == u"svg"_s || format == u"png"_s)
        written = exportChart(context, **session, path);
    else if (format == u"json"_s)
        written = writeOutput(context, path, canonicalJson((*session)->organisation()));
    else if (format == u"xlsx"_s)
        written = exportTemplate(context, **session, path);
    else
        written = fail(u"unknown-format"_s, {{u"format"_s, format}, {u"allowed"_s, u"pdf, svg, png, xlsx, json"_s}},
                       {.file = path});
    if (!written)
        return context.refuse(written.error());
    context.out << context.messages.text({u"export-written"_s, {{u"file"_s, path}}}, context.language) << '\n';
    return ExitCode::Done;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/exchange/organisation_json.h"
#include "core/render/pdf_writer.h"

#include <QFileInfo>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kReadablePoints = 6; ///< below this, letters on paper are hard to read: say so

Orientation orientationOf(const QString &name)
{
    if (name == u"portrait"_s)
        return Orientation::Portrait;
    return name == u"landscape"_s ? Orientation::Landscape : Orientation::Automatic;
}

Result<> exportPdf(const CommandContext &context, const Session &session, const QString &path)
{
    BM_TRY(const FontTable fonts, FontTable::builtIn());
    BM_TRY(const std::optional<Day> created, context.arguments.day(u"--date"_s));
    if (session.view().units().empty())
        return fail(u"nothing-to-draw"_s, {{u"date"_s, session.asOf().toVietnamese()}});
    const PageRequest request =
        pageRequestFor(session.organisation().info(), session.asOf(),
                       paperSizeOf(context.arguments.value(u"--paper"_s, u"A3"_s)).value_or(PaperSize::A3),
                       orientationOf(context.arguments.value(u"--orientation"_s)));
    if (const int unplaced = session.view().unplacedCount(); unplaced > 0)
        context.err << context.messages.text({u"chart-unplaced"_s, {{u"count"_s, QString::number(unplaced)}}},
                                             context.language)
                    << '\n';
    const Page page = fitChart(session.view(), request, fonts);
    if (page.unfoldedText)
        context.out << context.messages.text({u"page-folded"_s,
                                              {{u"points"_s, QString::number(page.smallestText, 'f', 1)},
                                               {u"unfolded"_s, QString::number(*page.unfoldedText, 'f', 1)}}},
                                             context.language)
                    << '\n';
    if (page.smallestText < kReadablePoints)
        context.err << context.messages.text({u"page-text-small"_s,
                                              {{u"points"_s, QString::number(page.smallestText, 'f', 1)},
                                               {u"paper"_s, nameOf(request.paper)}}},
                                             context.language)
                    << '\n';
    return writePdf(
        {{page}}, {request.title, u"Bộ Máy " BOMAY_VERSION ""_s, created.value_or(Day::fromDate(QDate::currentDate()))},
        path);
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
    if (format == u"pdf"_s)
        written = exportPdf(context, **session, path);
    else if (format == u"json"_s)
        written = writeOutput(context, path, canonicalJson((*session)->organisation()));
    else
        written = fail(u"unknown-format"_s, {{u"format"_s, format}, {u"allowed"_s, u"pdf, json"_s}}, {.file = path});
    if (!written)
        return context.refuse(written.error());
    context.out << context.messages.text({u"export-written"_s, {{u"file"_s, path}}}, context.language) << '\n';
    return ExitCode::Done;
}

} // namespace bomay

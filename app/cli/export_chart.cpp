// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_chart.h"

#include "app/cli/view_choice.h"
#include "core/chart/chart_builder.h"
#include "core/chart/font_table.h"
#include "core/chart/paper_chart.h"
#include "core/render/pdf_writer.h"
#include "core/render/picture_writer.h"
#include "core/report/annex_document.h"

#include <QFile>
#include <QFileInfo>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Reads `--pages auto|one|booklet|tiles|tiles:CxR`.
Result<> readPages(const QString &text, PaperRequest &request)
{
    if (text.isEmpty() || text == u"auto"_s)
        return {};
    if (text == u"one"_s) {
        request.mode = PageMode::One;
        return {};
    }
    if (text == u"booklet"_s) {
        request.mode = PageMode::Booklet;
        return {};
    }
    request.mode = PageMode::Sheets;
    if (text == u"tiles"_s)
        return {};
    const QStringList numbers = text.startsWith(u"tiles:"_s) ? text.mid(6).split(u'x') : QStringList{};
    constexpr int kMost = 100;
    if (numbers.size() == 2) {
        request.sheets = {numbers[0].toInt(), numbers[1].toInt()};
        if (request.sheets.width() >= 1 && request.sheets.width() <= kMost && request.sheets.height() >= 1 &&
            request.sheets.height() <= kMost)
            return {};
    }
    return fail(
        u"bad-value"_s,
        {{u"option"_s, u"--pages"_s}, {u"value"_s, text}, {u"allowed"_s, u"auto, one, booklet, tiles, tiles:2x3"_s}});
}

Result<PaperRequest> requestOf(const CommandContext &context, const Session &session, const ChartView &view)
{
    PaperRequest request;
    if (const QString paper = context.arguments.value(u"--paper"_s);
        context.arguments.has(u"--paper"_s) && !paperSizeOf(paper))
        return fail(
            u"bad-value"_s,
            {{u"option"_s, u"--paper"_s},
             {u"value"_s, paper},
             {u"allowed"_s, u"A4, A3, A2, A1, A0, 900x1200 (%1 … %2 mm)"_s.arg(kShortestSide).arg(kLongestSide)}});
    request.page = titledPageFor(session.view(), session.organisation().info(), view);
    BM_TRY_VOID(readPages(context.arguments.value(u"--pages"_s), request));
    return request;
}

/// Says why the chart stands on paper as it does.
void tellOf(const ChartPages &chart, const PaperRequest &request, const CommandContext &context)
{
    const auto points = [](double size) { return QString::number(size, 'f', 1); };
    const auto text = [&context](const Message &message) { return context.messages.text(message, context.language); };
    if (chart.unfoldedText)
        context.out << text({u"page-folded"_s,
                             {{u"points"_s, points(chart.smallestText)}, {u"unfolded"_s, points(*chart.unfoldedText)}}})
                    << '\n';
    if (chart.onePageText)
        context.out << text({u"page-on-sheets"_s,
                             {{u"one"_s, points(*chart.onePageText)},
                              {u"paper"_s, nameOf(request.page.paper)},
                              {u"floor"_s, points(request.floor)},
                              {u"pages"_s, QString::number(chart.source->count())},
                              {u"points"_s, points(chart.smallestText)}}})
                    << '\n';
    else if (const std::optional<Message> note = smallPagesNote(chart, request))
        context.err << text(*note) << '\n';
    else if (chart.smallestText < request.floor)
        context.err << text({u"page-text-small"_s,
                             {{u"points"_s, points(chart.smallestText)}, {u"paper"_s, nameOf(request.page.paper)}}})
                    << '\n';
}

Result<PictureOptions> pictureOptions(const CommandContext &context, const QString &path)
{
    PictureOptions options;
    if (QFileInfo(path).suffix().compare(u"svg"_s, Qt::CaseInsensitive) == 0)
        options.format = PictureFormat::Svg;
    if (context.arguments.value(u"--svg-text"_s) == u"outlines"_s)
        options.text = SvgText::Outlines;
    const QString dpi = context.arguments.value(u"--dpi"_s, QString::number(options.dotsPerInch));
    options.dotsPerInch = dpi.toInt();
    if (options.dotsPerInch < kFewestDots || options.dotsPerInch > kMostDots)
        return fail(u"bad-value"_s, {{u"option"_s, u"--dpi"_s},
                                     {u"value"_s, dpi},
                                     {u"allowed"_s, u"%1 … %2"_s.arg(kFewestDots).arg(kMostDots)}});
    return options;
}

void tell(QTextStream &stream, const Message &message, const CommandContext &context)
{
    stream << context.messages.text(message, context.language) << '\n';
}

Result<AnnexRequest> annexRequest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, path}}, {path}, file.errorString());
    constexpr qint64 kLongest = 1 << 16;
    BM_TRY(AnnexRequest annex, readAnnex(file.read(kLongest), path));
    if (annex.fields.title.isEmpty())
        return fail(u"annex-slip-title"_s, {}, {path});
    return annex;
}

/// Which letters the file gets; a stand-in is said.
PaperFace faceFor(const CommandContext &context)
{
    if (isTimesNewRomanInstalled())
        return PaperFace::TimesNewRoman;
    tell(context.err, {u"annex-font-builtin"_s}, context);
    return PaperFace::BuiltIn;
}

/// What goes into the file.
struct Sheets
{
    std::unique_ptr<PageSource> source;
    PdfProperties properties;
};

/// The chart as the annex that `--annex` describes; paper and orientation of the view or of an option go before its
/// own.
Result<> takeAnnex(const CommandContext &context, const Session &session, const ChartView &view,
                   const PageRequest &page, const FontTable &fonts, Sheets &sheets)
{
    BM_TRY(AnnexRequest wanted, annexRequest(context.arguments.value(u"--annex"_s)));
    if (!view.paper.isEmpty())
        wanted.paper = page.paper;
    if (view.landscape)
        wanted.orientation = page.orientation;
    wanted.withStaffing = wanted.withStaffing || context.arguments.has(u"--with-staffing"_s);
    AnnexDocument annex = annexDocument(session.view(), wanted, context.messages, context.language, fonts,
                                        chartOptionsFor(session.organisation(), view, session.asOf()));
    for (const Message &note : annex.notes)
        tell(context.err, note, context);
    sheets.source = keptPages(std::move(annex.document));
    sheets.properties.title = wanted.fields.title;
    sheets.properties.subject = wanted.fields.form == AnnexForm::Plain ? page.subtitle : annexReference(wanted.fields);
    return {};
}

/// Says what the chart does not show, or not as the screen does.
void tellOfChart(const CommandContext &context, const Session &session, const ChartOptions &options)
{
    if (const int unplaced = session.view().unplacedCount(); unplaced > 0)
        tell(context.err, {u"chart-unplaced"_s, {{u"count"_s, QString::number(unplaced)}}}, context);
    if (const std::optional<Message> note = paperNote(options))
        tell(context.err, *note, context);
}

} // namespace

Result<> exportChart(const CommandContext &context, const Session &session, const QString &path)
{
    BM_TRY(const FontTable fonts, FontTable::builtIn());
    BM_TRY(const std::optional<Day> created, context.arguments.day(u"--date"_s));
    BM_TRY(const ChartView view, wantedView(context, session.organisation()));
    BM_TRY(const PaperRequest request, requestOf(context, session, view));
    const ChartOptions options = chartOptionsFor(session.organisation(), view, session.asOf());
    if (const std::optional<Message> nothing = whyNothingIsDrawn(session.view(), options))
        return fail(nothing->code, nothing->args);
    tellOfChart(context, session, options);
    const bool isPdf = QFileInfo(path).suffix().compare(u"pdf"_s, Qt::CaseInsensitive) == 0;
    const bool isAnnex = context.arguments.has(u"--annex"_s);
    Sheets sheets{
        {}, {request.page.title, u"Bộ Máy " BOMAY_VERSION ""_s, created.value_or(Day::fromDate(QDate::currentDate()))}};
    sheets.properties.author = session.author();
    sheets.properties.subject = request.page.subtitle;
    if (isAnnex) {
        BM_TRY_VOID(takeAnnex(context, session, view, request.page, fonts, sheets));
    } else {
        BM_TRY(ChartPages chart, chartPages(session.view(), request, fonts, options));
        tellOf(chart, request, context);
        sheets.source = std::move(chart.source);
    }
    if (!isPdf) {
        BM_TRY(const PictureOptions pictures, pictureOptions(context, path));
        BM_TRY(const PaperDocument document, allPages(*sheets.source));
        return writePictures(document, sheets.properties.title, pictures, path);
    }
    if (isAnnex)
        sheets.properties.face = faceFor(context);
    if (context.arguments.value(u"--pdf"_s) == u"a-1b"_s)
        sheets.properties.profile = PdfProfile::A1b;
    return writePdf(*sheets.source, sheets.properties, path);
}

} // namespace bomay

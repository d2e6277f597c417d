// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/paper_commands.h"

#include "core/base/progress_part.h"
#include "core/change/edits_views.h"
#include "core/chart/chart_builder.h"
#include "core/decree/office_word.h"
#include "core/render/pdf_writer.h"
#include "core/report/annex_document.h"
#include "core/report/report_workbook.h"
#include "core/report/reports.h"
#include "core/report/typesetter.h"
#include "ui/window/file_names.h"
#include "ui/window/printing.h"

#include <QDir>
#include <QFileInfo>
#include <QPrinter>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Day today()
{
    return Day::fromDate(QDate::currentDate());
}

PaperChoice choiceOf(const AnnexRequest &annex)
{
    PaperChoice choice;
    choice.annex = annex.fields;
    choice.paper = annex.paper;
    choice.orientation = annex.orientation;
    choice.withStaffing = annex.withStaffing;
    return choice;
}

AnnexRequest annexOf(const PaperChoice &choice)
{
    return {choice.annex, choice.paper, choice.orientation, choice.withStaffing};
}

} // namespace

PaperCommands::PaperCommands(const UiContext &context, Dialogs &dialogs, const FontTable &fonts, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_dialogs(dialogs)
    , m_fonts(fonts)
{
    connect(&context.document, &Document::replaced, this, [this] {
        m_prints.clear();
        m_files.clear();
        m_annexes.clear();
    });
}

QString PaperCommands::text(const Message &message) const
{
    return m_context.messages.text(message, m_context.language);
}

QString PaperCommands::title() const
{
    const Document &document = m_context.document;
    return titledPageFor(document.view(), document.organisation().info(), document.chartOptions().view).title;
}

bool PaperCommands::hasChart()
{
    const auto nothing = whyNothingIsDrawn(m_context.document.view(), m_context.document.chartOptions());
    if (nothing)
        m_dialogs.tell(text(*nothing));
    return !nothing;
}

PdfProperties PaperCommands::propertiesOf(const QString &title, const QString &subject) const
{
    PdfProperties properties{title, u"Bộ Máy " BOMAY_VERSION ""_s, today()};
    properties.author = m_context.document.session().author();
    properties.subject = subject;
    return properties;
}

bool PaperCommands::writeDocument(const PaperDocument &document, const PdfProperties &properties, const QString &path)
{
    return checkWritten(writePdf(document, properties, path, m_dialogs.showProgress(tr("Đang ghi PDF…"))));
}

bool PaperCommands::checkWritten(const Result<> &written)
{
    if (!written)
        tellOf(written.error());
    return written.has_value();
}

void PaperCommands::tellOf(const Error &error)
{
    if (error.code() == u"cancelled"_s)
        Q_EMIT said(tr("Đã dừng. Chưa ghi gì; tệp cũ nếu có vẫn như trước."));
    else
        m_dialogs.tell(m_context.messages.describe(error, m_context.language));
}

void PaperCommands::sayWritten(const QString &path)
{
    Q_EMIT said(tr("Đã ghi %1").arg(QDir::toNativeSeparators(path)));
}

void PaperCommands::sayExported(const QString &path, const PaperFacts &chart, PaperSize paper)
{
    const auto points = [](double size) { return QString::number(size, 'f', 1); };
    const QString done = tr("Đã xuất %1 (khổ %2, chữ nhỏ nhất %3 pt)")
                             .arg(QDir::toNativeSeparators(path), nameOf(paper), points(chart.smallestText));
    if (chart.onePageText)
        Q_EMIT said(tr("%1. Trên một trang chữ chỉ %2 pt, nên sơ đồ được chia thành nhiều tờ để ghép.")
                        .arg(done, points(*chart.onePageText)));
    else if (chart.unfoldedText)
        Q_EMIT said(tr("%1. Các nhánh được xếp thành hàng, cột; nếu mỗi nhánh một hàng thì chỉ %2 pt.")
                        .arg(done, points(*chart.unfoldedText)));
    else
        Q_EMIT said(done);
}

void PaperCommands::exportPdf(const QString &suggestion)
{
    if (!hasChart())
        return;
    const QString path = m_dialogs.fileToSave(tr("Xuất PDF"), suggestion, tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    const Document &document = m_context.document;
    const ChartOptions options = document.chartOptions();
    PaperRequest request;
    request.page = titledPageFor(document.view(), document.organisation().info(), options.view);
    Progress progress = m_dialogs.showProgress(tr("Đang xuất PDF…"));
    const auto chart = chartPages(document.view(), request, m_fonts, options, partOf(progress, 0, 2));
    Result<> written;
    if (chart)
        written = writePdf(*chart->source, propertiesOf(request.page.title, request.page.subtitle), path,
                           partOf(progress, 1, 2));
    progress = {}; // what shows it goes before anything is said
    if (!chart)
        tellOf(chart.error());
    if (!chart || !checkWritten(written))
        return;
    if (const int unplaced = document.view().unplacedCount(); unplaced > 0)
        m_dialogs.tell(text({u"chart-unplaced"_s, {{u"count"_s, QString::number(unplaced)}}}));
    if (const std::optional<Message> note = paperNote(options))
        m_dialogs.tell(text(*note));
    sayExported(path, *chart, request.page.paper);
}

PaperRequest PaperCommands::requestOf(const PaperChoice &choice) const
{
    PaperRequest request;
    request.page = titledPageFor(m_context.document.view(), m_context.document.organisation().info(),
                                 m_context.document.chartOptions().view);
    request.page.paper = choice.paper;
    request.page.orientation = choice.orientation;
    request.mode = choice.pages;
    request.sheets = choice.sheets;
    return request;
}

PaperPreview PaperCommands::composeChart(const PaperChoice &choice) const
{
    const ChartOptions options = m_context.document.chartOptions();
    const PaperRequest request = requestOf(choice);
    auto chart = chartOnPaper(m_context.document.view(), request, m_fonts, options);
    if (!chart)
        return {{}, {m_context.messages.describe(chart.error(), m_context.language)}};
    PaperPreview preview{std::move(chart->document), {tr("Chữ nhỏ nhất: %1 pt.").arg(chart->smallestText, 0, 'f', 1)}};
    if (const int unplaced = m_context.document.view().unplacedCount(); unplaced > 0)
        preview.notes += text({u"chart-unplaced"_s, {{u"count"_s, QString::number(unplaced)}}});
    if (const std::optional<Message> note = paperNote(options))
        preview.notes += text(*note);
    if (chart->onePageText)
        preview.notes += tr("Trên một trang chữ chỉ %1 pt, nên sơ đồ được chia thành nhiều tờ để ghép.")
                             .arg(*chart->onePageText, 0, 'f', 1);
    else if (const std::optional<Message> note = smallPagesNote(*chart, request))
        preview.notes += text(*note);
    else if (chart->smallestText < kPosterFloor)
        preview.notes += tr("Chữ nhỏ khó đọc: nên chọn khổ giấy lớn hơn hoặc ghép từ nhiều tờ.");
    return preview;
}

std::optional<PaperDocument> PaperCommands::pagesOf(const PaperChoice &choice)
{
    auto chart = chartOnPaper(m_context.document.view(), requestOf(choice), m_fonts, m_context.document.chartOptions(),
                              m_dialogs.showProgress(tr("Đang dựng trang…")));
    if (chart)
        return std::move(chart->document);
    if (chart.error().code() == u"cancelled"_s)
        Q_EMIT said(tr("Đã dừng."));
    else
        tellOf(chart.error());
    return std::nullopt;
}

void PaperCommands::exportChart(const QString &suggestion)
{
    if (!hasChart())
        return;
    const Document &document = m_context.document;
    const ChartOptions options = document.chartOptions();
    const PageRequest page = titledPageFor(document.view(), document.organisation().info(), options.view);
    PaperChoice start;
    start.paper = page.paper;
    start.orientation = page.orientation;
    start.pages = PageMode::Automatic;
    PaperChoice &known = m_files.try_emplace(document.chartView().id, start).first->second;
    const auto compose = [this](const PaperChoice &choice) { return composeChart(choice); };
    const auto choice = m_dialogs.askPaper({tr("Xuất sơ đồ"), tr("Xuất…"), PaperUse::File, known, compose});
    if (!choice)
        return;
    known = *choice;
    const QString filter = choice->format == FileFormat::Pdf   ? tr("PDF (*.pdf)")
                           : choice->format == FileFormat::Png ? tr("Ảnh PNG (*.png)")
                                                               : tr("Hình vẽ SVG (*.svg)");
    const auto pages = pagesOf(*choice);
    const QString path = pages ? m_dialogs.fileToSave(tr("Xuất sơ đồ"), suggestion, filter) : QString();
    if (path.isEmpty() || (choice->format != FileFormat::Pdf && !mayWritePictures(path, *pages)))
        return;
    PdfProperties properties = propertiesOf(page.title, page.subtitle);
    properties.profile = choice->isArchive ? PdfProfile::A1b : PdfProfile::Plain;
    const bool isWritten = choice->format == FileFormat::Pdf
                               ? writeDocument(*pages, properties, path)
                               : checkWritten(writePictures(*pages, page.title, choice->picture, path,
                                                            m_dialogs.showProgress(tr("Đang vẽ hình…"))));
    const std::size_t count = choice->format == FileFormat::Pdf ? 1 : pages->pages.size();
    if (isWritten && count > 1)
        Q_EMIT said(tr("Đã ghi %n hình, từ %1 đến %2", nullptr, static_cast<int>(count))
                        .arg(QDir::toNativeSeparators(pathOfPage(path, *pages, 0)),
                             QFileInfo(pathOfPage(path, *pages, count - 1)).fileName()));
    else if (isWritten)
        sayWritten(path);
}

bool PaperCommands::mayWritePictures(const QString &path, const PaperDocument &pages)
{
    // The dialog for files asked about the one name that was chosen.
    QStringList there;
    for (std::size_t i = 0; pages.pages.size() > 1 && i < pages.pages.size(); ++i)
        if (const QFileInfo file(pathOfPage(path, pages, i)); file.exists())
            there += file.fileName();
    return there.isEmpty() ||
           m_dialogs.chooseLine(tr("Xuất sơ đồ"), tr("Các hình này đã có trong thư mục:"), there, tr("Ghi đè tất cả"));
}

void PaperCommands::print()
{
    if (!hasChart())
        return;
    const auto compose = [this](const PaperChoice &choice) { return composeChart(choice); };
    PaperChoice &known = m_prints[m_context.document.chartView().id];
    const auto choice = m_dialogs.askPaper({tr("In sơ đồ"), tr("In…"), PaperUse::Print, known, compose});
    if (!choice)
        return;
    known = *choice;
    const auto document = pagesOf(*choice);
    if (!document)
        return;
    QPrinter printer(QPrinter::HighResolution);
    setUpPrinter(printer, *document, title());
    if (!m_dialogs.choosePrinter(printer, static_cast<int>(document->pages.size())))
        return;
    const Result<int> printed = printPages(printer, *document, m_dialogs.showProgress(tr("Đang in…")));
    if (printed)
        Q_EMIT said(tr("Đã gửi %n trang đến máy in", nullptr, *printed));
    else if (printed.error().code() == u"cancelled"_s)
        Q_EMIT said(tr("Đã dừng in. Những trang đã gửi có thể vẫn ra giấy."));
    else
        tellOf(printed.error());
}

PaperChoice PaperCommands::firstAnnex()
{
    const ChartView shown = m_context.document.chartView();
    const auto typed = m_annexes.find(shown.id);
    QString known = typed != m_annexes.end() ? typed->second : shown.annex;
    const bool isNew = known.isEmpty();
    for (const ChartView &view : viewsInOrder(m_context.document.organisation()))
        if (isNew && !view.annex.isEmpty())
            known = view.annex;
    Result<AnnexRequest> annex = readAnnex(known.toUtf8(), shown.name);
    if (!annex)
        m_dialogs.tell(m_context.messages.describe(annex.error(), m_context.language));
    AnnexRequest start = annex.value_or(AnnexRequest());
    if (isNew || start.fields.title.isEmpty())
        start.fields.title = title();
    return choiceOf(start);
}

PaperPreview PaperCommands::composeAnnex(const PaperChoice &choice) const
{
    AnnexDocument annex = annexDocument(m_context.document.view(), annexOf(choice), m_context.messages,
                                        m_context.language, m_fonts, m_context.document.chartOptions());
    PaperPreview preview{std::move(annex.document), {}};
    if (!isTimesNewRomanInstalled())
        annex.notes.push_back({u"annex-font-builtin"_s});
    if (const std::optional<Message> note = paperNote(m_context.document.chartOptions()))
        preview.notes += text(*note);
    for (const Message &note : annex.notes)
        preview.notes += text(note);
    return preview;
}

void PaperCommands::exportAnnex()
{
    if (!hasChart())
        return;
    const PaperChoice start = firstAnnex();
    const auto compose = [this](const PaperChoice &choice) { return composeAnnex(choice); };
    const auto choice = m_dialogs.askPaper(
        {tr("Phụ lục quyết định (Nghị định 30/2020)"), tr("Xuất PDF…"), PaperUse::Annex, start, compose});
    if (!choice)
        return;
    const QString annex = annexToml(annexOf(*choice));
    const ChartView shown = m_context.document.chartView();
    m_annexes[shown.id] = annex; // what was typed stays, where it is not kept in the document, too
    const QString path = m_dialogs.fileToSave(tr("Xuất phụ lục"), tr("phụ lục"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (const Session &session = m_context.document.session(); !session.holder() && !session.version()) {
        m_annexes.erase(shown.id);
        if (annex != shown.annex)
            Q_EMIT annexChosen(annex);
    }
    PdfProperties properties = propertiesOf(choice->annex.title, annexReference(choice->annex));
    properties.face = isTimesNewRomanInstalled() ? PaperFace::TimesNewRoman : PaperFace::BuiltIn;
    if (writeDocument(composeAnnex(*choice).document, properties, path))
        sayWritten(path);
}

void PaperCommands::exportReport(const ReportDocument &report)
{
    const QString path =
        m_dialogs.fileToSave(report.title, fileNameFrom(report.title), tr("PDF (*.pdf);;Bảng tính (*.xlsx)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(u"xlsx"_s, Qt::CaseInsensitive) == 0) {
        if (checkWritten(writeXlsx(workbookOf(report, today()), path)))
            sayWritten(path);
        return;
    }
    PaperDocument document = typeset(report, {}, m_fonts);
    numberPages(document, kDecreeMargins, m_fonts);
    if (writeDocument(document, propertiesOf(report.title, report.subtitle), path))
        sayWritten(path);
}

void PaperCommands::exportCheckReport()
{
    exportReport(checkReportDocument(m_context.document.session().report(), m_context.document.organisation(),
                                     m_context.messages, m_context.language));
}

void PaperCommands::exportLedger()
{
    const Organisation &organisation = m_context.document.organisation();
    const DeputyLedger ledger = deputyLedger(organisation, m_context.document.view(),
                                             m_context.document.session().packs().packs, optionsOf(organisation));
    exportReport(ledgerDocument(ledger, organisation.info().title, m_context.messages, m_context.language));
}

void PaperCommands::exportStaffing()
{
    exportReport(staffingDocument(m_context.document.view(), m_context.document.organisation().info().title,
                                  m_context.messages, m_context.language));
}

} // namespace bomay

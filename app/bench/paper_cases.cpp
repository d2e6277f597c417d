// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/paper_cases.h"

#include "app/bench/references.h"
#include "core/base/numbers.h"
#include "core/chart/paper_chart.h"
#include "core/render/pdf_writer.h"
#include "core/render/picture_writer.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDots = 300;
constexpr Day kDay{2459580}; // 31/12/2021

using Timings = Result<std::pair<Timing, Timing>>;

Result<> writeDocument(const PaperDocument &document, const QString &path)
{
    return writePdf(document, {u"Sơ đồ"_s, u"Bộ Máy " BOMAY_VERSION ""_s, kDay}, path);
}

QFont qtFont(const FontSpec &spec)
{
    QFont font(spec.face == FontFace::Serif ? u"BoMay Serif"_s : u"BoMay Sans"_s);
    font.setPointSizeF(spec.size);
    font.setBold(spec.weight == FontWeight::Bold);
    font.setItalic(spec.slant == FontSlant::Italic);
    return font;
}

/// Everything of a list with pens and fonts set only where they change.
void drawItems(QPainter &painter, const DisplayList &list, double perMm)
{
    std::optional<Stroke> stroke;
    const auto setPen = [&](const Stroke &wanted) {
        if (stroke == wanted)
            return;
        stroke = wanted;
        painter.setPen(QPen(QColor(wanted.color.red, wanted.color.green, wanted.color.blue), wanted.width * perMm,
                            wanted.style == StrokeStyle::Dashed ? Qt::DashLine : Qt::SolidLine));
    };
    std::vector<QPointF> points;
    for (const LineItem &line : list.lines) {
        setPen(line.stroke);
        points.clear();
        for (int i = 0; i < line.count; ++i)
            points.push_back(list.points[uz(line.first + i)] * perMm);
        painter.drawPolyline(points.data(), line.count);
    }
    for (const BoxItem &box : list.boxes) {
        setPen(box.stroke);
        painter.setBrush(QColor(box.fill.red, box.fill.green, box.fill.blue));
        painter.drawRect(QRectF(box.rect.topLeft() * perMm, box.rect.size() * perMm));
    }
    painter.setPen(Qt::black);
    std::optional<FontSpec> font;
    for (const TextItem &text : list.texts) {
        if (font != text.font) {
            font = text.font;
            painter.setFont(qtFont(text.font));
        }
        painter.drawText(text.baseline * perMm, text.text);
    }
}

} // namespace

bool drawWithQt(const PaperDocument &document, const QString &path)
{
    QPdfWriter writer(path);
    writer.setPageMargins({});
    QPainter painter;
    for (const Page &page : document.pages) {
        writer.setPageSize(QPageSize(page.size, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        if (painter.isActive() ? !writer.newPage() : !painter.begin(&writer))
            return false;
        drawItems(painter, page.list, writer.resolution() / 25.4);
    }
    return painter.end();
}

Timings timePdfBound(const Page &page, const QString &path, const RunBudget &budget)
{
    const PaperDocument document{{page}};
    BM_TRY(const Timing job, measureTried([&] { return writeDocument(document, path); }, budget));
    return std::pair(job, measure([&] { return packedContentStream(page.list); }, budget));
}

Timings timePdfPeer(const Page &page, const QString &path, const RunBudget &budget)
{
    const PaperDocument document{{page}};
    BM_TRY(const Timing job, measureTried([&] { return writeDocument(document, path); }, budget));
    return std::pair(job, measure([&] { return drawWithQt(document, path); }, budget));
}

Timings timeSheets(const OrgView &view, const TextMeasurer &measurer, const QString &path, const RunBudget &budget)
{
    PaperRequest request;
    request.page.paper = PaperSize::A3;
    request.mode = PageMode::Sheets;
    PaperDocument sheets;
    const auto work = [&]() -> Result<> {
        BM_TRY(PaperChart chart, chartOnPaper(view, request, measurer));
        sheets = std::move(chart.document);
        return writeDocument(sheets, path);
    };
    BM_TRY(const Timing job, measureTried(work, budget));
    return std::pair(job, measure([&] { return drawWithQt(sheets, path); }, budget));
}

Timings timePng(const Page &page, const QString &path, const RunBudget &budget)
{
    BM_TRY(const Timing job, measureTried([&] { return writePng(page, kDots, path); }, budget));
    const auto packWhite = [&] {
        QImage image((page.size * (kDots / 25.4)).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        return image.save(path, "PNG");
    };
    return std::pair(job, measure(packWhite, budget));
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/typesetter.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

namespace {

constexpr Rgba kInk{0, 0, 0, 255};
constexpr Rgba kPaper{255, 255, 255, 255};
constexpr Rgba kShade{242, 242, 242, 255};
constexpr Stroke kRule{{0, 0, 0, 255}, 0.2, StrokeStyle::Solid};
constexpr FontSpec kTitleFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 14};
constexpr FontSpec kSubtitleFont{FontFace::Serif, FontWeight::Regular, FontSlant::Italic, 13};
constexpr FontSpec kHeadingFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 13};
constexpr FontSpec kTextFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 13};
constexpr FontSpec kCellFont{FontFace::Serif, FontWeight::Regular, FontSlant::Upright, 11};
constexpr FontSpec kBoldCellFont{FontFace::Serif, FontWeight::Bold, FontSlant::Upright, 11};
constexpr double kPadding = 1.2;    ///< mm in a cell
constexpr double kParagraphGap = 2; ///< at least 6 points between paragraphs
constexpr double kHeadingGap = 4;
constexpr std::size_t kWideFrom = 7; ///< columns

/// Lines of at most a width; a word that is wider is broken where it must, so that nothing leaves its cell.
QStringList linesOf(const QString &text, const FontSpec &font, double width, const TextMeasurer &measurer)
{
    QStringList lines;
    for (QString line : wrapText(text, font, width, measurer)) {
        while (line.size() > 1 && measurer.width(line, font) > width) {
            qsizetype fits = line.size() - 1;
            while (fits > 1 && measurer.width(QStringView(line).left(fits), font) > width)
                --fits;
            lines += line.left(fits);
            line = line.mid(fits);
        }
        lines += line;
    }
    return lines;
}

/// Sets blocks from top to bottom and begins a page where the last one is full.
class Typesetter
{
public:
    Typesetter(const SheetStyle &style, bool isWide, const TextMeasurer &measurer)
        : m_measurer(measurer)
        , m_paper(isWide ? sizeOfPaper(style.paper).transposed() : sizeOfPaper(style.paper))
        , m_area(QRectF(QPointF(0, 0), m_paper).marginsRemoved(style.margins))
    {
        beginPage();
    }

    PaperDocument take() { return std::move(m_document); }

    void setText(const QString &text, const FontSpec &font, ReportAlign align, double gap)
    {
        if (m_top > m_area.top())
            m_top += gap;
        for (const QString &line : linesOf(text, font, m_area.width(), m_measurer)) {
            need(m_measurer.lineHeight(font));
            setLine(line, font, align, m_area.left(), m_area.width(), m_top);
            m_top += m_measurer.lineHeight(font);
        }
    }

    void setHeading(const QString &text)
    {
        // With some lines of what follows: no heading stands alone at the foot.
        need(kHeadingGap + 5 * m_measurer.lineHeight(kHeadingFont));
        setText(text, kHeadingFont, ReportAlign::Left, kHeadingGap);
        m_document.outline.push_back({text, 0, sizeOf(m_document.pages) - 1,
                                      std::max(0.0, m_top - m_measurer.lineHeight(kHeadingFont) - kHeadingGap)});
    }

    void setTable(const TableBlock &table)
    {
        m_top += kParagraphGap;
        std::vector<double> edges{m_area.left()};
        double shares = 0;
        for (const ReportColumn &column : table.columns)
            shares += column.share;
        for (const ReportColumn &column : table.columns)
            edges.push_back(edges.back() + m_area.width() * column.share / shares);
        std::vector<QString> titles;
        for (const ReportColumn &column : table.columns)
            titles.push_back(column.title);
        const Row header = rowOf({titles.begin(), titles.end()}, table, edges, kBoldCellFont);
        const double headerHeight = heightOf(header);
        need(headerHeight + 3 * m_measurer.lineHeight(kCellFont));
        drawRow(header, 0, header.lines, table, edges, true);
        for (int i = 0; i < sizeOf(table.rows); ++i) {
            const bool isTotal = i >= sizeOf(table.rows) - table.boldRows;
            const Row row = rowOf(table.rows[uz(i)], table, edges, isTotal ? kBoldCellFont : kCellFont);
            int first = 0;
            while (first < row.lines) {
                const double lineHeight = m_measurer.lineHeight(row.font);
                const int fitting = static_cast<int>((m_area.bottom() - m_top - 2 * kPadding) / lineHeight);
                const double fullPage = m_area.height() - headerHeight;
                const bool isTall = heightOf(row) > fullPage;
                const bool isFresh = m_top <= m_area.top() + headerHeight;
                if (row.lines - first > fitting && (!isTall || fitting < 1) && !isFresh) {
                    beginPage();
                    drawRow(header, 0, header.lines, table, edges, true);
                    continue;
                }
                const int count = std::clamp(row.lines - first, 1, std::max(1, fitting));
                drawRow(row, first, count, table, edges, false);
                first += count;
            }
        }
        m_top += kParagraphGap;
    }

private:
    struct Row
    {
        std::vector<QStringList> cells;
        int lines = 1; ///< of the highest cell
        FontSpec font;
    };

    void beginPage()
    {
        m_document.pages.push_back({m_paper, {}});
        m_document.pages.back().smallestText = kCellFont.size;
        m_document.pages.back().list.bounds = QRectF(QPointF(0, 0), m_paper);
        m_top = m_area.top();
    }

    void need(double height)
    {
        if (m_top + height > m_area.bottom() && m_top > m_area.top())
            beginPage();
    }

    void setLine(const QString &line, const FontSpec &font, ReportAlign align, double left, double width, double top)
    {
        const double length = m_measurer.width(line, font);
        const double slack = width - length;
        const double x = left + (align == ReportAlign::Left ? 0 : align == ReportAlign::Center ? slack / 2 : slack);
        m_document.pages.back().list.texts.push_back(
            {{x, top + m_measurer.ascent(font)}, length, line, font, kInk, {}});
    }

    [[nodiscard]] Row rowOf(const QStringList &cells, const TableBlock &table, const std::vector<double> &edges,
                            const FontSpec &font) const
    {
        Row row{{}, 1, font};
        for (int i = 0; i < sizeOf(table.columns); ++i) {
            row.cells.push_back(
                linesOf(cells.value(i), font, edges[uz(i) + 1] - edges[uz(i)] - 2 * kPadding, m_measurer));
            row.lines = std::max(row.lines, static_cast<int>(row.cells.back().size()));
        }
        return row;
    }

    [[nodiscard]] double heightOf(const Row &row) const
    {
        return row.lines * m_measurer.lineHeight(row.font) + 2 * kPadding;
    }

    /// Draws `count` lines of a row from one on: all of them where the page can hold it.
    void drawRow(const Row &row, int first, int count, const TableBlock &table, const std::vector<double> &edges,
                 bool isHeader)
    {
        const double lineHeight = m_measurer.lineHeight(row.font);
        const double height = count * lineHeight + 2 * kPadding;
        for (int i = 0; i < sizeOf(row.cells); ++i) {
            const QRectF rect(edges[uz(i)], m_top, edges[uz(i) + 1] - edges[uz(i)], height);
            m_document.pages.back().list.boxes.push_back({rect, isHeader ? kShade : kPaper, kRule, {}});
            const QStringList lines = row.cells[uz(i)].mid(first, count);
            double top = m_top + kPadding;
            if (isHeader) // titles of one line stand beside the middle of longer ones
                top += static_cast<double>(count - lines.size()) * lineHeight / 2;
            for (const QString &line : lines) {
                setLine(line, row.font, isHeader ? ReportAlign::Center : table.columns[uz(i)].align,
                        rect.left() + kPadding, rect.width() - 2 * kPadding, top);
                top += lineHeight;
            }
        }
        m_top += height;
    }

    const TextMeasurer &m_measurer;
    QSizeF m_paper;
    QRectF m_area;
    double m_top = 0;
    PaperDocument m_document;
};

} // namespace

PaperDocument typeset(const ReportDocument &report, const SheetStyle &style, const TextMeasurer &measurer)
{
    bool isWide = style.orientation == Orientation::Landscape;
    if (style.orientation == Orientation::Automatic)
        for (const ReportBlock &block : report.blocks)
            if (const auto *table = std::get_if<TableBlock>(&block))
                isWide = isWide || table->columns.size() >= kWideFrom;
    Typesetter setter(style, isWide, measurer);
    if (!report.title.isEmpty())
        setter.setText(report.title.toUpper(), kTitleFont, ReportAlign::Center, 0);
    if (!report.subtitle.isEmpty())
        setter.setText(report.subtitle, kSubtitleFont, ReportAlign::Center, 0);
    for (const ReportBlock &block : report.blocks) {
        if (const auto *heading = std::get_if<HeadingBlock>(&block))
            setter.setHeading(heading->text);
        else if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            setter.setText(paragraph->text, kTextFont, ReportAlign::Left, kParagraphGap);
        else
            setter.setTable(std::get<TableBlock>(block));
    }
    return setter.take();
}

} // namespace bomay

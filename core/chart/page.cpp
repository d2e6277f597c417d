// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/page.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kHeadingGap = 6;   ///< mm between the chart and what stands over or under it
constexpr double kUnderlineGap = 1; ///< mm over and under the stroke below a line
constexpr double kCornerGap = 6;    ///< mm from the margin's edge up to the letters in the corner

struct NamedPaper
{
    PaperSize size;
    std::u16string_view name;
};

constexpr std::array kNamedPapers{
    NamedPaper{PaperSize::A4, u"A4"}, NamedPaper{PaperSize::A3, u"A3"}, NamedPaper{PaperSize::A2, u"A2"},
    NamedPaper{PaperSize::A1, u"A1"}, NamedPaper{PaperSize::A0, u"A0"},
};

QRectF printable(const QSizeF &paper, const PageRequest &request)
{
    return QRectF(QPointF(0, 0), paper).marginsRemoved(request.margins);
}

/// The lines over the chart: those asked for, else title and subtitle.
std::vector<PageLine> headingOf(const PageRequest &request, const Theme &theme)
{
    if (!request.heading.empty())
        return request.heading;
    std::vector<PageLine> lines;
    if (!request.title.isEmpty())
        lines.push_back({request.title, theme.titleFont});
    if (!request.subtitle.isEmpty())
        lines.push_back({request.subtitle, theme.subtitleFont});
    return lines;
}

enum class LineAlign { Left, Center };

/// Lines under each other from the top of an area; the bounds say how high they are. Empty where there are none.
DisplayList setLines(const std::vector<PageLine> &lines, LineAlign align, const QRectF &area, const Theme &theme,
                     const TextMeasurer &measurer)
{
    DisplayList list;
    if (lines.empty())
        return list;
    double top = area.top();
    for (const PageLine &line : lines) {
        top += line.gap;
        double widest = 0;
        for (const QString &part : wrapText(line.text, line.font, area.width(), measurer)) {
            const double width = measurer.width(part, line.font);
            const double left = align == LineAlign::Center ? area.center().x() - width / 2 : area.left();
            list.texts.push_back({{left, top + measurer.ascent(line.font)}, width, part, line.font, theme.ink, {}});
            top += measurer.lineHeight(line.font);
            widest = std::max(widest, width);
        }
        if (line.underline > 0) {
            const double half = widest * line.underline / 2;
            top += kUnderlineGap;
            list.addLine({{area.center().x() - half, top}, {area.center().x() + half, top}}, theme.lineStroke);
            top += kUnderlineGap;
        }
    }
    list.bounds = {area.left(), area.top(), area.width(), top - area.top()};
    return list;
}

/// What heading and footing leave of the printable area.
QRectF roomBetween(const DisplayList &heading, const DisplayList &footing, const QRectF &area)
{
    const auto taken = [](const DisplayList &list) {
        return list.bounds.height() > 0 ? list.bounds.height() + kHeadingGap : 0;
    };
    return area.adjusted(0, taken(heading), 0, -taken(footing));
}

/// Where the right half of a wide A3 is folded under and its outer half back again, so that the left edge stays
/// free to be bound. Custom, not decree.
void addFoldMarks(const QSizeF &paper, const Theme &theme, DisplayList &list)
{
    constexpr double kMark = 4; // mm long, from both edges
    for (const double part : {0.5, 0.75}) {
        const double x = paper.width() * part;
        list.addLine({{x, 0}, {x, kMark}}, theme.postStroke);
        list.addLine({{x, paper.height() - kMark}, {x, paper.height()}}, theme.postStroke);
    }
}

/// A sheet with its lines, and the room that they leave to the chart.
struct Sheet
{
    QSizeF paper;
    DisplayList heading;
    DisplayList footing;
    QRectF room;
};

/// The sheets that a request allows.
std::vector<Sheet> sheetsOf(const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    std::vector<Sheet> sheets;
    for (const QSizeF &paper : sheetSizes(request)) {
        const QRectF area = printable(paper, request);
        Sheet sheet{paper,
                    setLines(headingOf(request, theme), LineAlign::Center, area, theme, measurer),
                    setLines(request.footing, LineAlign::Left, area, theme, measurer),
                    {}};
        sheet.room = roomBetween(sheet.heading, sheet.footing, area);
        sheet.footing.transform(1, {0, area.bottom() - sheet.footing.bounds.bottom()});
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

double scaleIn(const QSizeF &room, const QRectF &chart)
{
    return std::min({1.0, room.width() / chart.width(), room.height() / chart.height()});
}

/// What stands in the margins: a word in the corner, marks for folding.
void addMarginItems(const QSizeF &paper, const PageRequest &request, const Theme &theme, const TextMeasurer &measurer,
                    DisplayList &list)
{
    const bool isFolded = request.isFolded && paper.width() > paper.height();
    const QRectF area = printable(paper, request);
    if (!request.corner.isEmpty())
        list.texts.push_back({{area.left(), area.top() - kCornerGap},
                              measurer.width(request.corner, theme.titleFont),
                              request.corner,
                              theme.titleFont,
                              theme.ink,
                              {}});
    if (isFolded)
        addFoldMarks(paper, theme, list);
    if (isFolded || !request.corner.isEmpty())
        list.bounds = QRectF(QPointF(0, 0), paper);
}

} // namespace

PageRequest pageRequestFor(const DocumentInfo &info, Day day, PaperSize paper, Orientation orientation)
{
    return {.paper = paper,
            .orientation = orientation,
            .title = info.title,
            .subtitle = u"(Số liệu tính đến ngày %1)"_s.arg(day.toVietnamese())};
}

std::optional<PaperSize> paperSizeOf(QStringView text)
{
    for (const NamedPaper &paper : kNamedPapers)
        if (text.compare(QStringView(paper.name), Qt::CaseInsensitive) == 0)
            return paper.size;
    static const QRegularExpression kFree(uR"(^\s*(\d{3,4}(?:[.,]\d)?)\s*[x×*]\s*(\d{3,4}(?:[.,]\d)?)\s*(?:mm)?\s*$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = kFree.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto side = [&match](int group) { return match.captured(group).replace(u',', u'.').toDouble(); };
    const PaperSize paper{side(1), side(2)};
    if (std::min(paper.width, paper.height) < kShortestSide || std::max(paper.width, paper.height) > kLongestSide)
        return std::nullopt;
    return paper;
}

QString nameOf(PaperSize paper)
{
    const auto named = std::ranges::find(kNamedPapers, paper, &NamedPaper::size);
    return named != kNamedPapers.end() ? toQString(named->name) : u"%1 × %2 mm"_s.arg(paper.width).arg(paper.height);
}

QSizeF sizeOfPaper(PaperSize paper)
{
    return {paper.width, paper.height};
}

std::vector<QSizeF> sheetSizes(const PageRequest &request)
{
    const QSizeF sheet = sizeOfPaper(request.paper);
    const bool isWide = sheet.width() > sheet.height();
    const QSizeF upright = isWide ? sheet.transposed() : sheet;
    switch (request.orientation) {
    case Orientation::Portrait:
        return {upright};
    case Orientation::Landscape:
        return {upright.transposed()};
    case Orientation::Automatic:
        break;
    }
    if (std::ranges::find(kNamedPapers, request.paper, &NamedPaper::size) == kNamedPapers.end())
        return {sheet};
    return {upright, upright.transposed()};
}

std::vector<QSizeF> chartRooms(const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    std::vector<QSizeF> rooms;
    for (const Sheet &sheet : sheetsOf(request, theme, measurer))
        rooms.push_back(sheet.room.size());
    return rooms;
}

double smallestTextOf(const DisplayList &list)
{
    double smallest = std::numeric_limits<double>::infinity();
    for (const TextItem &text : list.texts)
        smallest = std::min(smallest, text.font.size);
    return smallest;
}

Page composePage(DisplayList chart, const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    std::vector<Sheet> sheets = sheetsOf(request, theme, measurer);
    Sheet *best = &sheets.front();
    for (Sheet &sheet : sheets)
        if (scaleIn(sheet.room.size(), chart.bounds) >= scaleIn(best->room.size(), chart.bounds))
            best = &sheet;
    Page page{best->paper, std::move(best->heading)};
    page.scale = scaleIn(best->room.size(), chart.bounds);
    page.smallestText = std::min(theme.titleFont.size, smallestTextOf(chart) * page.scale);
    const double left = best->room.left() + (best->room.width() - chart.bounds.width() * page.scale) / 2;
    chart.transform(page.scale, QPointF(left, best->room.top()) - chart.bounds.topLeft() * page.scale);
    page.list.append(std::move(chart));
    DisplayList footing = std::move(best->footing);
    addMarginItems(page.size, request, theme, measurer, footing);
    if (footing.mark() != ListMark{})
        page.list.append(std::move(footing));
    return page;
}

} // namespace bomay

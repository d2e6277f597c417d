// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/page.h"

#include <algorithm>
#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kMarginTop = 20;
constexpr double kMarginLeft = 30;
constexpr double kMarginRight = 15;
constexpr double kMarginBottom = 20;
constexpr double kHeadingGap = 6; ///< mm between the heading and the chart

struct Paper
{
    PaperSize size;
    std::u16string_view name;
    double width;
    double height;
};

constexpr std::array kPapers{
    Paper{PaperSize::A4, u"A4", 210, 297},  Paper{PaperSize::A3, u"A3", 297, 420},
    Paper{PaperSize::A2, u"A2", 420, 594},  Paper{PaperSize::A1, u"A1", 594, 841},
    Paper{PaperSize::A0, u"A0", 841, 1189},
};

QRectF printable(const QSizeF &paper)
{
    return {kMarginLeft, kMarginTop, paper.width() - kMarginLeft - kMarginRight,
            paper.height() - kMarginTop - kMarginBottom};
}

/// Title and subtitle centred at the top of the printable area.
DisplayList headingFor(const PageRequest &request, const QRectF &area, const Theme &theme, const TextMeasurer &measurer)
{
    DisplayList heading;
    double top = area.top();
    const auto add = [&](const QString &text, const FontSpec &font) {
        if (text.isEmpty())
            return;
        for (const QString &line : wrapText(text, font, area.width(), measurer)) {
            const double width = measurer.width(line, font);
            heading.texts.push_back(
                {{area.center().x() - width / 2, top + measurer.ascent(font)}, width, line, font, theme.ink, {}});
            top += measurer.lineHeight(font);
        }
    };
    add(request.title, theme.titleFont);
    add(request.subtitle, theme.subtitleFont);
    heading.bounds = {area.left(), area.top(), area.width(), top - area.top()};
    return heading;
}

/// What the heading leaves of the printable area.
QRectF roomBelow(const DisplayList &heading, const QRectF &area)
{
    const double height = heading.bounds.height() > 0 ? heading.bounds.height() + kHeadingGap : 0;
    return area.adjusted(0, height, 0, 0);
}

Page composeOn(const QSizeF &paper, const DisplayList &chart, const PageRequest &request, const Theme &theme,
               const TextMeasurer &measurer)
{
    const QRectF area = printable(paper);
    Page page{paper, headingFor(request, area, theme, measurer)};
    const QRectF room = roomBelow(page.list, area);
    page.scale = std::min({1.0, room.width() / chart.bounds.width(), room.height() / chart.bounds.height()});
    page.smallestText = theme.titleFont.size;
    for (const TextItem &text : chart.texts)
        page.smallestText = std::min(page.smallestText, text.font.size * page.scale);
    DisplayList placed = chart;
    const double left = room.left() + (room.width() - chart.bounds.width() * page.scale) / 2;
    placed.transform(page.scale, QPointF(left, room.top()) - chart.bounds.topLeft() * page.scale);
    page.list.append(placed);
    return page;
}

/// The sheets that a request allows, landscape last.
std::vector<QSizeF> sheetsFor(const PageRequest &request)
{
    const QSizeF portrait = sizeOfPaper(request.paper);
    switch (request.orientation) {
    case Orientation::Portrait:
        return {portrait};
    case Orientation::Landscape:
        return {portrait.transposed()};
    case Orientation::Automatic:
        break;
    }
    return {portrait, portrait.transposed()};
}

} // namespace

PageRequest pageRequestFor(const DocumentInfo &info, Day day, PaperSize paper, Orientation orientation)
{
    return {paper, orientation, info.title, u"(Số liệu đến ngày %1)"_s.arg(day.toVietnamese())};
}

std::optional<PaperSize> paperSizeOf(QStringView name)
{
    for (const Paper &paper : kPapers)
        if (name.compare(QStringView(paper.name), Qt::CaseInsensitive) == 0)
            return paper.size;
    return std::nullopt;
}

QString nameOf(PaperSize paper)
{
    return toQString(std::ranges::find(kPapers, paper, &Paper::size)->name);
}

QSizeF sizeOfPaper(PaperSize paper)
{
    const Paper &found = *std::ranges::find(kPapers, paper, &Paper::size);
    return {found.width, found.height};
}

std::vector<QSizeF> chartRooms(const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    std::vector<QSizeF> rooms;
    for (const QSizeF &sheet : sheetsFor(request)) {
        const QRectF area = printable(sheet);
        rooms.push_back(roomBelow(headingFor(request, area, theme, measurer), area).size());
    }
    return rooms;
}

Page composePage(const DisplayList &chart, const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    std::optional<Page> best;
    for (const QSizeF &sheet : sheetsFor(request)) {
        Page page = composeOn(sheet, chart, request, theme, measurer);
        if (!best || page.scale >= best->scale)
            best = std::move(page);
    }
    return *std::move(best);
}

} // namespace bomay

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

Page composeOn(const QSizeF &paper, const DisplayList &chart, const PageRequest &request, const Theme &theme,
               const TextMeasurer &measurer)
{
    const QRectF area = printable(paper);
    Page page{paper, headingFor(request, area, theme, measurer), 1, 0};
    const double headingHeight = page.list.bounds.height() > 0 ? page.list.bounds.height() + kHeadingGap : 0;
    const QRectF room = area.adjusted(0, headingHeight, 0, 0);
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

Page composePage(const DisplayList &chart, const PageRequest &request, const Theme &theme, const TextMeasurer &measurer)
{
    const QSizeF portrait = sizeOfPaper(request.paper);
    const auto compose = [&](const QSizeF &paper) { return composeOn(paper, chart, request, theme, measurer); };
    switch (request.orientation) {
    case Orientation::Portrait:
        return compose(portrait);
    case Orientation::Landscape:
        return compose(portrait.transposed());
    case Orientation::Automatic:
        break;
    }
    Page upright = compose(portrait);
    Page wide = compose(portrait.transposed());
    return upright.scale > wide.scale ? upright : wide;
}

} // namespace bomay

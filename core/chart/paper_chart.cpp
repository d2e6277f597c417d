// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/paper_chart.h"

#include "core/base/numbers.h"
#include "core/chart/booklet.h"
#include "core/chart/tiles.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// An outline with more entries than this shows fewer levels.
constexpr int kOutlineEntries = 3000;

double smallestTextOf(const DisplayList &chart)
{
    double smallest = std::numeric_limits<double>::max();
    for (const TextItem &text : chart.texts)
        smallest = std::min(smallest, text.font.size);
    return smallest;
}

/// The chart in its own size as it is folded for a paper, without what stands round it.
DisplayList pictureFor(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
                       const ChartOptions &options)
{
    const PageRequest bare{.paper = request.paper, .orientation = request.orientation, .margins = request.margins};
    Page page = fitChart(view, bare, measurer, options);
    page.list.transform(1 / page.scale, {});
    return std::move(page.list);
}

QString titleOf(const PageRequest &page)
{
    return page.subtitle.isEmpty() ? page.title : page.title + u' ' + page.subtitle;
}

/// A sheet as it is turned for a picture.
QSizeF sheetFor(const DisplayList &picture, const PageRequest &page)
{
    const std::vector<QSizeF> turned = sheetSizes(page);
    return picture.bounds.width() >= picture.bounds.height() ? turned.back() : turned.front();
}

Result<PaperChart> chartOnSheets(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                                 const ChartOptions &options)
{
    const DisplayList picture = pictureFor(view, request.page, measurer, options);
    const double smallest = smallestTextOf(picture);
    const QSizeF sheet = sheetFor(picture, request.page);
    double scale = std::min(1.0, request.floor / smallest);
    if (!request.sheets.isEmpty())
        scale = scaleForTiles(picture, sheet, request.sheets);
    PaperChart chart;
    BM_TRY(chart.document, tilesOf(picture, {sheet, scale, titleOf(request.page)}, options.theme, measurer));
    chart.smallestText = smallest * scale;
    const bool hasOverview = !chart.document.pages.front().links.empty();
    chart.document.outline = outlineOf(view, chart.document, hasOverview ? 1 : 0);
    return chart;
}

} // namespace

Result<FramedPicture> framedPicture(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
                                    const ChartOptions &chosen)
{
    const ChartOptions options = forPaper(chosen);
    Page page = fitChart(view, request, measurer, options);
    FramedPicture framed;
    if (page.smallestText >= kPosterFloor || page.list.boxes.empty()) {
        framed.frames.push_back({QRectF(QPointF(0, 0), page.size / page.scale), nameOf(request.paper)});
        framed.list = std::move(page.list);
        framed.list.transform(1 / page.scale, {});
        return framed;
    }
    framed.list = pictureFor(view, request, measurer, options);
    const double scale = std::min(1.0, kPosterFloor / smallestTextOf(framed.list));
    BM_TRY(const auto areas, tileAreas(framed.list, sheetFor(framed.list, request), scale));
    for (const TileArea &tile : areas)
        framed.frames.push_back({tile.area, nameOf(request.paper) + QLatin1Char(' ') + tile.name});
    return framed;
}

PageRequest titledPageFor(const OrgView &view, const DocumentInfo &info, const ChartView &chartView)
{
    PageRequest request = pageRequestFor(info, view.day(), chartView);
    if (!request.title.isEmpty())
        return request;
    int top = chartView.root.isNull() ? -1 : view.indexOf(chartView.root);
    if (top < 0) {
        const auto first = std::ranges::find_if(
            view.nodes(), [](const ViewNode &node) { return node.isUnit() && node.parent < 0 && !node.isStaged(); });
        top = first == view.nodes().end() ? -1 : first->item;
    }
    request.title = u"Sơ đồ tổ chức"_s;
    if (top >= 0)
        request.title += u' ' + view.units()[uz(top)].state.name;
    return request;
}

std::vector<OutlineEntry> outlineOf(const OrgView &view, const PaperDocument &document, int firstPage)
{
    struct Spot
    {
        int page;
        double top;
    };
    std::unordered_map<NodeRef, Spot> spots;
    for (int page = firstPage; page < sizeOf(document.pages); ++page)
        for (const BoxItem &box : document.pages[uz(page)].list.boxes)
            if (!box.node.uid.isNull())
                spots.emplace(box.node, Spot{page, std::max(0.0, box.rect.top() - 5)});
    std::vector<OutlineEntry> outline;
    std::vector<int> countOfLevel;
    std::vector<int> levels(view.units().size(), -1);
    for (const ViewNode &node : view.nodes()) {
        const auto spot = node.isUnit() && !node.isStaged() ? spots.find(node.ref) : spots.end();
        if (spot == spots.end())
            continue;
        const int parent = view.parentUnit(node.item);
        const int level = parent < 0 ? 0 : levels[uz(parent)] + 1;
        levels[uz(node.item)] = level;
        if (level >= sizeOf(countOfLevel))
            countOfLevel.resize(uz(level) + 1);
        ++countOfLevel[uz(level)];
        outline.push_back({view.units()[uz(node.item)].state.name, level, spot->second.page, spot->second.top});
    }
    int shown = 0;
    int deepest = 0;
    for (int level = 0; level < sizeOf(countOfLevel); ++level) {
        shown += countOfLevel[uz(level)];
        if (level == 0 || shown <= kOutlineEntries)
            deepest = level;
    }
    std::erase_if(outline, [&](const OutlineEntry &entry) { return entry.level > deepest; });
    return outline;
}

Result<PaperChart> chartOnPaper(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                                const ChartOptions &chosen)
{
    const ChartOptions options = forPaper(chosen);
    if (request.mode == PageMode::Booklet) {
        PaperChart chart{bookletOf(view, request.page, measurer, options), {}, {}, {}};
        chart.smallestText = std::ranges::min_element(chart.document.pages, {}, &Page::smallestText)->smallestText;
        return chart;
    }
    if (request.mode == PageMode::Sheets)
        return chartOnSheets(view, request, measurer, options);
    Page page = fitChart(view, request.page, measurer, options);
    if (request.mode == PageMode::Automatic && page.smallestText < request.floor) {
        BM_TRY(PaperChart chart, chartOnSheets(view, request, measurer, options));
        chart.onePageText = page.smallestText;
        return chart;
    }
    PaperChart chart{{}, page.smallestText, page.unfoldedText, {}};
    chart.document.pages.push_back(std::move(page));
    chart.document.outline = outlineOf(view, chart.document, 0);
    return chart;
}

} // namespace bomay

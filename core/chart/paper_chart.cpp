// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/paper_chart.h"

#include "core/base/numbers.h"
#include "core/base/progress_part.h"
#include "core/chart/tiles.h"

#include <algorithm>
#include <unordered_map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// An outline with more entries than this shows fewer levels.
constexpr int kOutlineEntries = 3000;

/// The chart in its own size as it is folded for a paper, without what stands round it.
DisplayList pictureFor(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
                       const ChartOptions &options)
{
    const PageRequest bare{.paper = request.paper, .orientation = request.orientation, .margins = request.margins};
    Page page = fitChart(view, bare, measurer, options);
    page.list.transform(1 / page.scale, {});
    // They were grown by doubling, or for as many as there may be.
    page.list.boxes.shrink_to_fit();
    page.list.images.shrink_to_fit();
    page.list.texts.shrink_to_fit();
    page.list.lines.shrink_to_fit();
    page.list.points.shrink_to_fit();
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

/// Where units stand on the pages set so far.
class OutlineMaker
{
public:
    explicit OutlineMaker(const OrgView &view)
        : m_view(view)
    {}

    void note(const Page &page, int index)
    {
        for (const BoxItem &box : page.list.boxes)
            if (box.node.kind == NodeRef::Kind::Unit && !box.node.uid.isNull())
                m_spots.emplace(box.node, Spot{index, std::max(0.0, box.rect.top() - 5)});
    }

    [[nodiscard]] std::vector<OutlineEntry> make() const
    {
        std::vector<int> levels(m_view.units().size(), -1);
        std::vector<int> countOfLevel;
        forSpots([&](int unit, const Spot & /*spot*/) {
            const int parent = m_view.parentUnit(unit);
            const int level = parent < 0 ? 0 : levels[uz(parent)] + 1;
            levels[uz(unit)] = level;
            if (level >= sizeOf(countOfLevel))
                countOfLevel.resize(uz(level) + 1);
            ++countOfLevel[uz(level)];
        });
        const int deepest = deepestShown(countOfLevel);
        std::vector<OutlineEntry> outline;
        forSpots([&](int unit, const Spot &spot) {
            if (levels[uz(unit)] <= deepest)
                outline.push_back({m_view.units()[uz(unit)].state.name, levels[uz(unit)], spot.page, spot.top});
        });
        return outline;
    }

private:
    struct Spot
    {
        int page;
        double top;
    };

    /// Calls for the units that have a spot, in preorder.
    template <typename Function>
    void forSpots(Function &&function) const
    {
        for (const ViewNode &node : m_view.nodes())
            if (const auto spot = node.isUnit() && !node.isStaged() ? m_spots.find(node.ref) : m_spots.end();
                spot != m_spots.end())
                function(node.item, spot->second);
    }

    static int deepestShown(const std::vector<int> &countOfLevel)
    {
        int shown = 0;
        int deepest = 0;
        for (int level = 0; level < sizeOf(countOfLevel); ++level) {
            shown += countOfLevel[uz(level)];
            if (level == 0 || shown <= kOutlineEntries)
                deepest = level;
        }
        return deepest;
    }

    const OrgView &m_view;
    std::unordered_map<NodeRef, Spot> m_spots;
};

/// Sheets with an outline of the units on them; an overview before them is passed over.
class ChartSheets : public PageSource
{
public:
    ChartSheets(std::unique_ptr<PageSource> sheets, const OrgView &view)
        : m_sheets(std::move(sheets))
        , m_outline(view)
    {}

    [[nodiscard]] int count() const override { return m_sheets->count(); }
    [[nodiscard]] QSizeF sizeOfPage(int index) const override { return m_sheets->sizeOfPage(index); }

    [[nodiscard]] const Page &page(int index) override
    {
        const Page &page = m_sheets->page(index);
        if (page.links.empty())
            m_outline.note(page, index);
        return page;
    }

    [[nodiscard]] std::vector<OutlineEntry> outline() override { return m_outline.make(); }

private:
    std::unique_ptr<PageSource> m_sheets;
    OutlineMaker m_outline;
};

Result<ChartPages> sheetPages(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                              const ChartOptions &options)
{
    DisplayList picture = pictureFor(view, request.page, measurer, options);
    const double smallest = smallestTextOf(picture);
    const QSizeF sheet = sheetFor(picture, request.page);
    double scale = std::min(1.0, request.floor / smallest);
    if (!request.sheets.isEmpty())
        scale = scaleForTiles(picture, sheet, request.sheets);
    BM_TRY(auto sheets, tileSource(std::move(picture), {sheet, scale, titleOf(request.page)}, options.theme, measurer));
    ChartPages pages;
    pages.source = std::make_unique<ChartSheets>(std::move(sheets), view);
    pages.smallestText = smallest * scale;
    return pages;
}

Result<ChartPages> bookletPages(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                                const ChartOptions &options, const Progress &progress)
{
    BM_TRY(Booklet booklet, bookletOf(view, request.page, request.floor, measurer, options, progress));
    ChartPages pages;
    pages.smallestText = std::ranges::min_element(booklet.document.pages, {}, &Page::smallestText)->smallestText;
    pages.small = std::move(booklet.small);
    pages.paperFor = booklet.paperFor;
    pages.source = keptPages(std::move(booklet.document));
    return pages;
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
    OutlineMaker outline(view);
    for (int i = firstPage; i < sizeOf(document.pages); ++i)
        outline.note(document.pages[uz(i)], i);
    return outline.make();
}

std::optional<Message> smallPagesNote(const PaperFacts &chart, const PaperRequest &request)
{
    constexpr std::size_t kNamed = 5;
    if (chart.small.empty())
        return std::nullopt;
    QStringList pages;
    for (const SmallPage &page : chart.small) {
        const QString number = QString::number(page.page + 1);
        pages += page.unit.isEmpty() ? number : u"%1 (%2)"_s.arg(number, page.unit);
        if (uz(pages.size()) == kNamed && chart.small.size() > kNamed) {
            pages += u"…"_s;
            break;
        }
    }
    const double smallest = std::ranges::min_element(chart.small, {}, &SmallPage::smallest)->smallest;
    return Message{u"booklet-text-small"_s,
                   {{u"count"_s, QString::number(chart.small.size())},
                    {u"pages"_s, pages.join(u", "_s)},
                    {u"points"_s, QString::number(smallest, 'f', 1)},
                    {u"floor"_s, QString::number(request.floor)},
                    {u"paper"_s, chart.paperFor ? nameOf(*chart.paperFor) : QString()}}};
}

Result<ChartPages> chartPages(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                              const ChartOptions &chosen, const Progress &progress)
{
    const ChartOptions options = forPaper(chosen);
    if (request.mode == PageMode::Booklet)
        return bookletPages(view, request, measurer, options, progress);
    if (progress && !progress(0, 2))
        return fail(u"cancelled"_s);
    if (request.mode == PageMode::Sheets)
        return sheetPages(view, request, measurer, options);
    Page page = fitChart(view, request.page, measurer, options);
    if (progress && !progress(1, 2))
        return fail(u"cancelled"_s);
    if (request.mode == PageMode::Automatic && page.smallestText < request.floor) {
        const double onePageText = page.smallestText;
        page = {}; // as large as all sheets together
        BM_TRY(ChartPages pages, sheetPages(view, request, measurer, options));
        pages.onePageText = onePageText;
        return pages;
    }
    ChartPages pages;
    pages.smallestText = page.smallestText;
    pages.unfoldedText = page.unfoldedText;
    PaperDocument document;
    document.pages.push_back(std::move(page));
    document.outline = outlineOf(view, document, 0);
    pages.source = keptPages(std::move(document));
    return pages;
}

Result<PaperChart> chartOnPaper(const OrgView &view, const PaperRequest &request, const TextMeasurer &measurer,
                                const ChartOptions &options, const Progress &progress)
{
    BM_TRY(const ChartPages pages, chartPages(view, request, measurer, options, partOf(progress, 0, 2)));
    BM_TRY(PaperDocument document, allPages(*pages.source, partOf(progress, 1, 2)));
    return PaperChart{pages, std::move(document)};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"

#include "core/base/numbers.h"
#include "core/chart/chart_assembly.h"
#include "core/chart/chart_objects.h"
#include "core/chart/unit_filter.h"
#include "core/layout/fit_layout.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bomay {

using namespace Qt::StringLiterals;

namespace {

/// Charts of more parts are not folded: on one page nobody reads them.
constexpr int kFoldedUpTo = 5000;
/// A folded chart stands on the page only where its letters are larger by so much: one row for each branch is what
/// everybody knows.
constexpr double kWorthFolding = 1.15;

/// From the parts that a view shows to the picture: drawn about their own corners, placed, moved, connected.
class ChartBuilder
{
public:
    ChartBuilder(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
        : m_view(view)
        , m_options(withHolders(view, options))
        , m_composer(view, measurer, m_options, m_list)
        , m_parts(scopeChart(view, m_options))
    {}

    DisplayList build()
    {
        const BranchPlacement placed = place();
        movePieces(placed.boxes);
        drawBranch(m_list, placed, {0, 0}, m_options.theme.lineStroke);
        return std::move(m_list);
    }

    /// What `build` would cover: neither moves anything nor draws lines.
    QRectF measure()
    {
        QRectF bounds;
        for (const QRectF &box : place().boxes)
            bounds = bounds.united(box);
        return bounds;
    }

    /// Frames alone have shapes to choose from.
    [[nodiscard]] bool hasFrames() const
    {
        return std::ranges::any_of(m_parts, [](const ChartPart &part) { return part.kind == PartKind::Frame; });
    }

    /// Folded so that it is drawn largest in a room, with so much around it, mm; nothing where there are too many parts
    /// to search, or levels are to be told by their height. A branch whose form was chosen by hand keeps it.
    std::optional<DisplayList> buildFor(const QSizeF &room, const QSizeF &around)
    {
        if (sizeOf(m_parts) > kFoldedUpTo || hasLevels(m_options.view))
            return std::nullopt;
        // Frames are drawn once their shapes are known.
        m_pieces = m_composer.compose(m_parts, FrameDrawing::Later);
        std::vector<FitPart> fits;
        std::vector<FitNode> nodes;
        std::vector<int> nodeOf(m_parts.size(), -1);
        const std::vector<int> ends = endsOfBranches();
        for (int i = 0; i < sizeOf(m_parts);) {
            const ChartPart &part = m_parts[uz(i)];
            const int end = part.isChosen ? ends[uz(i)] : i + 1;
            nodeOf[uz(i)] = sizeOf(nodes);
            fits.push_back(fitPart(i, end));
            nodes.push_back({part.parent < 0 ? -1 : nodeOf[uz(part.parent)], fits.back().shapes});
            i = end;
        }
        const FitRoots roots = m_options.view.topBand ? FitRoots::OneRow : FitRoots::AnyRows;
        const FitPlacement placed = fitLayout(nodes, room, chartGaps(m_options.theme), roots, around);
        std::vector<QRectF> places(m_parts.size());
        for (std::size_t i = 0; i < fits.size(); ++i)
            settle(fits[i], placed.boxes[i], placed.shapes[i], places);
        movePieces(places);
        for (const std::vector<QLineF> &lines : placed.lines)
            drawRun(m_list, lines, m_options.theme.lineStroke);
        for (std::size_t i = 0; i < fits.size(); ++i)
            drawBranch(m_list, fits[i].branch, placed.boxes[i].topLeft() + QPointF(fits[i].shift, 0),
                       m_options.theme.lineStroke);
        return std::move(m_list);
    }

private:
    BranchPlacement place()
    {
        reserveFor(m_list, m_view, m_options);
        m_pieces = m_composer.compose(m_parts);
        return placePieces(m_parts, m_pieces, m_options);
    }

    static ChartOptions withHolders(const OrgView &view, ChartOptions options)
    {
        options.view.holders = showsHolders(view, options);
        return options;
    }

    /// A part as the search for a page sees it, or a branch that is placed already and counts as one box.
    struct FitPart
    {
        int first = 0;
        std::vector<FitShape> shapes;
        std::vector<FrameShape> frames; ///< of a frame
        BranchPlacement branch;         ///< of a branch
        double shift = 0;               ///< mm; a branch stands so far right that its first box is in the middle
    };

    /// By part: one behind the last part of its branch.
    [[nodiscard]] std::vector<int> endsOfBranches() const
    {
        std::vector<int> ends(m_parts.size());
        for (int i = sizeOf(m_parts); i-- > 0;) {
            ends[uz(i)] = std::max(ends[uz(i)], i + 1);
            if (const int parent = m_parts[uz(i)].parent; parent >= 0)
                ends[uz(parent)] = std::max(ends[uz(parent)], ends[uz(i)]);
        }
        return ends;
    }

    FitPart fitPart(int first, int end)
    {
        FitPart fit;
        fit.first = first;
        if (end > first + 1) {
            std::vector<BranchNode> nodes;
            for (int i = first; i < end; ++i) {
                if (m_parts[uz(i)].kind == PartKind::Frame)
                    m_pieces[uz(i)] = m_composer.composeFrame(m_parts[uz(i)]);
                nodes.push_back(branchNode(m_parts[uz(i)], m_pieces[uz(i)]));
                nodes.back().parent = i == first ? -1 : nodes.back().parent - first;
            }
            packColumns(nodes);
            fit.branch = layoutBranches(nodes, chartGaps(m_options.theme));
            const QRectF &top = fit.branch.boxes.front();
            const double middle = top.center().x();
            const double half = std::max(middle, fit.branch.size.width() - middle);
            fit.shift = half - middle;
            fit.shapes = {
                {{2 * half, fit.branch.size.height()}, {top.left() + fit.shift, top.top() + m_pieces[uz(first)].side}}};
        } else if (m_parts[uz(first)].kind == PartKind::Frame) {
            fit.frames = m_composer.frameShapes(m_parts[uz(first)]);
            for (const FrameShape &shape : fit.frames)
                fit.shapes.push_back({shape.size, {0, shape.side}});
        } else {
            fit.shapes = {{m_pieces[uz(first)].size, {0, m_pieces[uz(first)].side}}};
        }
        return fit;
    }

    void settle(const FitPart &fit, const QRectF &place, int shape, std::vector<QRectF> &places)
    {
        if (!fit.frames.empty())
            m_pieces[uz(fit.first)] = m_composer.composeFrame(m_parts[uz(fit.first)], fit.frames[uz(shape)].columns);
        if (fit.branch.boxes.empty())
            places[uz(fit.first)] = place;
        for (std::size_t i = 0; i < fit.branch.boxes.size(); ++i)
            places[uz(fit.first) + i] = fit.branch.boxes[i].translated(place.topLeft() + QPointF(fit.shift, 0));
    }

    /// From about their own corners to where they stand.
    void movePieces(std::span<const QRectF> places)
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            m_list.move(m_pieces[i].begin, m_pieces[i].end, places[i].topLeft());
            m_list.runs.push_back({m_pieces[i].begin, m_pieces[i].end, places[i]});
            m_list.bounds = m_list.bounds.united(places[i]);
        }
    }

    const OrgView &m_view;
    ChartOptions m_options;
    DisplayList m_list;
    PieceComposer m_composer;
    std::vector<ChartPart> m_parts;
    std::vector<Piece> m_pieces;
};

/// Tries how a chart can stand on a page.
class PageFitter
{
public:
    PageFitter(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
               const ChartOptions &options)
        : m_view(view)
        , m_request(request)
        , m_measurer(measurer)
        , m_options(options)
        , m_rooms(chartRooms(request, options.theme, measurer))
    {}

    /// What stands round the chart takes room, too; how much is known when it is there. So the chart is arranged twice
    /// then, and the larger picture stays.
    Page fit()
    {
        Arranged best = arrange({0, 0});
        const QSizeF bare = best.list.bounds.size();
        finishPicture(best.list, m_view, m_measurer, m_options);
        if (const QSizeF around = best.list.bounds.size() - bare; !around.isNull() && hasChoice()) {
            Arranged other = arrange(around);
            finishPicture(other.list, m_view, m_measurer, m_options);
            // Of equals the one that knows what it would be otherwise, with all that stands round it.
            if (scaleOf(other.list.bounds.size()) >= scaleOf(best.list.bounds.size()))
                best = std::move(other);
        }
        Page page = composePage(std::move(best.list), m_request, m_options.theme, m_measurer);
        page.unfoldedText = best.unfoldedText;
        return page;
    }

private:
    struct Arranged
    {
        DisplayList list;
        std::optional<double> unfoldedText = {};
    };

    /// Can the chart be arranged in more than one way? A large picture is not made twice for nothing.
    [[nodiscard]] bool hasChoice() const
    {
        return m_options.view.preset == ChartPreset::Automatic ||
               ChartBuilder(m_view, m_measurer, m_options).hasFrames();
    }

    /// What `composePage` would scale it to: a page of each shape that is tried would be a copy of all that it shows.
    [[nodiscard]] double scaleOf(const QSizeF &chart) const
    {
        double scale = 0;
        for (const QSizeF &room : m_rooms)
            scale = std::max(scale, std::min({1.0, room.width() / chart.width(), room.height() / chart.height()}));
        return scale;
    }

    /// The options with the shape of frames whose chart has the largest scale. The charts are measured one by one and
    /// not kept.
    [[nodiscard]] ChartOptions bestShape(const QSizeF &around) const
    {
        constexpr std::array kAspects{0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0};
        ChartOptions best = m_options;
        double scale = 0;
        for (const double aspect : kAspects) {
            ChartOptions shaped = m_options;
            shaped.gridAspect = aspect;
            ChartBuilder builder(m_view, m_measurer, shaped);
            if (!builder.hasFrames())
                return shaped;
            if (const double size = scaleOf(builder.measure().size() + around); size > scale) {
                scale = size;
                best.gridAspect = aspect;
            }
        }
        return best;
    }

    /// The chart without what stands round it, so that it is largest with so much around, mm.
    [[nodiscard]] Arranged arrange(const QSizeF &around) const
    {
        Arranged best{ChartBuilder(m_view, m_measurer, bestShape(around)).build()};
        if (m_options.view.preset != ChartPreset::Automatic)
            return best;
        const double plain = scaleOf(best.list.bounds.size() + around);
        const double plainText = std::min(m_options.theme.titleFont.size, smallestTextOf(best.list) * plain);
        double scale = plain;
        for (const QSizeF &room : m_rooms) {
            auto chart = ChartBuilder(m_view, m_measurer, m_options).buildFor(room, around);
            if (!chart)
                break;
            if (const double size = scaleOf(chart->bounds.size() + around);
                size > scale && size > plain * kWorthFolding) {
                best = {*std::move(chart), plainText};
                scale = size;
            }
        }
        return best;
    }

    const OrgView &m_view;
    const PageRequest &m_request;
    const TextMeasurer &m_measurer;
    const ChartOptions &m_options;
    std::vector<QSizeF> m_rooms; ///< mm, of each way in which the page may be turned
};

} // namespace

DisplayList buildChart(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
{
    DisplayList list = ChartBuilder(view, measurer, options).build();
    finishPicture(list, view, measurer, options);
    return list;
}

std::optional<Message> whyNothingIsDrawn(const OrgView &view, const ChartOptions &options)
{
    if (view.units().empty())
        return Message{u"nothing-to-draw"_s, {{u"date"_s, view.day().toVietnamese()}}};
    if (!hiddenKindsOf(options.view).empty() && rootsOf(view, options).empty())
        return Message{u"filter-hides-all"_s};
    return std::nullopt;
}

PageRequest pageRequestFor(const DocumentInfo &info, Day day, const ChartView &view)
{
    const Orientation orientation = !view.landscape   ? Orientation::Automatic
                                    : *view.landscape ? Orientation::Landscape
                                                      : Orientation::Portrait;
    PageRequest request = pageRequestFor(info, day, paperSizeOf(view.paper).value_or(PaperSize::A3), orientation);
    if (!view.title.isEmpty())
        request.title = view.title;
    return request;
}

Page fitChart(const OrgView &view, const PageRequest &wanted, const TextMeasurer &measurer, const ChartOptions &chosen)
{
    const ChartOptions options = forPaper(chosen);
    PageRequest request = wanted;
    if (tellsDataDate(options))
        request.subtitle.clear();
    return PageFitter(view, request, measurer, options).fit();
}

} // namespace bomay

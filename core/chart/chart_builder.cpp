// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_builder.h"

#include "core/base/numbers.h"
#include "core/chart/piece_composer.h"
#include "core/layout/fit_layout.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bomay {

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
        : m_options(withHolders(view, options))
        , m_composer(view, measurer, m_options, m_list)
        , m_parts(scopeChart(view, m_options))
    {}

    DisplayList build()
    {
        std::vector<BranchNode> nodes;
        nodes.reserve(m_parts.size());
        m_pieces = m_composer.compose(m_parts);
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            nodes.push_back(branchNode(m_parts[i], m_pieces[i]));
        const bool growsRight = m_options.view.preset == ChartPreset::LeftToRight;
        const BranchPlacement placed =
            layoutBranches(nodes, gaps(), growsRight ? GrowDirection::Right : GrowDirection::Down);
        movePieces(placed.boxes);
        int begin = 0;
        for (const int end : placed.lineEnds) {
            draw(std::span(placed.lines).subspan(uz(begin), uz(end - begin)));
            begin = end;
        }
        return std::move(m_list);
    }

    /// Folded so that it is drawn largest in a room; nothing where there are too many parts to search.
    std::optional<DisplayList> buildFor(const QSizeF &room)
    {
        if (sizeOf(m_parts) > kFoldedUpTo)
            return std::nullopt;
        // Frames are drawn once their shapes are known.
        m_pieces = m_composer.compose(m_parts, FrameDrawing::Later);
        std::vector<std::vector<FrameShape>> frames(m_parts.size());
        std::vector<FitNode> nodes;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            FitNode node{m_parts[i].parent, {}};
            if (m_parts[i].kind == PartKind::Frame) {
                frames[i] = m_composer.frameShapes(m_parts[i]);
                for (const FrameShape &shape : frames[i])
                    node.shapes.push_back({shape.size, {0, shape.side}});
            } else {
                node.shapes.push_back({m_pieces[i].size, {0, m_pieces[i].side}});
            }
            nodes.push_back(std::move(node));
        }
        const FitPlacement placed = fitLayout(nodes, room, gaps());
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            if (!frames[i].empty())
                m_pieces[i] = m_composer.composeFrame(m_parts[i], frames[i][uz(placed.shapes[i])].columns);
        movePieces(placed.boxes);
        for (const std::vector<QLineF> &lines : placed.lines)
            draw(lines);
        return std::move(m_list);
    }

private:
    static ChartOptions withHolders(const OrgView &view, ChartOptions options)
    {
        options.view.holders = showsHolders(view, options);
        return options;
    }

    static BranchNode branchNode(const ChartPart &part, const Piece &piece)
    {
        return {part.parent,  piece.size, piece.side, part.form, part.kind == PartKind::Unit,
                part.columns, part.gap,   part.offset};
    }

    [[nodiscard]] FitGaps gaps() const
    {
        const Theme &theme = m_options.theme;
        return {.sibling = theme.siblingGap, .level = theme.levelGap, .indent = theme.siblingGap};
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

    /// The lines below one part are one run.
    void draw(std::span<const QLineF> lines)
    {
        if (lines.empty())
            return;
        const Stroke &stroke = m_options.theme.lineStroke;
        const ListMark begin = m_list.mark();
        QRectF bounds;
        const double reach = stroke.width / 2;
        for (const QLineF &line : lines) {
            m_list.addLine({line.p1(), line.p2()}, stroke);
            const QRectF rect = QRectF(line.p1(), line.p2()).normalized().adjusted(-reach, -reach, reach, reach);
            bounds = bounds.isNull() ? rect : bounds.united(rect);
        }
        m_list.closeRun(begin, bounds);
    }

    ChartOptions m_options;
    DisplayList m_list;
    PieceComposer m_composer;
    std::vector<ChartPart> m_parts;
    std::vector<Piece> m_pieces;
};

} // namespace

DisplayList buildChart(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
{
    return ChartBuilder(view, measurer, options).build();
}

Page fitChart(const OrgView &view, const PageRequest &request, const TextMeasurer &measurer,
              const ChartOptions &options)
{
    constexpr std::array kAspects{0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0};
    std::optional<Page> best;
    for (const double aspect : kAspects) {
        ChartOptions shaped = options;
        shaped.gridAspect = aspect;
        Page page = composePage(buildChart(view, measurer, shaped), request, options.theme, measurer);
        if (!best || page.scale > best->scale)
            best = std::move(page);
    }
    if (options.view.preset != ChartPreset::Automatic)
        return *std::move(best);
    const Page plain = *best;
    for (const QSizeF &room : chartRooms(request, options.theme, measurer)) {
        auto chart = ChartBuilder(view, measurer, options).buildFor(room);
        if (!chart)
            break;
        Page page = composePage(*chart, request, options.theme, measurer);
        if (page.scale > best->scale && page.scale > plain.scale * kWorthFolding) {
            page.unfoldedText = plain.smallestText;
            best = std::move(page);
        }
    }
    return *std::move(best);
}

} // namespace bomay

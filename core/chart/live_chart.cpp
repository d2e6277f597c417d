// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/live_chart.h"

#include "core/base/numbers.h"
#include "core/chart/chart_assembly.h"
#include "core/chart/chart_builder.h"
#include "core/chart/part_plan.h"

#include <algorithm>
#include <unordered_map>

namespace bomay {

namespace {

/// Is each piece by itself but for what siblings share, and follows from the view what stands below it?
bool isPlain(const ChartOptions &options)
{
    const bool isAssigned = std::ranges::any_of(
        options.marks, [](const auto &mark) { return mark.second.layout == BranchLayout::Assignment; });
    return !options.view.topBand && options.scheduled.empty() && !isAssigned;
}

/// Are units there that the chart does not draw, but says how many they are, or draws otherwise at another level?
bool hidesUnits(const ChartOptions &options)
{
    return options.view.depth > 0 || !options.view.root.isNull() || !options.folds.isEmpty() ||
           std::ranges::any_of(options.theme.rules, [](const ThemeRule &rule) { return rule.level > 0; }) ||
           std::ranges::any_of(options.marks,
                               [](const auto &mark) { return mark.second.layout == BranchLayout::Folded; });
}

ListMark plus(const ListMark &mark, const ListMark &by)
{
    return {mark.boxes + by.boxes, mark.images + by.images, mark.texts + by.texts, mark.lines + by.lines,
            mark.points + by.points};
}

/// Wraps around where it is less: added to a mark it comes out right.
ListMark minus(const ListMark &mark, const ListMark &by)
{
    return {mark.boxes - by.boxes, mark.images - by.images, mark.texts - by.texts, mark.lines - by.lines,
            mark.points - by.points};
}

void shiftLines(std::vector<LineItem> &lines, const ListMark &begin, const ListMark &end, std::size_t points)
{
    if (points != 0)
        for (std::size_t i = begin.lines; i < end.lines; ++i)
            lines[i].first += static_cast<int>(points);
}

} // namespace

LiveChart::OwnPlaces::OwnPlaces(const DisplayList &list)
    : points(list.points)
{
    boxes.reserve(list.boxes.size());
    for (const BoxItem &box : list.boxes)
        boxes.push_back(box.rect);
    images.reserve(list.images.size());
    for (const ImageItem &image : list.images)
        images.push_back(image.rect);
    texts.reserve(list.texts.size());
    for (const TextItem &text : list.texts)
        texts.push_back(text.baseline);
}

LiveChart::LiveChart(const TextMeasurer &measurer)
    : m_measurer(measurer)
{}

void LiveChart::rebuild(const OrgView &view, const ChartOptions &options)
{
    m_options = options;
    m_options.view.holders = showsHolders(view, options);
    m_isPlain = isPlain(options);
    m_list = {};
    if (!m_isPlain) {
        m_list = buildChart(view, m_measurer, options);
        return;
    }
    reserveFor(m_list, view, m_options);
    m_parts.rebuild(view, scopeChart(view, m_options));
    m_pieces = PieceComposer(view, m_measurer, m_options, m_list).compose(m_parts.parts());
    m_own = OwnPlaces(m_list);
    m_places.assign(m_pieces.size(), QRectF());
    place(view);
}

bool LiveChart::canFollow(const OrgView &view, const ChartOptions &options) const
{
    if (!m_isPlain || !isPlain(options) || options.theme.id != m_options.theme.id || options.marks != m_options.marks ||
        options.folds != m_options.folds || options.gridAspect != m_options.gridAspect)
        return false;
    ChartView drawn = options.view;
    drawn.holders = showsHolders(view, options);
    return drawn == m_options.view;
}

std::vector<Piece> LiveChart::write(const OrgView &view, std::span<const int> parts, DisplayList &scratch) const
{
    // Each with the part above it, which says how its branch stands.
    std::vector<ChartPart> chosen;
    std::vector<int> origin;
    std::unordered_map<int, int> aboves;
    for (const int part : parts) {
        ChartPart copy = m_parts[part];
        if (copy.parent >= 0) {
            const auto [above, isNew] = aboves.emplace(copy.parent, sizeOf(chosen));
            if (isNew) {
                chosen.push_back(m_parts[copy.parent]);
                chosen.back().parent = PartIndex::kNone;
                origin.push_back(PartIndex::kNone);
            }
            copy.parent = above->second;
        }
        chosen.push_back(std::move(copy));
        origin.push_back(part);
    }
    const std::vector<Piece> all = PieceComposer(view, m_measurer, m_options, scratch).compose(chosen);
    std::vector<Piece> written;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (origin[i] != PartIndex::kNone)
            written.push_back(all[i]);
    return written;
}

void LiveChart::rearrange(std::span<const ItemRun> pieces, std::vector<Piece> written, DisplayList &scratch)
{
    std::vector<ItemRun> boxes;
    std::vector<ItemRun> images;
    std::vector<ItemRun> texts;
    std::vector<ItemRun> lines;
    std::vector<ItemRun> points;
    const auto addItems = [&](const ListMark &begin, const ListMark &end, bool isAdded) {
        appendRun(boxes, {begin.boxes, end.boxes, isAdded});
        appendRun(images, {begin.images, end.images, isAdded});
        appendRun(texts, {begin.texts, end.texts, isAdded});
        appendRun(lines, {begin.lines, end.lines, isAdded});
        appendRun(points, {begin.points, end.points, isAdded});
    };
    ListMark mark;
    // Where they come to stand is written into the pieces before they do.
    const auto settle = [&mark](Piece &piece, std::vector<LineItem> &items) {
        const ListMark by = minus(mark, piece.begin);
        shiftLines(items, piece.begin, piece.end, by.points);
        piece.begin = mark;
        piece.end = plus(piece.end, by);
        mark = piece.end;
    };
    for (const ItemRun &run : pieces) {
        if (!run.isAdded)
            addItems(m_pieces[run.begin].begin, m_pieces[run.end - 1].end, false);
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (run.isAdded)
                addItems(written[i].begin, written[i].end, true);
            settle(run.isAdded ? written[i] : m_pieces[i], run.isAdded ? scratch.lines : m_list.lines);
        }
    }
    OwnPlaces own(scratch);
    bomay::rearrange(m_list.boxes, boxes, scratch.boxes);
    bomay::rearrange(m_list.images, images, scratch.images);
    bomay::rearrange(m_list.texts, texts, scratch.texts);
    bomay::rearrange(m_list.lines, lines, scratch.lines);
    bomay::rearrange(m_list.points, points, scratch.points);
    bomay::rearrange(m_own.boxes, boxes, own.boxes);
    bomay::rearrange(m_own.images, images, own.images);
    bomay::rearrange(m_own.texts, texts, own.texts);
    bomay::rearrange(m_own.points, points, own.points);
    std::vector<QRectF> unplaced(written.size());
    bomay::rearrange(m_places, pieces, unplaced);
    bomay::rearrange(m_pieces, pieces, written);
}

void LiveChart::place(const OrgView &view)
{
    const BranchPlacement placed = placePieces(m_parts.parts(), m_pieces, m_options);
    m_list.runs.clear();
    m_list.bounds = {};
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const QRectF &rect = placed.boxes[i];
        const auto &[begin, last, size, side] = m_pieces[i];
        const QRectF &known = m_places[i]; // compared to the last digit, as Qt does not
        if (known.isNull() || known.x() != rect.x() || known.y() != rect.y()) {
            m_places[i] = rect;
            const QPointF corner = rect.topLeft();
            for (std::size_t k = begin.boxes; k < last.boxes; ++k)
                m_list.boxes[k].rect = m_own.boxes[k].translated(corner);
            for (std::size_t k = begin.images; k < last.images; ++k)
                m_list.images[k].rect = m_own.images[k].translated(corner);
            for (std::size_t k = begin.texts; k < last.texts; ++k)
                m_list.texts[k].baseline = m_own.texts[k] + corner;
            for (std::size_t k = begin.points; k < last.points; ++k)
                m_list.points[k] = m_own.points[k] + corner;
        }
        m_list.runs.push_back({begin, last, rect});
        m_list.bounds = m_list.bounds.united(rect);
    }
    drawBranch(m_list, placed, {0, 0}, m_options.theme.lineStroke);
    finishPicture(m_list, view, m_measurer, m_options);
}

bool LiveChart::follow(const OrgView &view, const ChartOptions &options, std::span<const RowKey> touched)
{
    const bool hides = hidesUnits(options);
    const auto found = canFollow(view, options) ? m_parts.follow(view, touched, hides) : std::nullopt;
    if (!found) {
        rebuild(view, options);
        return false;
    }
    if (found->units.empty() && found->branches.empty())
        return true;
    // Other relations and objects stand round the same pieces.
    m_options.relations = options.relations;
    m_options.objects = options.objects;
    PartPlan plan = planParts(m_parts, ChartScope(view, m_options), *found, hides);
    m_parts.rearrange(view, plan.runs, std::move(plan.added), plan.parents);
    DisplayList scratch;
    std::vector<Piece> written = write(view, plan.written, scratch);
    // The lines that join the pieces and what explains them stand behind theirs, and are drawn again.
    const ListMark end = m_pieces.empty() ? ListMark{} : m_pieces.back().end;
    m_list.boxes.resize(end.boxes);
    m_list.images.resize(end.images);
    m_list.texts.resize(end.texts);
    m_list.lines.resize(end.lines);
    m_list.points.resize(end.points);
    rearrange(plan.pieces, std::move(written), scratch);
    place(view);
    return true;
}

} // namespace bomay

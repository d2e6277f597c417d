// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/live_chart.h"

#include "core/base/numbers.h"
#include "core/base/result.h"
#include "core/chart/chart_assembly.h"
#include "core/chart/chart_builder.h"
#include "core/chart/relation_lines.h"

#include <algorithm>

namespace bomay {

namespace {

constexpr int kNone = -1;
/// A change of more rows is no edit by hand; up to here `OrgView::apply` keeps the indices of units that stay.
constexpr std::size_t kMostRows = 16;
constexpr int kMostBelow = 8; ///< nodes below a touched post: were it new, they would count, too

/// Is the picture nothing but pieces and the lines between them, each piece by itself but for what siblings share?
bool isPlain(const ChartOptions &options)
{
    return !drawsRelations(options) && options.theme.rules.empty() && !options.view.bands && !options.view.topBand &&
           options.objects.empty() && options.scheduled.empty() && options.relations.empty() && options.folds.isEmpty();
}

/// Puts items in the place of those from `begin` to `end`.
template <typename Item>
void replaceRange(std::vector<Item> &items, std::size_t begin, std::size_t end, std::span<const Item> others)
{
    const std::size_t common = std::min(end - begin, others.size());
    const auto at = [&items](std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); };
    std::ranges::copy(others.first(common), at(begin));
    if (end - begin > common)
        items.erase(at(begin + common), at(end));
    else
        items.insert(at(begin + common), others.begin() + static_cast<std::ptrdiff_t>(common), others.end());
}

template <typename Item>
std::span<const Item> range(const std::vector<Item> &items, std::size_t begin, std::size_t end)
{
    return std::span(items).subspan(begin, end - begin);
}

ListMark plus(const ListMark &mark, const ListMark &by)
{
    return {mark.boxes + by.boxes, mark.texts + by.texts, mark.lines + by.lines, mark.points + by.points};
}

/// Wraps around where it is less: added to a mark it comes out right.
ListMark minus(const ListMark &mark, const ListMark &by)
{
    return {mark.boxes - by.boxes, mark.texts - by.texts, mark.lines - by.lines, mark.points - by.points};
}

} // namespace

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
    m_list.background = options.theme.background;
    reserveFor(m_list, view, m_options);
    m_parts = scopeChart(view, m_options);
    m_pieces = PieceComposer(view, m_measurer, m_options, m_list).compose(m_parts);
    indexParts(view);
    m_own = {};
    for (const BoxItem &box : m_list.boxes)
        m_own.boxes.push_back(box.rect);
    for (const TextItem &text : m_list.texts)
        m_own.texts.push_back(text.baseline);
    m_own.points = m_list.points;
    m_places.assign(m_parts.size(), QRectF());
    place();
}

void LiveChart::indexParts(const OrgView &view)
{
    m_firstChild.assign(m_parts.size(), kNone);
    m_nextSibling.assign(m_parts.size(), kNone);
    m_partOfUnit.assign(view.units().size(), kNone);
    m_localities.clear();
    for (const ViewUnit &unit : view.units())
        m_localities.push_back(unit.locality);
    m_postParts.clear();
    m_postCount = view.posts().size();
    for (int i = sizeOf(m_parts); i-- > 0;) {
        const ChartPart &part = m_parts[uz(i)];
        if (part.parent >= 0) {
            m_nextSibling[uz(i)] = m_firstChild[uz(part.parent)];
            m_firstChild[uz(part.parent)] = i;
        }
        if (part.kind == PartKind::Post)
            m_postParts[view.posts()[uz(part.post)].unit].push_back(i);
        else if (part.unit >= 0)
            m_partOfUnit[uz(part.unit)] = i;
        else
            for (const int unit : part.units)
                m_partOfUnit[uz(unit)] = i;
    }
}

bool LiveChart::canFollow(const OrgView &view, const ChartOptions &options) const
{
    return m_isPlain && isPlain(options) && options.theme.id == m_options.theme.id &&
           options.marks == m_options.marks && options.gridAspect == m_options.gridAspect &&
           [&] {
               ChartView drawn = options.view;
               drawn.holders = showsHolders(view, options);
               return drawn == m_options.view;
           }() &&
           view.units().size() == m_partOfUnit.size() && (m_postParts.empty() || view.posts().size() == m_postCount);
}

std::optional<std::vector<int>> LiveChart::touchedUnits(const OrgView &view, std::span<const RowKey> touched) const
{
    std::vector<int> units;
    for (const RowKey &key : touched) {
        if (key.kind == RowKind::Appointment || key.kind == RowKind::Relation)
            continue; // the nodes that they speak of are among the rows
        int unit = kNone;
        if (key.kind == RowKind::Unit) {
            unit = view.indexOf(UnitId{key.uid});
        } else if (key.kind == RowKind::Post) {
            const int post = view.indexOf(PostId{key.uid}); // one that is not there may have been
            const int node = post < 0 ? kNone : view.nodeOfPost(post);
            const bool hasMany = node >= 0 && view.nodes()[uz(node)].end - node > kMostBelow;
            unit = post < 0 || hasMany ? kNone : view.posts()[uz(post)].unit;
        }
        // Who has no locality of its own has that of the unit above, down to any depth, and frames are named by them.
        if (unit < 0 || m_partOfUnit[uz(unit)] == kNone || view.units()[uz(unit)].locality != m_localities[uz(unit)])
            return std::nullopt;
        units.push_back(unit);
    }
    std::ranges::sort(units);
    const auto [first, end] = std::ranges::unique(units);
    units.erase(first, end);
    for (const int unit : units) {
        const int part = m_partOfUnit[uz(unit)];
        const int above = m_parts[uz(part)].parent;
        const auto posts = m_postParts.find(unit);
        if (posts != m_postParts.end() &&
            std::ranges::any_of(posts->second, [&](int post) { return !standsAsBefore(view, post); }))
            return std::nullopt;
        if (!standsAsBefore(view, part) || (above >= 0 ? !standsAsBefore(view, above) : !hasRootsAsBefore(view)))
            return std::nullopt;
    }
    return units;
}

bool LiveChart::hasRootsAsBefore(const OrgView &view) const
{
    std::vector<int> roots;
    for (const ChartPart &part : m_parts)
        if (part.parent < 0)
            roots.push_back(part.unit);
    return roots == rootsOf(view, m_options);
}

bool LiveChart::standsAsBefore(const OrgView &view, int part) const
{
    ChartPart shaped = m_parts[uz(part)];
    const std::vector<ChartPart> below = scopeBelow(view, m_options, shaped);
    if (shaped != m_parts[uz(part)])
        return false;
    int child = m_firstChild[uz(part)];
    for (const ChartPart &now : below) {
        if (child == kNone)
            return false;
        const ChartPart &before = m_parts[uz(child)];
        // What hangs below a child is asked of it by itself, where it was touched.
        if (now.kind != before.kind || now.unit != before.unit || now.post != before.post ||
            now.units != before.units || now.title != before.title || now.level != before.level ||
            now.isNarrow != before.isNarrow)
            return false;
        child = m_nextSibling[uz(child)];
    }
    return child == kNone;
}

std::vector<int> LiveChart::partsToWrite(std::span<const int> units) const
{
    std::vector<int> parts;
    for (const int unit : units) {
        const int part = m_partOfUnit[uz(unit)];
        parts.push_back(part);
        if (const auto posts = m_postParts.find(unit); posts != m_postParts.end())
            parts.insert(parts.end(), posts->second.begin(), posts->second.end());
        // Boxes at the ends of one branch are as wide, or have names as high, as the largest of them.
        if (m_parts[uz(part)].kind == PartKind::Leaf && m_parts[uz(part)].parent >= 0)
            for (int other = m_firstChild[uz(m_parts[uz(part)].parent)]; other != kNone;
                 other = m_nextSibling[uz(other)])
                if (m_parts[uz(other)].kind == PartKind::Leaf)
                    parts.push_back(other);
    }
    std::ranges::sort(parts);
    const auto [first, end] = std::ranges::unique(parts);
    parts.erase(first, end);
    return parts;
}

void LiveChart::replacePiece(int part, const Piece &written, const DisplayList &scratch)
{
    Piece &piece = m_pieces[uz(part)];
    const ListMark &from = written.begin;
    const ListMark &to = written.end;
    std::vector<QRectF> rects;
    for (const BoxItem &box : range(scratch.boxes, from.boxes, to.boxes))
        rects.push_back(box.rect);
    std::vector<QPointF> baselines;
    for (const TextItem &text : range(scratch.texts, from.texts, to.texts))
        baselines.push_back(text.baseline);
    std::vector<LineItem> lines;
    for (LineItem line : range(scratch.lines, from.lines, to.lines)) {
        line.first += static_cast<int>(piece.begin.points) - static_cast<int>(from.points);
        lines.push_back(line);
    }
    const auto points = range(scratch.points, from.points, to.points);
    replaceRange(m_list.boxes, piece.begin.boxes, piece.end.boxes, range(scratch.boxes, from.boxes, to.boxes));
    replaceRange(m_own.boxes, piece.begin.boxes, piece.end.boxes, std::span<const QRectF>(rects));
    replaceRange(m_list.texts, piece.begin.texts, piece.end.texts, range(scratch.texts, from.texts, to.texts));
    replaceRange(m_own.texts, piece.begin.texts, piece.end.texts, std::span<const QPointF>(baselines));
    replaceRange(m_list.lines, piece.begin.lines, piece.end.lines, std::span<const LineItem>(lines));
    replaceRange(m_list.points, piece.begin.points, piece.end.points, points);
    replaceRange(m_own.points, piece.begin.points, piece.end.points, points);
    const ListMark begin = piece.begin;
    piece = written;
    piece.begin = begin;
    piece.end = plus(begin, minus(to, from));
    m_places[uz(part)] = QRectF(); // to be placed again
}

void LiveChart::write(const OrgView &view, std::span<const int> parts)
{
    // Each with the part above it, which says how its branch stands.
    std::vector<ChartPart> chosen;
    std::vector<int> origin;
    std::unordered_map<int, int> aboves;
    for (const int part : parts) {
        ChartPart copy = m_parts[uz(part)];
        if (copy.parent >= 0) {
            const auto [above, isNew] = aboves.emplace(copy.parent, sizeOf(chosen));
            if (isNew) {
                chosen.push_back(m_parts[uz(copy.parent)]);
                chosen.back().parent = kNone;
                origin.push_back(kNone);
            }
            copy.parent = above->second;
        }
        chosen.push_back(std::move(copy));
        origin.push_back(part);
    }
    DisplayList scratch;
    const std::vector<Piece> written = PieceComposer(view, m_measurer, m_options, scratch).compose(chosen);
    // From the last to the first, so that those before keep their places; then the marks of those behind move.
    std::vector<std::pair<int, ListMark>> ends; // where a piece ended
    for (std::size_t i = chosen.size(); i-- > 0;)
        if (origin[i] != kNone) {
            ends.emplace_back(origin[i], m_pieces[uz(origin[i])].end);
            replacePiece(origin[i], written[i], scratch);
        }
    BM_CHECK(!ends.empty(), return);
    std::ranges::reverse(ends);
    ListMark moved;
    std::size_t next = 0;
    for (int i = ends.front().first; i < sizeOf(m_pieces); ++i) {
        Piece &piece = m_pieces[uz(i)];
        const bool isWritten = next < ends.size() && ends[next].first == i;
        const ListMark before = isWritten ? ends[next++].second : piece.end;
        if (moved.points != 0)
            for (std::size_t line = piece.begin.lines + moved.lines; line < piece.end.lines + moved.lines; ++line)
                m_list.lines[line].first += static_cast<int>(moved.points);
        piece.begin = plus(piece.begin, moved);
        piece.end = plus(piece.end, moved);
        moved = minus(piece.end, before);
    }
}

void LiveChart::place()
{
    const BranchPlacement placed = placePieces(m_parts, m_pieces, m_options);
    const ListMark end = m_pieces.empty() ? ListMark{} : m_pieces.back().end;
    m_list.lines.resize(end.lines);
    m_list.points.resize(end.points);
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
            for (std::size_t k = begin.texts; k < last.texts; ++k)
                m_list.texts[k].baseline = m_own.texts[k] + corner;
            for (std::size_t k = begin.points; k < last.points; ++k)
                m_list.points[k] = m_own.points[k] + corner;
        }
        m_list.runs.push_back({begin, last, rect});
        m_list.bounds = m_list.bounds.united(rect);
    }
    drawBranch(m_list, placed, {0, 0}, m_options.theme.lineStroke);
}

bool LiveChart::follow(const OrgView &view, const ChartOptions &options, std::span<const RowKey> touched)
{
    const bool isEdit = touched.size() <= kMostRows && canFollow(view, options);
    const auto units = isEdit ? touchedUnits(view, touched) : std::nullopt;
    if (!units) {
        rebuild(view, options);
        return false;
    }
    if (units->empty())
        return true;
    write(view, partsToWrite(*units));
    place();
    return true;
}

} // namespace bomay

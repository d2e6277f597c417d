// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/tiles.h"

#include "core/base/numbers.h"
#include "core/chart/tile_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kMargin = 12; ///< mm that printers leave white, and room for names
constexpr Stroke kCutStroke{{120, 120, 120, 255}, 0.12, StrokeStyle::Solid};
constexpr FontSpec kNameFont{FontFace::Sans, FontWeight::Bold, FontSlant::Upright, 9};
constexpr FontSpec kNoteFont{FontFace::Sans, FontWeight::Regular, FontSlant::Upright, 8};

QString nameOfTile(int row, int column)
{
    return nameOfTileRow(row) + QString::number(column + 1);
}

QSizeF roomOf(const QSizeF &sheet)
{
    return sheet - QSizeF(2 * kMargin, 2 * kMargin);
}

QRectF areaIn(const TilePlan &plan, int row, int column)
{
    const std::vector<double> &columns = plan.columnCuts[uz(row)];
    return {QPointF(columns[uz(column)], plan.rowCuts[uz(row)]),
            QPointF(columns[uz(column) + 1], plan.rowCuts[uz(row) + 1])};
}

/// Cuts planned for one scale are set on sheets one by one.
class TileSheets : public PageSource
{
public:
    TileSheets(DisplayList picture, TilePlan plan, const TileRequest &request, const Theme &theme,
               const TextMeasurer &measurer)
        : m_picture(std::move(picture))
        , m_plan(std::move(plan))
        , m_request(request)
        , m_theme(theme)
        , m_measurer(measurer)
    {
        for (int row = 0; row < m_plan.rows(); ++row) {
            m_firstOfRow.push_back(sizeOf(m_tiles));
            for (int column = 0; column < m_plan.columns(row); ++column)
                m_tiles.push_back({row, column, areaIn(m_plan, row, column), areaIn(m_plan, row, column), {}, {}, {}});
        }
        sortBlocks();
        sortLines();
        m_hasOverview = sizeOf(m_tiles) > 1 && sizeOf(m_picture.boxes) <= kBoxesOfOverview;
        if (!m_hasOverview)
            std::vector<ListRun>().swap(m_picture.runs); // sheets have their own
    }

    [[nodiscard]] int count() const override { return firstSheet() + sizeOf(m_tiles); }
    [[nodiscard]] QSizeF sizeOfPage(int /*index*/) const override { return m_request.sheet; }

    [[nodiscard]] const Page &page(int index) override
    {
        m_page = index < firstSheet() ? overview() : pageOf(m_tiles[uz(index - firstSheet())]);
        return m_page;
    }

    [[nodiscard]] std::vector<OutlineEntry> outline() override
    {
        std::vector<OutlineEntry> entries;
        for (const Tile &tile : m_tiles)
            entries.push_back({nameOfTile(tile.row, tile.column), 0, firstSheet() + sizeOf(entries), 0});
        return entries;
    }

private:
    /// From one point of a line to the next, or an edge of a frame.
    struct Piece
    {
        int line; ///< index in the picture; of a frame −1 − its index
        int part;
    };

    struct Tile
    {
        int row;
        int column;
        QRectF area;   ///< between the cuts
        QRectF extent; ///< with what stands out over them
        std::vector<int> blocks;
        std::vector<int> foreign;  ///< blocks of neighbours that stand out into the area
        std::vector<Piece> pieces; ///< that may run through the area
    };

    [[nodiscard]] int firstSheet() const { return m_hasOverview ? 1 : 0; }

    /// Calls for the tiles whose area a rectangle meets.
    template <typename Function>
    void forTiles(const QRectF &rect, Function &&function)
    {
        const auto firstOf = [](const std::vector<double> &cuts, double value) {
            return std::clamp(static_cast<int>(std::ranges::lower_bound(cuts, value) - cuts.begin()) - 1, 0,
                              sizeOf(cuts) - 2);
        };
        for (int row = firstOf(m_plan.rowCuts, rect.top());
             row < m_plan.rows() && m_plan.rowCuts[uz(row)] <= rect.bottom(); ++row) {
            const std::vector<double> &columns = m_plan.columnCuts[uz(row)];
            for (int column = firstOf(columns, rect.left());
                 column < m_plan.columns(row) && columns[uz(column)] <= rect.right(); ++column)
                function(m_tiles[uz(m_firstOfRow[uz(row)] + column)]);
        }
    }

    void sortBlocks()
    {
        for (int i = 0; i < sizeOf(m_plan.blocks); ++i) {
            const TileBlock &block = m_plan.blocks[uz(i)];
            Tile &own = m_tiles[uz(m_firstOfRow[uz(block.row)] + block.column)];
            own.blocks.push_back(i);
            own.extent = own.extent.united(block.rect);
            if (!own.area.contains(block.rect))
                forTiles(block.rect, [&](Tile &tile) {
                    if (&tile != &own && tile.area.intersects(block.rect))
                        tile.foreign.push_back(i);
                });
        }
    }

    /// Lines, and the edges of frames, go on over the cuts.
    void sortLines()
    {
        const auto sort = [this](Piece piece) {
            const auto [from, to, like] = endsOf(piece);
            forTiles(QRectF(from, to).normalized(), [&piece](Tile &tile) { tile.pieces.push_back(piece); });
        };
        for (int i = 0; i < sizeOf(m_picture.lines); ++i)
            for (int k = 0; k + 1 < m_picture.lines[uz(i)].count; ++k)
                sort({i, k});
        for (const int frame : m_plan.frames)
            for (int edge = 0; edge < 4; ++edge)
                sort({-1 - frame, edge});
    }

    struct Ends
    {
        QPointF from;
        QPointF to;
        LineItem like; ///< the stroke and the heads of the whole piece
    };

    [[nodiscard]] Ends endsOf(Piece piece) const
    {
        if (piece.line < 0) {
            const BoxItem &box = m_picture.boxes[uz(-1 - piece.line)];
            const std::array corners{box.rect.topLeft(), box.rect.topRight(), box.rect.bottomRight(),
                                     box.rect.bottomLeft()};
            return {corners[uz(piece.part)], corners[uz((piece.part + 1) % 4)], {0, 2, box.stroke}};
        }
        const LineItem &line = m_picture.lines[uz(piece.line)];
        const std::size_t first = uz(line.first + piece.part);
        return {
            m_picture.points[first],
            m_picture.points[first + 1],
            {0, 2, line.stroke, line.headAtBegin && piece.part == 0, line.headAtEnd && piece.part + 2 == line.count}};
    }

    /// Adds the part of a piece that lies within the area of a tile.
    void clip(Piece piece, const Tile &tile, DisplayList &list) const
    {
        const auto [from, to, like] = endsOf(piece);
        double begin = 0; // the part of the way that lies within the area
        double end = 1;
        // A line along a cut is on the sheet behind it.
        const auto narrow = [&begin, &end](double start, double way, double low, double high, bool isLast) {
            if (way == 0) {
                if (start < low || start > high || (start == high && !isLast))
                    end = -1;
                return;
            }
            const double a = (low - start) / way;
            const double b = (high - start) / way;
            begin = std::max(begin, std::min(a, b));
            end = std::min(end, std::max(a, b));
        };
        narrow(from.x(), to.x() - from.x(), tile.area.left(), tile.area.right(),
               tile.column + 1 == m_plan.columns(tile.row));
        narrow(from.y(), to.y() - from.y(), tile.area.top(), tile.area.bottom(), tile.row + 1 == m_plan.rows());
        if (begin >= end)
            return;
        LineItem &line = list.addLine({from + begin * (to - from), from + end * (to - from)}, like.stroke);
        line.headAtBegin = like.headAtBegin && begin == 0;
        line.headAtEnd = like.headAtEnd && end == 1;
    }

    Page pageOf(const Tile &tile)
    {
        Page page{m_request.sheet, {}};
        page.scale = m_request.scale;
        page.label = nameOfTile(tile.row, tile.column);
        DisplayList content;
        for (const int frame : m_plan.frames)
            if (const BoxItem &box = m_picture.boxes[uz(frame)]; box.fill.alpha > 0 && box.rect.intersects(tile.area))
                content.boxes.push_back({box.rect & tile.area, box.fill, {m_theme.paper, 0, StrokeStyle::None}, {}});
        for (const int index : tile.foreign) // a line under a neighbour's box is not seen
            content.boxes.push_back(
                {m_plan.blocks[uz(index)].rect & tile.area, m_theme.paper, {m_theme.paper, 0, StrokeStyle::None}, {}});
        for (const int index : tile.blocks) {
            for (const int box : m_plan.blocks[uz(index)].boxes)
                content.boxes.push_back(m_picture.boxes[uz(box)]);
            for (const BlockImage &image : std::ranges::equal_range(m_plan.images, index, {}, &BlockImage::block))
                content.images.push_back(m_picture.images[uz(image.image)]);
            for (const int text : m_plan.blocks[uz(index)].texts)
                content.texts.push_back(m_picture.texts[uz(text)]);
        }
        for (const Piece piece : tile.pieces)
            clip(piece, tile, content);
        const double scale = m_request.scale;
        const QPointF offset = QPointF(kMargin, kMargin) - tile.extent.topLeft() * scale;
        content.bounds = tile.extent;
        content.transform(scale, offset);
        page.smallestText = kNoteFont.size;
        for (const TextItem &text : content.texts)
            page.smallestText = std::min(page.smallestText, text.font.size);
        page.list.append(std::move(content));
        DisplayList marks;
        markEdges(tile, scale, offset, marks);
        nameSheet(page.label, marks);
        marks.bounds = QRectF(QPointF(0, 0), m_request.sheet);
        page.list.append(std::move(marks));
        return page;
    }

    /// A cut along each side that has a neighbour, round the boxes in its way, and the neighbour's name beside it.
    void markEdges(const Tile &tile, double scale, QPointF offset, DisplayList &marks)
    {
        const auto mark = [&](const std::vector<QPointF> &way, const QString &neighbour, QPointF middle) {
            marks.lines.push_back({sizeOf(marks.points), sizeOf(way), kCutStroke});
            for (const QPointF point : way)
                marks.points.push_back(point * scale + offset);
            const double width = m_measurer.width(neighbour, kNoteFont);
            const QPointF at = middle * scale + offset - QPointF(width / 2, -m_measurer.ascent(kNoteFont) / 2);
            addText({std::clamp(at.x(), 1.0, m_request.sheet.width() - width - 1),
                     std::clamp(at.y(), 4.0, m_request.sheet.height() - 2)},
                    neighbour, kNoteFont, marks);
        };
        const double beside = 7 / scale; // from the cut to the middle of the name
        const QRectF &area = tile.area;
        if (tile.column > 0)
            mark(way(tile, area.topLeft(), area.bottomLeft()), u"← "_s + nameOfTile(tile.row, tile.column - 1),
                 {tile.extent.left() - beside, area.center().y()});
        if (tile.column + 1 < m_plan.columns(tile.row))
            mark(way(tile, area.topRight(), area.bottomRight()), nameOfTile(tile.row, tile.column + 1) + u" →"_s,
                 {tile.extent.right() + beside, area.center().y()});
        if (tile.row > 0)
            mark(way(tile, area.topLeft(), area.topRight()), u"↑ "_s + nameOfTileRow(tile.row - 1),
                 {area.center().x(), tile.extent.top() - beside / 2});
        if (tile.row + 1 < m_plan.rows())
            mark(way(tile, area.bottomLeft(), area.bottomRight()), u"↓ "_s + nameOfTileRow(tile.row + 1),
                 {area.center().x(), tile.extent.bottom() + beside / 2});
    }

    /// The cut from one corner to the next, down or to the right. A block across it stays whole: the way goes round the
    /// part of it that lies on the other sheet. Where such a block covers a corner, the way begins or ends at it.
    [[nodiscard]] std::vector<QPointF> way(const Tile &tile, QPointF from, QPointF to) const
    {
        const bool isUpright = from.x() == to.x();
        // Along and across the cut, so that one reckoning serves both ways.
        const auto along = [isUpright](QPointF point) { return isUpright ? point.y() : point.x(); };
        const auto across = [isUpright](QPointF point) { return isUpright ? point.x() : point.y(); };
        const auto point = [isUpright](double a, double b) { return isUpright ? QPointF(b, a) : QPointF(a, b); };
        const double cut = across(from);
        const bool isBehind = cut == across(tile.area.bottomRight()); // the neighbour is
        struct Detour
        {
            double begin;
            double end;
            double edge;
        };
        std::vector<Detour> detours;
        const auto note = [&](int index, bool isOwn) {
            const QRectF &rect = m_plan.blocks[uz(index)].rect;
            const double low = across(rect.topLeft());
            const double high = across(rect.bottomRight());
            if (low >= cut || high <= cut)
                return;
            Detour detour{along(rect.topLeft()), along(rect.bottomRight()), isBehind == isOwn ? high : low};
            if (!isOwn) // beyond the corner other sheets say it
                detour = {std::max(detour.begin, along(from)), std::min(detour.end, along(to)), detour.edge};
            if (detour.begin < detour.end)
                detours.push_back(detour);
        };
        for (const int index : tile.blocks)
            note(index, true);
        for (const int index : tile.foreign)
            note(index, false);
        std::ranges::sort(detours, {}, &Detour::begin);
        std::vector<QPointF> points;
        if (detours.empty() || detours.front().begin > along(from))
            points.push_back(from);
        for (const Detour &detour : detours) {
            if (!points.empty())
                points.push_back(point(detour.begin, cut));
            points.push_back(point(detour.begin, detour.edge));
            points.push_back(point(detour.end, detour.edge));
            if (detour.end < along(to))
                points.push_back(point(detour.end, cut));
        }
        if (detours.empty() || detours.back().end < along(to))
            points.push_back(to);
        return points;
    }

    void nameSheet(const QString &name, DisplayList &marks)
    {
        const double bottom = m_request.sheet.height() - 4;
        addText({kMargin, bottom}, name, kNameFont, marks);
        const QString note = m_request.title;
        const double width = m_measurer.width(note, kNoteFont);
        const double left = std::max(kMargin + 12, m_request.sheet.width() - kMargin - width);
        if (left + width <= m_request.sheet.width())
            addText({left, bottom}, note, kNoteFont, marks);
    }

    void addText(QPointF at, const QString &text, const FontSpec &font, DisplayList &list) const
    {
        list.texts.push_back({at, m_measurer.width(text, font), text, font, m_theme.ink, {}});
    }

    /// The whole picture with the names of the sheets; each leads to its sheet.
    Page overview()
    {
        Page page{m_request.sheet, m_picture};
        const QSizeF room = roomOf(m_request.sheet);
        const QRectF &whole = m_picture.bounds;
        page.scale = std::min({1.0, room.width() / whole.width(), room.height() / whole.height()});
        const QPointF offset = QPointF(kMargin, kMargin) - whole.topLeft() * page.scale;
        page.list.transform(page.scale, offset);
        page.label = u"0"_s;
        DisplayList marks;
        for (int i = 0; i < sizeOf(m_tiles); ++i) {
            const Tile &tile = m_tiles[uz(i)];
            const QRectF rect(tile.area.topLeft() * page.scale + offset, tile.area.size() * page.scale);
            marks.boxes.push_back({rect, {0, 0, 0, 0}, kCutStroke, {}});
            const QString name = nameOfTile(tile.row, tile.column);
            // In the corner, so that it covers little.
            const double width = m_measurer.width(name, kNameFont) + 2;
            const double height = m_measurer.lineHeight(kNameFont);
            marks.boxes.push_back({{rect.topLeft(), QSizeF(width, height)}, m_theme.paper, kCutStroke, {}});
            addText(rect.topLeft() + QPointF(1, m_measurer.ascent(kNameFont)), name, kNameFont, marks);
            page.links.push_back({rect, firstSheet() + i, 0});
        }
        nameSheet({}, marks);
        marks.bounds = QRectF(QPointF(0, 0), m_request.sheet);
        page.list.append(std::move(marks));
        return page;
    }

    DisplayList m_picture;
    TilePlan m_plan;
    TileRequest m_request;
    Theme m_theme;
    const TextMeasurer &m_measurer;
    std::vector<int> m_firstOfRow;
    std::vector<Tile> m_tiles;
    bool m_hasOverview = false;
    Page m_page; ///< the one asked for last
};

} // namespace

QString nameOfTileRow(int row)
{
    QString name;
    for (int rest = row; rest >= 0; rest = rest / 26 - 1)
        name.prepend(QChar(u'A' + rest % 26));
    return name;
}

Result<std::unique_ptr<PageSource>> tileSource(DisplayList picture, const TileRequest &request, const Theme &theme,
                                               const TextMeasurer &measurer)
{
    BM_TRY(TilePlan plan, planTiles(picture, roomOf(request.sheet) / request.scale));
    return std::make_unique<TileSheets>(std::move(picture), std::move(plan), request, theme, measurer);
}

Result<PaperDocument> tilesOf(const DisplayList &picture, const TileRequest &request, const Theme &theme,
                              const TextMeasurer &measurer)
{
    BM_TRY(const std::unique_ptr<PageSource> source, tileSource(picture, request, theme, measurer));
    return allPages(*source);
}

Result<std::vector<TileArea>> tileAreas(const DisplayList &picture, const QSizeF &sheet, double scale)
{
    BM_TRY(const TilePlan plan, planTiles(picture, roomOf(sheet) / scale));
    std::vector<TileArea> areas;
    for (int row = 0; row < plan.rows(); ++row)
        for (int column = 0; column < plan.columns(row); ++column)
            areas.push_back({areaIn(plan, row, column), nameOfTile(row, column)});
    return areas;
}

double scaleForTiles(const DisplayList &picture, const QSizeF &sheet, QSize sheets)
{
    constexpr int kSteps = 24; // halvings: to the millionth part
    constexpr double kEndless = 1e12;
    const auto fits = [&](double scale) -> bool {
        const auto plan = planTiles(picture, roomOf(sheet) / scale);
        if (!plan || plan->rows() > sheets.height())
            return false;
        for (int row = 0; row < plan->rows(); ++row)
            if (plan->columns(row) > sheets.width())
                return false;
        return true;
    };
    double high = 1;
    if (fits(high))
        return high;
    // At this scale one sheet holds all of it, with texts that stand out over its bounds, whatever is lost in
    // reckoning.
    const auto uncut = planTiles(picture, {kEndless, kEndless});
    BM_CHECK(uncut.has_value(), return high);
    const QSizeF room = roomOf(sheet);
    double low = std::min(room.width() / uncut->whole.width(), room.height() / uncut->whole.height()) * (1 - 1e-9);
    BM_CHECK(fits(low), return low);
    for (int step = 0; step < kSteps; ++step) {
        const double middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

} // namespace bomay

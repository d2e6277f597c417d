// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_objects.h"

#include "core/base/numbers.h"
#include "core/chart/staff_texts.h"
#include "core/chart/text_block.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kDistance = 6;   ///< mm from the picture, and between objects
constexpr double kTextWidth = 80; ///< mm of a line
constexpr double kWidestLogo = 200;
constexpr double kBracketArm = 3; ///< mm
constexpr double kBracketWords = 40;

bool isUpright(ChartSide side)
{
    return side == ChartSide::Left || side == ChartSide::Right;
}

/// Draws single objects, each about its own corner.
class ObjectWriter
{
public:
    ObjectWriter(const OrgView &view, const ChartOptions &options, const TextMeasurer &measurer)
        : m_view(view)
        , m_options(options)
        , m_theme(options.theme)
        , m_measurer(measurer)
    {}

    [[nodiscard]] DisplayList draw(const ChartObject &object) const
    {
        switch (object.kind) {
        case ChartObjectKind::Text:
            return text(object.text, m_theme.postFont, noEdge());
        case ChartObjectKind::Note:
            return text(object.text, m_theme.postFont, m_theme.postStroke);
        case ChartObjectKind::TotalStaff:
            return text(totalStaffText(m_view, m_options), m_theme.unitFont, noEdge());
        case ChartObjectKind::DataDate:
            return text(u"(Số liệu tính đến ngày %1)"_s.arg(m_view.day().toVietnamese()), m_theme.vacantFont, noEdge());
        case ChartObjectKind::Summary:
            return table(object.text, summaryRows(m_view, m_options));
        case ChartObjectKind::Logo:
            return logo(object);
        case ChartObjectKind::Bracket:
            break;
        }
        return {};
    }

    /// At the side of the whole picture, as long as the branch is there.
    [[nodiscard]] DisplayList bracket(const ChartObject &object, const QRectF &branch, const QRectF &whole) const
    {
        DisplayList list;
        TextBlock block;
        BlockWriter writer(m_measurer, m_theme.padding, m_theme.ink, list);
        addLines(writer, block, object.text, m_theme.unitFont, kBracketWords);
        const QSizeF size = block.isEmpty() ? QSizeF(0, 0) : writer.boxSize(block);
        // Seen from the picture outwards: from the arms' ends to the back, and on to the words.
        const bool isFar = object.side == ChartSide::Right || object.side == ChartSide::Below;
        const auto outwards = [&](double distance) {
            switch (object.side) {
            case ChartSide::Left:
                return whole.left() - distance;
            case ChartSide::Right:
                return whole.right() + distance;
            case ChartSide::Above:
                return whole.top() - distance;
            case ChartSide::Below:
                break;
            }
            return whole.bottom() + distance;
        };
        const bool upright = isUpright(object.side);
        const auto place = [upright](double across, double along) {
            return upright ? QPointF(across, along) : QPointF(along, across);
        };
        const double first = upright ? branch.top() : branch.left();
        const double last = upright ? branch.bottom() : branch.right();
        const double middle = (first + last) / 2;
        const double ends = outwards(kDistance / 2);
        const double back = outwards(kDistance / 2 + kBracketArm);
        const double tip = outwards(kDistance / 2 + 2 * kBracketArm);
        list.addLine({place(ends, first), place(back, first), place(back, last), place(ends, last)},
                     m_theme.unitStroke);
        list.bounds = QRectF(place(ends, first), place(back, last)).normalized();
        if (block.isEmpty())
            return list;
        list.addLine({place(back, middle), place(tip, middle)}, m_theme.unitStroke);
        const QSizeF half = size / 2;
        const double reach = upright ? half.width() : half.height();
        const QPointF centre = place(isFar ? tip + reach : tip - reach, middle);
        const QRectF rect(centre - QPointF(half.width(), half.height()), size);
        writer.draw(rect, block, {noEdge(), clear()}, {});
        list.bounds = list.bounds.united(rect);
        return list;
    }

private:
    static Rgba clear() { return {255, 255, 255, 0}; }
    [[nodiscard]] Stroke noEdge() const { return {m_theme.ink, 0, StrokeStyle::None}; }

    static void addLines(BlockWriter &writer, TextBlock &block, const QString &text, const FontSpec &font, double width)
    {
        for (const QString &line : text.trimmed().split(u'\n'))
            if (!line.isEmpty())
                writer.add(block, line, font, width);
    }

    [[nodiscard]] DisplayList text(const QString &words, const FontSpec &font, const Stroke &edge) const
    {
        DisplayList list;
        TextBlock block;
        BlockWriter writer(m_measurer, m_theme.padding, m_theme.ink, list);
        addLines(writer, block, words, font, kTextWidth);
        if (block.isEmpty())
            return list;
        list.bounds = {QPointF(0, 0), writer.boxSize(block)};
        writer.draw(list.bounds, block, {edge, clear(), TextAlignment::Left}, {});
        return list;
    }

    [[nodiscard]] DisplayList logo(const ChartObject &object) const
    {
        DisplayList list;
        if (object.picture.isEmpty())
            return list;
        const double height = object.height > 0 ? object.height : m_theme.logoHeight;
        const QRectF room(0, 0, headerOf(object.picture).size.isEmpty() ? height : kWidestLogo, height);
        list.bounds = {QPointF(0, 0), fitPicture(object.picture, room).size()};
        list.images.push_back({list.bounds, object.picture, {}});
        return list;
    }

    /// A title over rows of cells; the first and the last row stand out.
    [[nodiscard]] DisplayList table(const QString &title, const std::vector<QStringList> &rows) const
    {
        DisplayList list;
        BlockWriter writer(m_measurer, m_theme.padding, m_theme.ink, list);
        std::vector<std::vector<TextBlock>> cells;
        std::vector<double> widths;
        std::vector<double> heights;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool isBold = row == 0 || row + 1 == rows.size();
            cells.emplace_back();
            heights.push_back(0);
            for (qsizetype column = 0; column < rows[row].size(); ++column) {
                TextBlock &block = cells.back().emplace_back();
                FontSpec font = m_theme.postFont;
                font.weight = isBold ? FontWeight::Bold : FontWeight::Regular;
                writer.add(block, rows[row][column], font, m_theme.textWidth);
                const QSizeF size = writer.boxSize(block);
                widths.resize(std::max(widths.size(), cells.back().size()));
                widths[uz(column)] = std::max(widths[uz(column)], size.width());
                heights.back() = std::max(heights.back(), size.height());
            }
        }
        double y = 0;
        double whole = 0;
        for (const double width : widths)
            whole += width;
        TextBlock heading;
        addLines(writer, heading, title, m_theme.frameFont, std::max(whole, m_theme.textWidth));
        if (!heading.isEmpty()) {
            const QSizeF size = writer.boxSize(heading);
            whole = std::max(whole, size.width());
            writer.draw({0, 0, size.width(), size.height()}, heading, {noEdge(), clear(), TextAlignment::Left}, {});
            y = size.height();
        }
        for (std::size_t row = 0; row < cells.size(); ++row) {
            double x = 0;
            for (std::size_t column = 0; column < cells[row].size(); ++column) {
                const TextAlignment alignment = column == 0 ? TextAlignment::Left : TextAlignment::Centre;
                writer.draw({x, y, widths[column], heights[row]}, cells[row][column],
                            {m_theme.postStroke, row == 0 ? m_theme.leaderFill : m_theme.paper, alignment}, {});
                x += widths[column];
            }
            y += heights[row];
        }
        list.bounds = {0, 0, whole, y};
        return list;
    }

    const OrgView &m_view;
    const ChartOptions &m_options;
    const Theme &m_theme;
    const TextMeasurer &m_measurer;
};

/// What is drawn of a unit and all below it; null where nothing is.
QRectF branchIn(const DisplayList &list, const OrgView &view, UnitId unit)
{
    QRectF rect;
    const int top = view.nodeOf(unit);
    if (top < 0)
        return rect;
    for (const BoxItem &box : list.boxes) {
        const int node = box.node.uid.isNull() ? -1 : view.nodeOf(box.node);
        if (node >= top && node < view.nodes()[uz(top)].end)
            rect = rect.isNull() ? box.rect : rect.united(box.rect);
    }
    return rect;
}

/// Gives places to objects of one side, from the picture outwards.
class SideRow
{
public:
    SideRow(ChartSide side, const QRectF &whole)
        : m_side(side)
        , m_whole(whole)
        , m_along(isUpright(side) ? whole.top() : whole.left())
    {}

    [[nodiscard]] QPointF place(const QSizeF &size)
    {
        const bool upright = isUpright(m_side);
        const double length = upright ? size.height() : size.width();
        const double start = upright ? m_whole.top() : m_whole.left();
        const double end = upright ? m_whole.bottom() : m_whole.right();
        if (m_along > start && m_along + length > end) { // no room beside the last one
            m_out += m_thickest + kDistance;
            m_thickest = 0;
            m_along = start;
        }
        const double along = m_along;
        m_along += length + kDistance;
        const double thickness = upright ? size.width() : size.height();
        m_thickest = std::max(m_thickest, thickness);
        const double distance = kDistance + m_out;
        switch (m_side) {
        case ChartSide::Left:
            return {m_whole.left() - distance - thickness, along};
        case ChartSide::Right:
            return {m_whole.right() + distance, along};
        case ChartSide::Above:
            return {along, m_whole.top() - distance - thickness};
        case ChartSide::Below:
            break;
        }
        return {along, m_whole.bottom() + distance};
    }

private:
    ChartSide m_side;
    QRectF m_whole;
    double m_along;
    double m_out = 0;
    double m_thickest = 0;
};

/// Each next to the picture, or outside of those that it would lie over.
void addBrackets(DisplayList &list, const OrgView &view, const ChartOptions &options, const ObjectWriter &writer)
{
    std::vector<DisplayList> placed;
    for (const ChartObject &object : options.objects) {
        const QRectF branch = object.kind == ChartObjectKind::Bracket ? branchIn(list, view, object.unit) : QRectF();
        if (branch.isNull())
            continue;
        QRectF whole = list.bounds;
        DisplayList drawn = writer.bracket(object, branch, whole);
        const auto isUnder = [&drawn](const DisplayList &other) { return other.bounds.intersects(drawn.bounds); };
        for (auto other = std::ranges::find_if(placed, isUnder); other != placed.end();
             other = std::ranges::find_if(placed, isUnder)) {
            whole = whole.united(other->bounds); // it is farther out: what is drawn begins beyond the picture's edge
            drawn = writer.bracket(object, branch, whole);
        }
        placed.push_back(std::move(drawn));
    }
    for (const DisplayList &bracket : placed)
        list.append(bracket);
}

void append(DisplayList &list, DisplayList object, QPointF offset)
{
    object.move({}, object.mark(), offset);
    object.bounds.translate(offset);
    list.append(object);
}

} // namespace

void addObjects(DisplayList &list, const OrgView &view, const ChartOptions &options, const TextMeasurer &measurer)
{
    const ObjectWriter writer(view, options, measurer);
    // Brackets first, next to what they embrace; then the sides in turn, so that none lies in the corner of another.
    addBrackets(list, view, options, writer);
    for (const auto &side : terms<ChartSide>()) {
        SideRow row(side.value, list.bounds);
        for (const ChartObject &object : options.objects) {
            if (object.side != side.value || object.kind == ChartObjectKind::Bracket)
                continue;
            const DisplayList drawn = writer.draw(object);
            if (drawn.mark() != ListMark{})
                append(list, drawn, row.place(drawn.bounds.size()));
        }
    }
}

bool tellsDataDate(const ChartOptions &options)
{
    return std::ranges::any_of(options.objects,
                               [](const ChartObject &object) { return object.kind == ChartObjectKind::DataDate; });
}

} // namespace bomay

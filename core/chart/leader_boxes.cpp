// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/leader_boxes.h"

#include "core/base/numbers.h"
#include "core/chart/portraits.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr double kJoinRoom = 8; ///< mm on each side of a unit's name in a top band

/// How many of a row's boxes stand left of the trunk.
std::size_t leftCount(std::size_t boxes)
{
    return (boxes + 1) / 2;
}

bool isLeader(const PostLine &line)
{
    return line.role == PostRole::Head || line.role == PostRole::Deputy;
}

} // namespace

LeaderBoxes::LeaderBoxes(const OrgView &view, const ChartOptions &options, UnitBoxes &boxes, BlockWriter &writer,
                         DisplayList &list)
    : m_view(view)
    , m_options(options)
    , m_theme(options.theme)
    , m_boxes(boxes)
    , m_writer(writer)
    , m_list(list)
{}

TextBlock LeaderBoxes::measure(const PostLine &line) const
{
    TextBlock block;
    const double width = m_boxes.textWidth(line.node, m_theme.textWidth);
    m_writer.add(block, line.text, m_theme.unitFont, width);
    if (m_options.view.holders)
        m_writer.add(block, line.vacant ? u"(khuyết)"_s : line.holders,
                     line.vacant || line.acting ? m_theme.vacantFont : m_theme.postFont, width);
    if (!line.surplus.isEmpty())
        m_writer.add(block, u"(%1)"_s.arg(line.surplus), m_theme.vacantFont, width);
    block.picture = portraitFor(m_view, m_options, line.node, PictureSide::Above);
    return block;
}

BoxLook LeaderBoxes::look(const PostLine &line) const
{
    if (!line.surplus.isEmpty())
        return {m_theme.surplusStroke, m_theme.paper};
    return {line.vacant && m_options.view.holders ? m_theme.vacantStroke : m_theme.unitStroke, m_theme.paper};
}

std::vector<PostLine> LeaderBoxes::linesOf(int unit, std::span<const int> apart) const
{
    if (!m_options.view.posts)
        return {};
    const PostGrouping grouping =
        m_options.view.leaders == LeaderStyle::OneBox ? m_boxes.grouping(PostGrouping::Single) : PostGrouping::Single;
    return postLines(m_view, unit, grouping, apart);
}

std::vector<LeaderBoxes::Row> LeaderBoxes::rowsApart(int unit, std::span<const PostLine> lines) const
{
    std::vector<Row> rows;
    TextBlock others;
    for (const PostLine &line : lines) {
        if (line.role == PostRole::Head) {
            rows.push_back({{}, measure(line), look(line), line.node});
        } else if (line.role == PostRole::Deputy) {
            if (rows.empty() || rows.back().deputies.empty() || rows.back().deputies.back().tier != line.tier)
                rows.emplace_back();
            rows.back().deputies.push_back(line);
        } else {
            m_boxes.addPost(others, line, m_theme.postTextWidth);
        }
    }
    if (!others.isEmpty())
        rows.push_back({{}, others, {m_theme.postStroke, m_theme.paper}, m_view.units()[uz(unit)].id});
    return rows;
}

std::vector<LeaderBoxes::Row> LeaderBoxes::rowTogether(int unit, std::span<const PostLine> lines) const
{
    TextBlock block;
    const auto head = std::ranges::find(lines, PostRole::Head, &PostLine::role);
    if (std::ranges::any_of(lines, isLeader)) {
        // A director's board has a name of its own.
        const bool isBoard = head != lines.end() && head->text.startsWith(u"Giám đốc"_s);
        m_writer.add(block, isBoard ? u"BAN GIÁM ĐỐC"_s : u"LÃNH ĐẠO"_s, m_theme.unitFont, m_theme.textWidth);
    }
    for (const PostLine &line : lines)
        m_boxes.addPost(block, line, m_theme.postTextWidth);
    if (block.isEmpty())
        return {};
    if (head != lines.end())
        block.picture = portraitFor(m_view, m_options, head->node, PictureSide::Left);
    return {{{}, block, {m_theme.unitStroke, m_theme.paper}, m_view.units()[uz(unit)].id}};
}

std::vector<TextBlock> LeaderBoxes::measureRow(std::span<const PostLine> row) const
{
    std::vector<TextBlock> blocks;
    for (const PostLine &line : row)
        blocks.push_back(measure(line));
    const bool hasPictures =
        std::ranges::any_of(blocks, [](const TextBlock &block) { return block.picture != nullptr; });
    for (std::size_t i = 0; hasPictures && i < blocks.size(); ++i)
        if (!blocks[i].picture)
            blocks[i].picture = roomForPortrait(m_theme, PictureSide::Above);
    return blocks;
}

double LeaderBoxes::halfWidth(const Row &row) const
{
    if (row.deputies.empty())
        return m_writer.boxSize(row.block).width() / 2;
    double left = 0;
    double right = 0;
    const std::vector<TextBlock> blocks = measureRow(row.deputies);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        (i < leftCount(blocks.size()) ? left : right) += m_writer.boxSize(blocks[i]).width() + m_theme.postGap;
    return std::max(left, right);
}

double LeaderBoxes::drawRow(std::span<const PostLine> row, double trunk, double top)
{
    const double rail = top + m_theme.postGap;
    const double boxTop = rail + m_theme.postGap;
    const std::vector<TextBlock> blocks = measureRow(row);
    double height = 0;
    double left = trunk;
    for (std::size_t i = 0; i < row.size(); ++i) {
        height = std::max(height, m_writer.boxSize(blocks[i]).height());
        if (i < leftCount(row.size()))
            left -= m_writer.boxSize(blocks[i]).width() + m_theme.postGap;
    }
    double x = left;
    double railLeft = trunk;
    double railRight = trunk;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == leftCount(row.size()))
            x = trunk + m_theme.postGap;
        const double width = m_writer.boxSize(blocks[i]).width();
        const double middle = x + width / 2;
        m_writer.draw({x, boxTop, width, height}, blocks[i], look(row[i]), row[i].node);
        m_list.addLine({{middle, rail}, {middle, boxTop}}, m_theme.lineStroke);
        railLeft = std::min(railLeft, middle);
        railRight = std::max(railRight, middle);
        x += width + m_theme.postGap;
    }
    m_list.addLine({{railLeft, rail}, {railRight, rail}}, m_theme.lineStroke);
    return boxTop + height;
}

TextBlock LeaderBoxes::nameOf(int unit, bool isRoot) const
{
    TextBlock name;
    m_boxes.addName(name, unit, isRoot ? m_theme.rootFont : m_theme.unitFont,
                    m_boxes.textWidth(m_view.units()[uz(unit)].id, isRoot ? m_theme.rootTextWidth : m_theme.textWidth));
    return name;
}

double LeaderBoxes::topNameHeight(int unit) const
{
    return m_writer.boxSize(nameOf(unit, true)).height();
}

LeaderShape LeaderBoxes::draw(int unit, bool isRoot, std::span<const int> apart, Trunk trunk)
{
    const TextBlock name = nameOf(unit, isRoot);
    const NodeRef id = m_view.units()[uz(unit)].id;
    QSizeF nameSize = m_writer.boxSize(name);
    nameSize.setWidth(std::max(nameSize.width(), m_boxes.leastWidth(id, m_boxes.textWidth(id, 0))));
    nameSize.setHeight(std::max(nameSize.height(), isRoot ? m_topNameHeight.value_or(0) : 0));
    const std::vector<PostLine> lines = linesOf(unit, apart);
    const std::vector<Row> rows =
        m_options.view.leaders == LeaderStyle::OneBox ? rowTogether(unit, lines) : rowsApart(unit, lines);
    double half = nameSize.width() / 2 + (isRoot && m_topNameHeight ? kJoinRoom : 0);
    for (const Row &row : rows)
        half = std::max(half, halfWidth(row));

    const auto centred = [half](const QSizeF &size, double top) {
        return QRectF(half - size.width() / 2, top, size.width(), size.height());
    };
    m_boxes.drawName(centred(nameSize, 0), name, unit, m_theme.leaderFill);
    const double nameBottom = nameSize.height();
    double bottom = nameBottom;
    double trunkBottom = nameBottom;
    for (const Row &row : rows) {
        // Down to the line that a row hangs on, or to the box that stands on the trunk.
        trunkBottom = bottom + m_theme.postGap;
        if (!row.deputies.empty()) {
            bottom = drawRow(row.deputies, half, bottom);
            continue;
        }
        const QSizeF size = m_writer.boxSize(row.block);
        m_writer.draw(centred(size, bottom + m_theme.postGap), row.block, row.look, row.node);
        bottom += m_theme.postGap + size.height();
    }
    // The trunk runs down the middle; boxes that stand on it cover it.
    if (trunk == Trunk::ToUnits)
        trunkBottom = bottom;
    if (trunkBottom > nameBottom)
        m_list.addLine({{half, nameBottom}, {half, trunkBottom}}, m_theme.lineStroke);
    return {{2 * half, bottom}, nameBottom / 2};
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/piece_composer.h"

#include "core/base/numbers.h"
#include "core/layout/grid.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// How many of a row's boxes stand left of the trunk.
std::size_t leftCount(std::size_t boxes)
{
    return (boxes + 1) / 2;
}

/// The posts of one unit, sorted by where they are drawn.
struct Leaders
{
    std::vector<PostLine> heads;
    std::vector<std::vector<PostLine>> deputyRows; ///< one for each tier
    std::vector<PostLine> others;
};

Leaders sortLeaders(std::vector<PostLine> lines)
{
    Leaders leaders;
    for (PostLine &line : lines) {
        if (line.role == PostRole::Head) {
            leaders.heads.push_back(std::move(line));
        } else if (line.role == PostRole::Deputy) {
            if (leaders.deputyRows.empty() || leaders.deputyRows.back().front().tier != line.tier)
                leaders.deputyRows.emplace_back();
            leaders.deputyRows.back().push_back(std::move(line));
        } else {
            leaders.others.push_back(std::move(line));
        }
    }
    return leaders;
}

} // namespace

PieceComposer::PieceComposer(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options,
                             DisplayList &list)
    : m_view(view)
    , m_measurer(measurer)
    , m_options(options)
    , m_theme(options.theme)
    , m_list(list)
{}

void PieceComposer::addLines(TextBlock &block, const QString &text, const FontSpec &font, double maxWidth,
                             NodeRef node) const
{
    for (const QString &line : wrapText(text, font, maxWidth, m_measurer)) {
        const double width = m_measurer.width(line, font);
        block.lines.push_back({line, font, width, node});
        block.size = {std::max(block.size.width(), width),
                      std::max(0.0, block.size.height()) + m_measurer.lineHeight(font)};
    }
}

void PieceComposer::addPost(TextBlock &block, const PostLine &line) const
{
    addLines(block, line.joined(), line.vacant ? m_theme.vacantFont : m_theme.postFont, m_theme.postTextWidth,
             line.node);
}

QSizeF PieceComposer::boxSize(const TextBlock &block) const
{
    return block.size + QSizeF(2 * m_theme.padding, 2 * m_theme.padding);
}

void PieceComposer::drawBox(const QRectF &rect, const TextBlock &block, const Stroke &stroke, Rgba fill, NodeRef node)
{
    m_list.boxes.push_back({rect, fill, stroke, node});
    double top = rect.center().y() - block.size.height() / 2;
    for (const TextLine &line : block.lines) {
        const double height = m_measurer.lineHeight(line.font);
        const double slack = (height - m_measurer.ascent(line.font) - m_measurer.descent(line.font)) / 2;
        const QPointF baseline(rect.center().x() - line.width / 2, top + slack + m_measurer.ascent(line.font));
        m_list.texts.push_back(
            {baseline, line.width, line.text, line.font, m_theme.ink, line.node.uid.isNull() ? node : line.node});
        top += height;
    }
}

PieceComposer::Leaf PieceComposer::measureLeaf(int unit) const
{
    Leaf leaf{unit, {{}, {0, 0}}, {{}, {0, 0}}, 0};
    addLines(leaf.name, m_view.units()[uz(unit)].state.name, m_theme.unitFont, m_theme.textWidth);
    for (const PostLine &line : postLines(m_view, unit, PostGrouping::CountVacant))
        addPost(leaf.posts, line);
    leaf.nameHeight = boxSize(leaf.name).height();
    return leaf;
}

QSizeF PieceComposer::leafSize(const Leaf &leaf) const
{
    const QSizeF posts = leaf.posts.lines.empty() ? QSizeF(0, 0) : boxSize(leaf.posts);
    return {std::max(boxSize(leaf.name).width(), posts.width()), leaf.nameHeight + posts.height()};
}

void PieceComposer::levelNames(std::vector<Leaf> &leaves, int columns)
{
    for (std::size_t first = 0; first < leaves.size(); first += uz(columns)) {
        const std::size_t end = std::min(leaves.size(), first + uz(columns));
        double height = 0;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, leaves[i].nameHeight);
        for (std::size_t i = first; i < end; ++i)
            leaves[i].nameHeight = height;
    }
}

void PieceComposer::drawLeaf(const Leaf &leaf, const QRectF &rect)
{
    const UnitId id = m_view.units()[uz(leaf.unit)].id;
    if (leaf.posts.lines.empty()) {
        drawBox(rect, leaf.name, m_theme.unitStroke, m_theme.unitFill, id);
        return;
    }
    const QRectF posts(rect.left(), rect.top() + leaf.nameHeight, rect.width(), rect.height() - leaf.nameHeight);
    drawBox(posts, leaf.posts, m_theme.postStroke, m_theme.paper, id);
    drawBox({rect.left(), rect.top(), rect.width(), leaf.nameHeight}, leaf.name, m_theme.unitStroke, m_theme.leaderFill,
            id);
}

Piece PieceComposer::composeLeaf(int unit)
{
    const ListMark begin = m_list.mark();
    const Leaf leaf = measureLeaf(unit);
    drawLeaf(leaf, {QPointF(0, 0), leafSize(leaf)});
    return {begin, m_list.mark(), leafSize(leaf), {0, leaf.nameHeight / 2}};
}

std::vector<PieceComposer::Leaf> PieceComposer::measureLeaves(std::span<const int> units) const
{
    std::vector<Leaf> leaves;
    for (const int unit : units)
        leaves.push_back(measureLeaf(unit));
    return leaves;
}

std::vector<QSizeF> PieceComposer::sizesOf(std::span<const Leaf> leaves) const
{
    std::vector<QSizeF> sizes;
    for (const Leaf &leaf : leaves)
        sizes.push_back(leafSize(leaf));
    return sizes;
}

PieceComposer::Frame PieceComposer::measureFrame(const QString &title, std::vector<Leaf> leaves, int columns) const
{
    Frame frame{std::move(leaves), {{}, {0, 0}}, {}, {}, {}};
    levelNames(frame.leaves, columns);
    GridPlacement grid = layoutGrid(sizesOf(frame.leaves), {.columns = columns, .gap = m_theme.gridGap});
    frame.cells = std::move(grid.boxes);
    frame.gridSize = grid.size;
    addLines(frame.heading, title, m_theme.frameFont, std::max(grid.size.width(), m_theme.textWidth));
    const double padding = m_theme.framePadding;
    frame.size = {std::max(grid.size.width(), frame.heading.size.width()) + 2 * padding,
                  grid.size.height() + frame.heading.size.height() + 3 * padding};
    return frame;
}

QPointF PieceComposer::sideOf(const Frame &frame) const
{
    return {0, m_theme.framePadding + frame.heading.size.height() / 2};
}

std::vector<FrameShape> PieceComposer::frameShapes(const QString &title, std::span<const int> units) const
{
    const std::vector<Leaf> leaves = measureLeaves(units);
    std::vector<FrameShape> shapes;
    for (const int columns : gridColumnsWorthTrying(sizesOf(leaves), m_theme.gridGap)) {
        const Frame frame = measureFrame(title, leaves, columns);
        shapes.push_back({columns, frame.size, sideOf(frame)});
    }
    return shapes;
}

Piece PieceComposer::composeFrame(const QString &title, std::span<const int> units)
{
    const std::vector<Leaf> leaves = measureLeaves(units);
    return composeFrame(title, units, gridColumnsForAspect(sizesOf(leaves), m_theme.gridGap, m_options.gridAspect));
}

Piece PieceComposer::composeFrame(const QString &title, std::span<const int> units, int columns)
{
    const ListMark begin = m_list.mark();
    const Frame frame = measureFrame(title, measureLeaves(units), columns);
    const double padding = m_theme.framePadding;
    m_list.boxes.push_back({{QPointF(0, 0), frame.size}, m_theme.paper, m_theme.frameStroke, {}});
    drawBox({padding, padding, frame.size.width() - 2 * padding, frame.heading.size.height()}, frame.heading,
            {m_theme.ink, 0, StrokeStyle::None}, m_theme.paper, {});
    const QPointF corner((frame.size.width() - frame.gridSize.width()) / 2, 2 * padding + frame.heading.size.height());
    for (std::size_t i = 0; i < frame.leaves.size(); ++i)
        drawLeaf(frame.leaves[i], frame.cells[i].translated(corner));
    return {begin, m_list.mark(), frame.size, sideOf(frame)};
}

PieceComposer::TextBlock PieceComposer::measureLeader(const PostLine &line) const
{
    TextBlock block{{}, {0, 0}};
    addLines(block, line.text, m_theme.unitFont, m_theme.textWidth);
    addLines(block, line.vacant ? u"(khuyết)"_s : line.holders, line.vacant ? m_theme.vacantFont : m_theme.postFont,
             m_theme.textWidth);
    return block;
}

double PieceComposer::halfWidthOfRow(std::span<const PostLine> row) const
{
    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        (i < leftCount(row.size()) ? left : right) += boxSize(measureLeader(row[i])).width() + m_theme.postGap;
    return std::max(left, right);
}

double PieceComposer::drawRow(std::span<const PostLine> row, double trunk, double top)
{
    const double rail = top + m_theme.postGap;
    const double boxTop = rail + m_theme.postGap;
    std::vector<TextBlock> blocks;
    double height = 0;
    double left = trunk;
    for (std::size_t i = 0; i < row.size(); ++i) {
        blocks.push_back(measureLeader(row[i]));
        height = std::max(height, boxSize(blocks.back()).height());
        if (i < leftCount(row.size()))
            left -= boxSize(blocks.back()).width() + m_theme.postGap;
    }
    double x = left;
    double railLeft = trunk;
    double railRight = trunk;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == leftCount(row.size()))
            x = trunk + m_theme.postGap;
        const double width = boxSize(blocks[i]).width();
        const double middle = x + width / 2;
        drawBox({x, boxTop, width, height}, blocks[i], m_theme.unitStroke, m_theme.paper, row[i].node);
        m_list.addLine({{middle, rail}, {middle, boxTop}}, m_theme.lineStroke);
        railLeft = std::min(railLeft, middle);
        railRight = std::max(railRight, middle);
        x += width + m_theme.postGap;
    }
    m_list.addLine({{railLeft, rail}, {railRight, rail}}, m_theme.lineStroke);
    return boxTop + height;
}

Piece PieceComposer::composeLeaders(int unit, bool isRoot)
{
    const ListMark begin = m_list.mark();
    const Leaders leaders = sortLeaders(postLines(m_view, unit, PostGrouping::Single));
    const UnitId id = m_view.units()[uz(unit)].id;

    TextBlock name{{}, {0, 0}};
    addLines(name, m_view.units()[uz(unit)].state.name, isRoot ? m_theme.rootFont : m_theme.unitFont,
             isRoot ? m_theme.rootTextWidth : m_theme.textWidth);
    std::vector<TextBlock> heads;
    double half = boxSize(name).width() / 2;
    for (const PostLine &head : leaders.heads) {
        heads.push_back(measureLeader(head));
        half = std::max(half, boxSize(heads.back()).width() / 2);
    }
    TextBlock others{{}, {0, 0}};
    for (const PostLine &line : leaders.others)
        addPost(others, line);
    half = std::max(half, others.lines.empty() ? 0.0 : boxSize(others).width() / 2);
    for (const auto &row : leaders.deputyRows)
        half = std::max(half, halfWidthOfRow(row));

    const auto centred = [half](const QSizeF &size, double top) {
        return QRectF(half - size.width() / 2, top, size.width(), size.height());
    };
    drawBox(centred(boxSize(name), 0), name, m_theme.unitStroke, m_theme.leaderFill, id);
    const double nameBottom = boxSize(name).height();
    double bottom = nameBottom;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        drawBox(centred(boxSize(heads[i]), bottom + m_theme.postGap), heads[i], m_theme.unitStroke, m_theme.paper,
                leaders.heads[i].node);
        bottom += m_theme.postGap + boxSize(heads[i]).height();
    }
    for (const auto &row : leaders.deputyRows)
        bottom = drawRow(row, half, bottom);
    if (!others.lines.empty()) {
        drawBox(centred(boxSize(others), bottom + m_theme.postGap), others, m_theme.postStroke, m_theme.paper, id);
        bottom += m_theme.postGap + boxSize(others).height();
    }
    // The trunk runs down the middle; boxes that stand on it cover it.
    if (bottom > nameBottom)
        m_list.addLine({{half, nameBottom}, {half, bottom}}, m_theme.lineStroke);
    return {begin, m_list.mark(), {2 * half, bottom}, {half - boxSize(name).width() / 2, nameBottom / 2}};
}

} // namespace bomay

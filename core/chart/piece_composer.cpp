// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/piece_composer.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

PieceComposer::PieceComposer(const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options,
                             DisplayList &list)
    : m_view(view)
    , m_options(options)
    , m_theme(options.theme)
    , m_list(list)
    , m_writer(measurer, options.theme.padding, options.theme.ink, list)
    , m_boxes(view, options, m_writer)
    , m_frames(options, m_boxes, m_writer, list)
    , m_leaders(view, options, m_boxes, m_writer, list)
{}

std::vector<Piece> PieceComposer::compose(std::span<const ChartPart> parts, FrameDrawing frames)
{
    std::vector<UnitBox> leaves(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].kind == PartKind::Leaf)
            leaves[i] = measureLeaf(parts[i]);
    const std::vector<Level> levels = levelsBelow(parts, leaves);
    if (m_options.view.topBand) {
        double height = 0;
        for (const ChartPart &part : parts)
            if (part.parent < 0 && part.unit >= 0)
                height = std::max(height, m_leaders.topNameHeight(part.unit));
        m_leaders.joinTop(height);
    }
    std::vector<Piece> pieces;
    pieces.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ChartPart &part = parts[i];
        if (part.kind == PartKind::Leaf) {
            if (part.parent >= 0) {
                if (!leaves[i].isOwnWidth)
                    leaves[i].width = std::max(leaves[i].width, levels[uz(part.parent)].width);
                leaves[i].nameHeight = std::max(leaves[i].nameHeight, levels[uz(part.parent)].nameHeight);
            }
            pieces.push_back(composeLeaf(part, leaves[i]));
        } else if (part.kind == PartKind::Frame && frames == FrameDrawing::Later) {
            pieces.emplace_back();
        } else {
            pieces.push_back(compose(part));
        }
    }
    return pieces;
}

std::vector<PieceComposer::Level> PieceComposer::levelsBelow(std::span<const ChartPart> parts,
                                                             std::span<UnitBox> leaves) const
{
    std::vector<Level> levels(parts.size());
    const bool growsRight = m_options.view.preset == ChartPreset::LeftToRight;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != PartKind::Leaf || parts[i].parent < 0)
            continue;
        Level &level = levels[uz(parts[i].parent)];
        const BranchForm form = parts[uz(parts[i].parent)].form;
        const bool isRow = form == BranchForm::Tidy || form == BranchForm::Abreast;
        if (isRow != growsRight)
            level.nameHeight = std::max(level.nameHeight, leaves[i].posts.isEmpty() ? 0 : leaves[i].nameHeight);
        else if (!leaves[i].isOwnWidth)
            level.width = std::max(level.width, m_boxes.sizeOf(leaves[i]).width());
    }
    return levels;
}

Piece PieceComposer::compose(const ChartPart &part)
{
    switch (part.kind) {
    case PartKind::Unit:
        return composeUnit(part);
    case PartKind::Leaf:
        return composeLeaf(part, measureLeaf(part));
    case PartKind::Frame:
        return composeFrame(part);
    case PartKind::List:
        return composeList(part);
    case PartKind::Count:
        return composeCount(part);
    case PartKind::Post:
        return composePost(part);
    case PartKind::Scheduled:
        break;
    }
    return composeScheduled(part);
}

Piece PieceComposer::composeFrame(const ChartPart &part)
{
    return composeFrame(part, part.columns > 0 ? part.columns : m_frames.columnsForAspect(part.units));
}

Piece PieceComposer::composeFrame(const ChartPart &part, int columns)
{
    const ListMark begin = m_list.mark();
    const FrameShape shape = m_frames.draw(part.title, part.units, columns);
    return {begin, m_list.mark(), shape.size, shape.side};
}

UnitBox PieceComposer::measureLeaf(const ChartPart &part) const
{
    const bool saysWhatIsBelow = part.kind == PartKind::Leaf && !part.isFolded;
    UnitBox box = m_boxes.measure(part.unit, part.isNarrow ? BoxWidth::Narrow : BoxWidth::Usual,
                                  saysWhatIsBelow ? UnitsBelow::LeftOut : UnitsBelow::Drawn, part.apart);
    if (part.isFolded)
        box.width = std::max(box.width, m_writer.boxSize(countBlock(part.unit)).width());
    return box;
}

Piece PieceComposer::composeLeaf(const ChartPart &part, const UnitBox &box)
{
    const ListMark begin = m_list.mark();
    QSizeF size = m_boxes.sizeOf(box);
    m_boxes.draw(box, {QPointF(0, 0), size});
    if (part.isFolded)
        appendCount(part.unit, size, 0);
    return {begin, m_list.mark(), size, box.nameHeight / 2};
}

TextBlock PieceComposer::countBlock(int unit) const
{
    TextBlock block;
    m_writer.add(block, u"+%1 đơn vị"_s.arg(m_boxes.unitsBelow(unit)), m_theme.frameFont, m_theme.textWidth);
    return block;
}

void PieceComposer::appendCount(int unit, QSizeF &size, double gap)
{
    const TextBlock count = countBlock(unit);
    const QSizeF tab = m_writer.boxSize(count);
    const double middle = size.width() / 2;
    if (gap > 0)
        m_list.addLine({{middle, size.height()}, {middle, size.height() + gap}}, m_theme.lineStroke);
    // Apart from the unit's box it is none of it: what frames the unit would run through its leaders.
    const NodeRef node = gap > 0 ? NodeRef{} : NodeRef(m_view.units()[uz(unit)].id);
    m_writer.draw({{middle - tab.width() / 2, size.height() + gap}, tab}, count, {m_theme.vacantStroke, m_theme.paper},
                  node);
    size.rheight() += gap + tab.height();
}

Piece PieceComposer::composeBox(const TextBlock &block, const BoxLook &look, NodeRef node)
{
    const ListMark begin = m_list.mark();
    const QSizeF size = m_writer.boxSize(block);
    m_writer.draw({QPointF(0, 0), size}, block, look, node);
    return {begin, m_list.mark(), size, size.height() / 2};
}

Piece PieceComposer::composeList(const ChartPart &part)
{
    TextBlock block;
    m_writer.add(block, part.title, m_theme.frameFont, m_boxes.listWidth());
    for (const int unit : part.units)
        m_boxes.addListed(block, unit);
    return composeBox(block, {m_theme.unitStroke, m_theme.unitFill, TextAlignment::Left}, {});
}

Piece PieceComposer::composeCount(const ChartPart &part)
{
    // A pile: the edges of two more boxes look out below.
    constexpr double kStep = 1.2; // mm
    const ListMark begin = m_list.mark();
    TextBlock block;
    m_writer.add(block, part.title, m_theme.frameFont, m_theme.textWidth);
    const QSizeF size = m_writer.boxSize(block);
    for (const int step : {2, 1})
        m_list.boxes.push_back(
            {QRectF(QPointF(step * kStep, step * kStep), size), m_theme.unitFill, m_theme.postStroke, {}});
    m_writer.draw({QPointF(0, 0), size}, block, {m_theme.unitStroke, m_theme.unitFill}, {});
    return {begin, m_list.mark(), size + QSizeF(2 * kStep, 2 * kStep), size.height() / 2};
}

Piece PieceComposer::composeScheduled(const ChartPart &part)
{
    const ScheduledUnit &unit = m_options.scheduled[uz(part.scheduled)];
    TextBlock block;
    m_writer.add(block, unit.name, m_theme.unitFont, m_theme.textWidth);
    m_writer.add(block, u"(từ %1)"_s.arg(unit.from.toVietnamese()), m_theme.vacantFont, m_theme.textWidth);
    return composeBox(block, {m_theme.vacantStroke, m_theme.unitFill}, {});
}

Piece PieceComposer::composePost(const ChartPart &part)
{
    const PostLine line = postLine(m_view, part.post);
    return composeBox(m_leaders.measure(line), m_leaders.look(line), line.node);
}

Piece PieceComposer::composeUnit(const ChartPart &part)
{
    // Lines that go to the right begin at an edge: there is to be one, whatever the leaders are.
    if (m_options.view.preset == ChartPreset::LeftToRight)
        return composeLeaf(part, measureLeaf(part));
    const ListMark begin = m_list.mark();
    LeaderShape shape =
        m_leaders.draw(part.unit, part.parent < 0, part.apart,
                       part.hasBelow || part.isFolded ? LeaderBoxes::Trunk::ToUnits : LeaderBoxes::Trunk::None);
    if (part.isFolded)
        appendCount(part.unit, shape.size, m_theme.postGap);
    return {begin, m_list.mark(), shape.size, shape.side};
}

} // namespace bomay

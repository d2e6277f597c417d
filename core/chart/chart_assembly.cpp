// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/chart_assembly.h"

#include "core/base/numbers.h"
#include "core/chart/chart_objects.h"
#include "core/chart/legend.h"
#include "core/chart/level_bands.h"
#include "core/chart/theme_rules.h"

#include <algorithm>

namespace bomay {

namespace {

/// The rules of the theme that units in the picture meet, in their order.
std::vector<const ThemeRule *> rulesMet(const OrgView &view, const Theme &theme, std::span<const ChartPart> parts)
{
    std::vector<bool> met(theme.rules.size());
    const ThemeRules of(view, theme);
    const auto note = [&](int unit) {
        if (const int rule = of.ruleFor(unit); rule >= 0)
            met[uz(rule)] = true;
    };
    for (const ChartPart &part : parts) {
        if (part.kind == PartKind::Unit || part.kind == PartKind::Leaf)
            note(part.unit);
        else if (part.kind == PartKind::Frame)
            std::ranges::for_each(part.units, note);
    }
    std::vector<const ThemeRule *> rules;
    for (std::size_t i = 0; i < met.size(); ++i)
        if (met[i])
            rules.push_back(&theme.rules[i]);
    return rules;
}

} // namespace

FitGaps chartGaps(const Theme &theme)
{
    return {.sibling = theme.siblingGap, .level = theme.levelGap, .indent = theme.siblingGap};
}

BranchNode branchNode(const ChartPart &part, const Piece &piece)
{
    return {part.parent,  piece.size, piece.side, part.form, part.kind == PartKind::Unit,
            part.columns, part.gap,   part.offset};
}

void packColumns(std::span<BranchNode> nodes)
{
    std::vector<bool> hasBelow(nodes.size());
    for (const BranchNode &node : nodes)
        if (node.parent >= 0)
            hasBelow[uz(node.parent)] = true;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool isLopsided = nodes[i].form == BranchForm::HangingRight || nodes[i].form == BranchForm::HangingLeft;
        if (!isLopsided || !hasBelow[i] || nodes[i].parent < 0)
            continue;
        BranchNode &above = nodes[uz(nodes[i].parent)];
        if (above.form == BranchForm::Tidy)
            above.form = BranchForm::Abreast;
    }
}

bool hasLevels(const ChartView &view)
{
    return view.aligned || view.bands;
}

BranchPlacement placePieces(std::span<const ChartPart> parts, std::span<const Piece> pieces,
                            const ChartOptions &options)
{
    std::vector<BranchNode> nodes;
    nodes.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        nodes.push_back(branchNode(parts[i], pieces[i]));
    packColumns(nodes);
    const bool growsRight = options.view.preset == ChartPreset::LeftToRight;
    if (hasLevels(options.view)) {
        std::vector<double> lengths;
        lengths.reserve(pieces.size());
        for (const Piece &piece : pieces)
            lengths.push_back(growsRight ? piece.size.width() : piece.size.height());
        const std::vector<double> drops = dropsToLevels(parts, lengths);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            nodes[i].drop = drops[i];
    }
    return layoutBranches(nodes, chartGaps(options.theme), growsRight ? GrowDirection::Right : GrowDirection::Down);
}

void reserveFor(DisplayList &list, const OrgView &view, const ChartOptions &options)
{
    if (!options.view.root.isNull() || options.view.depth > 0)
        return; // nobody knows how much
    list.boxes.reserve(view.units().size() + view.nodes().size());
    list.texts.reserve(2 * view.nodes().size());
    list.lines.reserve(view.nodes().size());
    list.points.reserve(2 * view.nodes().size());
}

void drawRun(DisplayList &list, std::span<const QLineF> lines, const Stroke &stroke)
{
    if (lines.empty())
        return;
    const ListMark begin = list.mark();
    QRectF bounds;
    const double reach = stroke.width / 2;
    for (const QLineF &line : lines) {
        list.addLine({line.p1(), line.p2()}, stroke);
        const QRectF rect = QRectF(line.p1(), line.p2()).normalized().adjusted(-reach, -reach, reach, reach);
        bounds = bounds.isNull() ? rect : bounds.united(rect);
    }
    list.closeRun(begin, bounds);
}

void drawBranch(DisplayList &list, const BranchPlacement &placed, QPointF corner, const Stroke &stroke)
{
    std::vector<QLineF> lines = placed.lines;
    if (!corner.isNull())
        for (QLineF &line : lines)
            line.translate(corner);
    int begin = 0;
    for (const int end : placed.lineEnds) {
        drawRun(list, std::span(lines).subspan(uz(begin), uz(end - begin)), stroke);
        begin = end;
    }
}

void finishPicture(DisplayList &list, const OrgView &view, const TextMeasurer &measurer, const ChartOptions &options)
{
    list.background = options.theme.background;
    const bool isBare = !drawsRelations(options) && options.theme.rules.empty() && !options.view.bands;
    if (!isBare) {
        const std::vector<ChartPart> parts = scopeChart(view, options);
        const RelationLines relations = drawRelations(list, view, options, parts);
        if (options.view.bands)
            addBands(list, parts, options, measurer);
        addLegend(list, relations, rulesMet(view, options.theme, parts), options, measurer);
    }
    addObjects(list, view, options, measurer);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/relation_lines.h"

#include "core/base/numbers.h"
#include "core/chart/picture_blocks.h"
#include "core/layout/line_router.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace bomay {

namespace {

constexpr double kThin = 0.25; ///< mm

/// Where in a picture nodes stand, for lines to end there.
class NodePlaces
{
public:
    NodePlaces(const DisplayList &list, const OrgView &view, const PictureBlocks &blocks)
        : m_view(view)
    {
        for (const PictureBlock &block : blocks.blocks) {
            if (!block.boxes.empty())
                note(m_boxes, list.boxes[uz(block.boxes.front())].node, block.rect);
            for (const int index : block.texts) {
                const TextItem &text = list.texts[uz(index)];
                const double height = text.font.size * kMillimetresPerPoint;
                // As wide as the box, so that the line ends at its edge.
                note(m_lines, text.node,
                     {block.rect.left(), text.baseline.y() - 0.7 * height, block.rect.width(), 0.8 * height});
            }
        }
    }

    [[nodiscard]] std::optional<RouteEnd> find(NodeRef node) const
    {
        if (const auto box = m_boxes.find(node); box != m_boxes.end())
            return RouteEnd{box->second, false};
        if (const auto line = m_lines.find(node); line != m_lines.end())
            return RouteEnd{line->second, true};
        // One of several on a line, or of a unit whose posts are not listed.
        const int post = node.isUnit() ? -1 : m_view.indexOf(node);
        if (post < 0 || m_view.posts()[uz(post)].unit < 0)
            return std::nullopt;
        const auto box = m_boxes.find(m_view.units()[uz(m_view.posts()[uz(post)].unit)].id);
        return box == m_boxes.end() ? std::nullopt : std::optional(RouteEnd{box->second, false});
    }

private:
    /// Of several places the upper one: of a unit with leaders that with its name.
    static void note(std::unordered_map<NodeRef, QRectF> &places, NodeRef node, const QRectF &rect)
    {
        if (node.uid.isNull())
            return;
        const auto [place, isNew] = places.emplace(node, rect);
        if (!isNew && rect.top() < place->second.top())
            place->second = rect;
    }

    const OrgView &m_view;
    std::unordered_map<NodeRef, QRectF> m_boxes;
    std::unordered_map<NodeRef, QRectF> m_lines;
};

using NodePair = std::pair<Uid, Uid>;

/// Which units stand below which deputies, theo phân công.
std::set<NodePair> shownByForm(const OrgView &view, std::span<const ChartPart> parts)
{
    std::set<NodePair> shown;
    for (const ChartPart &part : parts)
        if (part.kind == PartKind::Post)
            for (const int unit : part.units)
                shown.emplace(view.posts()[uz(part.post)].id.uid, view.units()[uz(unit)].id.uid);
    return shown;
}

/// The units at the top of a picture.
std::set<Uid> topUnits(const OrgView &view, std::span<const ChartPart> parts)
{
    std::set<Uid> top;
    for (const ChartPart &part : parts)
        if (part.parent < 0 && part.unit >= 0)
            top.insert(view.units()[uz(part.unit)].id.uid);
    return top;
}

/// Relations of one kind from one node.
struct Bundle
{
    RelationType type = RelationType::Directs;
    RouteRequest request;
};

std::vector<Bundle> bundlesOf(const OrgView &view, const ChartOptions &options, std::span<const ChartPart> parts,
                              const NodePlaces &places)
{
    const std::set<NodePair> shown = shownByForm(view, parts);
    const std::set<Uid> top = topUnits(view, parts);
    std::vector<Bundle> bundles;
    std::map<std::pair<RelationType, Uid>, std::size_t> known;
    for (const ChartRelation &relation : options.relations) {
        if (relation.type == RelationType::Oversees && shown.contains({relation.from.uid, relation.to.uid}))
            continue;
        if (!options.view.relations && (!top.contains(relation.from.uid) || !top.contains(relation.to.uid)))
            continue; // those of the top band alone
        const auto from = places.find(relation.from);
        const auto to = places.find(relation.to);
        if (!from || !to || from->rect.intersects(to->rect))
            continue;
        const auto [place, isNew] = known.emplace(std::pair(relation.type, relation.from.uid), bundles.size());
        if (isNew)
            bundles.push_back({relation.type, {*from, {}}});
        bundles[place->second].request.to.push_back(*to);
    }
    std::ranges::stable_sort(bundles, {}, &Bundle::type);
    return bundles;
}

std::vector<QLineF> linesOf(const DisplayList &list, const PictureBlocks &blocks)
{
    std::vector<QLineF> lines;
    for (const LineItem &line : list.lines)
        for (int k = 1; k < line.count; ++k)
            lines.emplace_back(list.points[uz(line.first + k - 1)], list.points[uz(line.first + k)]);
    for (const int frame : blocks.frames) {
        const QRectF &rect = list.boxes[uz(frame)].rect;
        const std::array corners{rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
        for (std::size_t i = 0; i < corners.size(); ++i)
            lines.emplace_back(corners[i], corners[(i + 1) % corners.size()]);
    }
    return lines;
}

} // namespace

RelationLook lookOf(RelationType type, const Theme &theme)
{
    const auto stroke = [&theme](StrokeStyle style, double width = kThin) { return Stroke{theme.ink, width, style}; };
    switch (type) {
    case RelationType::Directs:
        return {stroke(StrokeStyle::Solid), false, true};
    case RelationType::Oversees:
        return {stroke(StrokeStyle::DashDotted), false, true};
    case RelationType::Guides:
        return {stroke(StrokeStyle::Dashed), false, true};
    case RelationType::Coordinates:
        return {stroke(StrokeStyle::Dashed), true, true};
    case RelationType::Supervises:
        return {stroke(StrokeStyle::Dotted), false, true};
    case RelationType::Delegates:
        return {stroke(StrokeStyle::Solid, 2 * kThin), false, true};
    default:
        return {theme.lineStroke, false, false};
    }
}

bool drawsRelations(const ChartOptions &options)
{
    return (options.view.relations || options.view.topBand) && !options.relations.empty();
}

RelationLines drawRelations(DisplayList &list, const OrgView &view, const ChartOptions &options,
                            std::span<const ChartPart> parts)
{
    RelationLines result;
    if (!drawsRelations(options))
        return result;
    const PictureBlocks blocks = blocksOf(list);
    const NodePlaces places(list, view, blocks);
    const std::vector<Bundle> bundles = bundlesOf(view, options, parts, places);
    if (bundles.empty())
        return result;
    std::vector<QRectF> boxes;
    boxes.reserve(blocks.blocks.size());
    for (const PictureBlock &block : blocks.blocks)
        boxes.push_back(block.rect);
    LineRouter router(std::move(boxes), linesOf(list, blocks));
    const ListMark begin = list.mark();
    QRectF bounds;
    for (const Bundle &bundle : bundles) {
        const RelationLook look = lookOf(bundle.type, options.theme);
        for (const Way &way : router.route(bundle.request)) {
            if (way.empty()) {
                ++result.unrouted;
                continue;
            }
            LineItem &line = list.addLine(way, look.stroke);
            line.headAtBegin = look.headAtBegin;
            line.headAtEnd = look.headAtEnd;
            ++result.drawn;
            if (result.types.empty() || result.types.back() != bundle.type)
                result.types.push_back(bundle.type);
            const double reach = 2 * look.stroke.width; // half a head
            for (const QPointF &point : way) {
                const QRectF spot(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach);
                bounds = bounds.isNull() ? spot : bounds.united(spot);
            }
        }
    }
    list.closeRun(begin, bounds);
    list.bounds = list.bounds.united(bounds);
    return result;
}

} // namespace bomay

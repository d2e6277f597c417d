// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drop_zone.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

namespace {

/// The nodes of one kind under one unit, in the order of protocol.
std::vector<NodeRef> siblingsOf(const OrgView &view, int unit, bool units)
{
    std::vector<NodeRef> siblings;
    if (units) {
        if (unit < 0) {
            for (const ViewNode &node : view.nodes())
                if (node.isUnit() && node.parent < 0 && !node.isStaged())
                    siblings.push_back(node.ref);
            return siblings;
        }
        for (const int child : view.unitsOfUnit(unit))
            siblings.emplace_back(view.units()[uz(child)].id);
    } else if (unit >= 0) {
        for (const int post : view.postsOfUnit(unit))
            siblings.emplace_back(view.posts()[uz(post)].id);
    }
    return siblings;
}

int indexAbove(const OrgView &view, NodeRef node)
{
    const int item = view.indexOf(node);
    if (item < 0)
        return -1;
    return node.isUnit() ? view.parentUnit(item) : view.posts()[uz(item)].unit;
}

UnitId idOf(const OrgView &view, int unit)
{
    return unit < 0 ? UnitId{} : view.units()[uz(unit)].id;
}

} // namespace

DropZone dropZoneAt(const QRectF &box, SiblingFlow flow, QPointF point, NodeRef target, NodeRef dragged)
{
    if (target.isUnit() == dragged.isUnit()) {
        if (flow == SiblingFlow::Downwards)
            return {target, point.y() < box.center().y() ? DropKind::Before : DropKind::Behind};
        const double part = (point.x() - box.left()) / box.width();
        if (part < 0.25)
            return {target, DropKind::Before};
        if (part > 0.75)
            return {target, DropKind::Behind};
    } else if (target.isUnit()) {
        const double across = (point.x() - box.left()) / box.width();
        if (point.y() > box.bottom() - 0.25 * box.height())
            return {target, DropKind::AsDeputy};
        if (across < 0.15 || across > 0.85)
            return {target, DropKind::AsAssistant};
    }
    return {target, DropKind::Under};
}

std::optional<Destination> destinationOf(const DropZone &zone, const OrgView &view, NodeRef dragged)
{
    if (zone.target == dragged || (dragged.isUnit() && !zone.target.isUnit()))
        return std::nullopt;
    const bool isWithin = zone.kind != DropKind::Before && zone.kind != DropKind::Behind;
    if (isWithin && zone.target.isUnit())
        return Destination{zone.target.unit(), {}};
    const int above = indexAbove(view, zone.target);
    if (zone.kind == DropKind::Before)
        return Destination{idOf(view, above), zone.target};
    // Behind a node is before the next one, the dragged itself passed over; a post dropped on a post goes behind it.
    const std::vector<NodeRef> siblings = siblingsOf(view, above, dragged.isUnit());
    auto next = std::ranges::find(siblings, zone.target);
    if (next != siblings.end())
        ++next;
    if (next != siblings.end() && *next == dragged)
        ++next;
    return Destination{idOf(view, above), next == siblings.end() ? std::nullopt : std::optional(*next)};
}

} // namespace bomay

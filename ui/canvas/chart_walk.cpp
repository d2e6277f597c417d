// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_walk.h"

#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

using Nodes = std::span<const ViewNode>;
using IsShown = std::function<bool(const ViewNode &)>;

std::optional<NodeRef> firstShown(Nodes nodes, const IsShown &isShown)
{
    const auto found = std::ranges::find_if(nodes, isShown);
    return found == nodes.end() ? std::nullopt : std::optional(found->ref);
}

/// The shown one next to a node under the same superior.
std::optional<NodeRef> beside(Nodes nodes, std::size_t self, WalkStep step, const IsShown &isShown)
{
    std::optional<NodeRef> before;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i == self && step == WalkStep::Left)
            return before;
        if (i == self || nodes[i].parent != nodes[self].parent || !isShown(nodes[i]))
            continue;
        if (i > self)
            return nodes[i].ref;
        before = nodes[i].ref;
    }
    return std::nullopt;
}

} // namespace

std::optional<NodeRef> walk(const OrgView &view, std::optional<NodeRef> from, WalkStep step, const IsShown &isShown)
{
    const Nodes nodes(view.nodes());
    if (!from)
        return firstShown(nodes, isShown);
    const auto start = std::ranges::find(nodes, *from, &ViewNode::ref);
    if (start == nodes.end())
        return std::nullopt;
    const auto self = static_cast<std::size_t>(start - nodes.begin());
    switch (step) {
    case WalkStep::Up:
        return start->parent < 0 ? std::nullopt : std::optional(nodes[uz(start->parent)].ref);
    case WalkStep::Down:
        return firstShown(nodes.subspan(self + 1, uz(start->end) - self - 1), isShown);
    case WalkStep::Left:
    case WalkStep::Right:
        break;
    }
    return beside(nodes, self, step, isShown);
}

std::optional<NodeRef> nearestBox(const std::unordered_map<NodeRef, QRectF> &boxes, const QRectF &from, WalkStep step)
{
    constexpr double kAsideCosts = 3;
    const bool isUpright = step == WalkStep::Up || step == WalkStep::Down;
    const double sign = step == WalkStep::Up || step == WalkStep::Left ? -1 : 1;
    std::optional<NodeRef> best;
    double bestCost = 0;
    for (const auto &[node, box] : boxes) {
        const QPointF way = box.center() - from.center();
        const double ahead = sign * (isUpright ? way.y() : way.x());
        const double aside = std::abs(isUpright ? way.x() : way.y());
        // Of boxes as wide as a row no edge counts as ahead, only what lies beyond it.
        const double reach = (isUpright ? box.height() + from.height() : box.width() + from.width()) / 2;
        const double overlap = (isUpright ? box.width() + from.width() : box.height() + from.height()) / 2;
        if (ahead < reach * 0.5)
            continue;
        const double cost = std::max(0.0, ahead - reach) + kAsideCosts * std::max(0.0, aside - overlap) + aside * 0.01;
        if (!best || cost < bestCost || (cost == bestCost && node < *best)) {
            best = node;
            bestCost = cost;
        }
    }
    return best;
}

} // namespace bomay

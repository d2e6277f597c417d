// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/chart/picture_checks.h"

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"

#include <algorithm>

namespace bomay::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTolerance = 1e-6; ///< mm

QRectF inner(const QRectF &rect)
{
    return rect.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance);
}

bool stands(const BoxItem &box)
{
    return !box.node.uid.isNull();
}

/// Boxes from left to right: overlaps and lines are looked for among neighbours.
std::vector<std::size_t> fromLeftToRight(const DisplayList &list)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < list.boxes.size(); ++i)
        if (stands(list.boxes[i]))
            order.push_back(i);
    std::ranges::sort(order, {}, [&list](std::size_t i) { return list.boxes[i].rect.left(); });
    return order;
}

const ListRun *runOfLine(const DisplayList &list, std::size_t line)
{
    for (const ListRun &run : list.runs)
        if (run.begin.lines <= line && line < run.end.lines)
            return &run;
    return nullptr;
}

QString brokenLine(const DisplayList &list)
{
    for (std::size_t i = 0; i < list.lines.size(); ++i) {
        const ListRun *run = runOfLine(list, i);
        for (int k = 1; k < list.lines[i].count; ++k) {
            const QPointF from = list.points[uz(list.lines[i].first + k - 1)];
            const QPointF to = list.points[uz(list.lines[i].first + k)];
            if (std::abs(from.x() - to.x()) > kTolerance && std::abs(from.y() - to.y()) > kTolerance)
                return u"slanting line %1"_s.arg(i);
            const QRectF reach = QRectF(from, to).normalized();
            for (std::size_t b = 0; b < list.boxes.size(); ++b) {
                const bool isOwn = run != nullptr && run->begin.boxes <= b && b < run->end.boxes;
                const QRectF box = inner(list.boxes[b].rect);
                if (stands(list.boxes[b]) && !isOwn && reach.right() > box.left() && reach.left() < box.right() &&
                    reach.bottom() > box.top() && reach.top() < box.bottom())
                    return u"line %1 through box %2"_s.arg(i).arg(b);
            }
        }
    }
    return {};
}

} // namespace

QString firstBrokenPromise(const DisplayList &list, const TextMeasurer &measurer)
{
    const QRectF bounds = list.bounds.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance);
    const std::vector<std::size_t> order = fromLeftToRight(list);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const QRectF box = inner(list.boxes[order[i]].rect);
        if (!bounds.contains(box))
            return u"box %1 out of bounds"_s.arg(order[i]);
        for (std::size_t k = i + 1; k < order.size() && list.boxes[order[k]].rect.left() < box.right(); ++k)
            if (box.intersects(list.boxes[order[k]].rect))
                return u"box %1 over %2"_s.arg(order[i]).arg(order[k]);
    }
    for (const TextItem &text : list.texts) {
        const QRectF ink = rectOf(text, measurer);
        if (std::ranges::none_of(list.boxes, [&](const BoxItem &box) {
                return box.rect.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(ink);
            }))
            return u"text outside: "_s + text.text;
    }
    return brokenLine(list);
}

const BoxItem *boxOf(const DisplayList &list, NodeRef node)
{
    const auto found = std::ranges::find(list.boxes, node, &BoxItem::node);
    return found == list.boxes.end() ? nullptr : &*found;
}

bool says(const DisplayList &list, const QString &text)
{
    return std::ranges::any_of(list.texts, [&text](const TextItem &item) { return item.text == text; });
}

} // namespace bomay::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/hit_test.h"

namespace bomay {

namespace {

bool stands(const BoxItem &box)
{
    return !box.node.uid.isNull();
}

} // namespace

std::optional<NodeRef> nodeAt(const DisplayList &list, QPointF point)
{
    for (const ListRun &run : list.runs) {
        if (!run.rect.contains(point))
            continue;
        // Boxes painted later lie on top.
        for (std::size_t i = run.end.boxes; i > run.begin.boxes; --i)
            if (const BoxItem &box = list.boxes[i - 1]; stands(box) && box.rect.contains(point))
                return box.node;
    }
    return std::nullopt;
}

QRectF rectOf(const DisplayList &list, NodeRef node)
{
    QRectF rect;
    for (const BoxItem &box : list.boxes)
        if (stands(box) && box.node == node)
            rect = rect.united(box.rect);
    return rect;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chart/hit_test.h"

namespace bomay {

namespace {

bool stands(const BoxItem &box)
{
    return !box.node.uid.isNull();
}

/// The box on top at a point, and the run that it belongs to.
struct BoxHit
{
    const BoxItem *box;
    const ListRun *run;
};

std::optional<BoxHit> hitBox(const DisplayList &list, QPointF point)
{
    for (const ListRun &run : list.runs) {
        if (!run.rect.contains(point))
            continue;
        // Boxes painted later lie on top.
        for (std::size_t i = run.end.boxes; i > run.begin.boxes; --i)
            if (const BoxItem &box = list.boxes[i - 1]; stands(box) && box.rect.contains(point))
                return BoxHit{&box, &run};
    }
    return std::nullopt;
}

/// Whom the image at a point shows.
std::optional<NodeRef> nodeOfImage(const DisplayList &list, QPointF point)
{
    if (list.images.empty())
        return std::nullopt;
    for (const ListRun &run : list.runs)
        for (std::size_t i = run.begin.images; i < run.end.images; ++i)
            if (const ImageItem &image = list.images[i]; !image.node.uid.isNull() && image.rect.contains(point))
                return image.node;
    return std::nullopt;
}

} // namespace

std::optional<NodeRef> nodeAt(const DisplayList &list, QPointF point, const TextMeasurer &measurer)
{
    if (const auto node = nodeOfImage(list, point))
        return node;
    const auto hit = hitBox(list, point);
    if (!hit)
        return std::nullopt;
    for (std::size_t i = hit->run->begin.texts; i < hit->run->end.texts; ++i)
        if (const TextItem &text = list.texts[i]; !text.node.uid.isNull() && rectOf(text, measurer).contains(point))
            return text.node;
    return hit->box->node;
}

std::optional<NodeRef> boxAt(const DisplayList &list, QPointF point)
{
    const auto hit = hitBox(list, point);
    return hit ? std::optional(hit->box->node) : std::nullopt;
}

QRectF rectOf(const DisplayList &list, NodeRef node)
{
    QRectF rect;
    for (const BoxItem &box : list.boxes)
        if (stands(box) && box.node == node)
            rect = rect.united(box.rect);
    return rect;
}

QRectF rectOf(const TextItem &text, const TextMeasurer &measurer)
{
    const double ascent = measurer.ascent(text.font);
    return {text.baseline - QPointF(0, ascent), QSizeF(text.width, ascent + measurer.descent(text.font))};
}

} // namespace bomay

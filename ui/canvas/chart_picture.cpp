// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_picture.h"

#include "core/base/numbers.h"
#include "core/chart/chart_builder.h"
#include "core/chart/hit_test.h"

namespace bomay {

ChartPicture::ChartPicture(const FontTable &fonts)
    : m_fonts(fonts)
    , m_names(fonts)
{}

void ChartPicture::rebuild(const OrgView &view, const ChartOptions &options, const std::optional<PageRequest> &page)
{
    m_view = &view;
    m_frames.clear();
    auto framed = page ? framedPicture(view, *page, m_fonts, options) : Result<FramedPicture>();
    if (framed && !framed->frames.empty()) {
        m_list = std::move(framed->list);
        m_frames = std::move(framed->frames);
    } else {
        m_list = buildChart(view, m_fonts, options);
    }
    m_boxes.clear();
    m_names.rebuild(m_list, view);
    for (const BoxItem &box : m_list.boxes)
        if (!box.node.uid.isNull()) {
            QRectF &rect = m_boxes[box.node];
            rect = rect.united(box.rect);
        }
}

QRectF ChartPicture::extent() const
{
    QRectF extent = m_list.bounds;
    for (const PageFrame &frame : m_frames)
        extent = extent.united(frame.rect);
    return extent;
}

QRectF ChartPicture::boxOf(NodeRef node) const
{
    if (const auto box = m_boxes.find(node); box != m_boxes.end())
        return box->second;
    const int post = node.isUnit() ? -1 : m_view->indexOf(node);
    if (post < 0 || m_view->posts()[uz(post)].unit < 0)
        return {};
    const auto unit = m_boxes.find(m_view->units()[uz(m_view->posts()[uz(post)].unit)].id);
    return unit == m_boxes.end() ? QRectF() : unit->second;
}

QRectF ChartPicture::placeOf(NodeRef node) const
{
    if (!hasBox(node))
        if (const auto run = nameOf(node))
            return run->rect;
    return boxOf(node);
}

std::optional<NodeRef> ChartPicture::nodeAt(QPointF point) const
{
    return bomay::nodeAt(m_list, point, m_fonts);
}

SiblingFlow ChartPicture::flowAt(NodeRef node) const
{
    return hasBox(node) ? SiblingFlow::Sideways : SiblingFlow::Downwards;
}

std::optional<DropZone> ChartPicture::dropZoneAt(QPointF point, NodeRef dragged) const
{
    // A unit is dropped on boxes: a post's line in one is no place for it.
    const auto target = dragged.isUnit() ? boxAt(m_list, point) : nodeAt(point);
    if (!target)
        return std::nullopt;
    const DropZone zone = bomay::dropZoneAt(placeOf(*target), flowAt(*target), point, *target, dragged);
    return destinationOf(zone, *m_view, dragged) ? std::optional(zone) : std::nullopt;
}

} // namespace bomay

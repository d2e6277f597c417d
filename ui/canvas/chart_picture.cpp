// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/chart_picture.h"

#include "core/base/numbers.h"
#include "core/chart/hit_test.h"

#include <algorithm>

namespace bomay {

ChartPicture::ChartPicture(const FontTable &fonts)
    : m_fonts(fonts)
    , m_chart(fonts)
    , m_names(fonts)
{}

Result<> ChartPicture::rebuild(const OrgView &view, const ChartOptions &options, const std::optional<PageRequest> &page)
{
    auto framed = page ? framedPicture(view, *page, m_fonts, options) : Result<FramedPicture>();
    m_frames.clear();
    m_framed = {};
    if (framed && !framed->frames.empty()) {
        m_framed = std::move(framed->list);
        m_frames = std::move(framed->frames);
    } else {
        m_chart.rebuild(view, options);
    }
    index(view);
    if (!framed)
        return std::unexpected(std::move(framed).error());
    return {};
}

void ChartPicture::follow(const OrgView &view, const ChartOptions &options, std::span<const RowKey> touched)
{
    if (m_frames.empty()) {
        m_chart.follow(view, options, touched);
    } else { // those were of the page
        m_frames.clear();
        m_framed = {};
        m_chart.rebuild(view, options);
    }
    index(view);
}

void ChartPicture::index(const OrgView &view)
{
    m_view = &view;
    m_boxes.clear();
    m_names.rebuild(list(), view);
    for (const BoxItem &box : list().boxes)
        if (!box.node.uid.isNull()) {
            QRectF &rect = m_boxes[box.node];
            rect = rect.united(box.rect);
        }
}

QRectF ChartPicture::extent() const
{
    QRectF extent = list().bounds;
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

std::optional<ChartPicture::NameBox> ChartPicture::nameBoxOf(UnitId unit) const
{
    const auto name = nameOf(unit);
    if (!name)
        return std::nullopt;
    const auto isOwn = [&](const BoxItem &box) { return box.node == NodeRef(unit); };
    const auto box = std::ranges::find_if(
        list().boxes, [&](const BoxItem &each) { return isOwn(each) && each.rect.contains(name->rect.center()); });
    if (box == list().boxes.end())
        return std::nullopt;
    const bool hasPosts = std::ranges::any_of(list().boxes, [&](const BoxItem &each) {
        return isOwn(each) && each.rect.left() == box->rect.left() && each.rect.right() == box->rect.right() &&
               each.rect.center().y() > box->rect.bottom();
    });
    return NameBox{box->rect, hasPosts};
}

std::optional<NodeRef> ChartPicture::nodeAt(QPointF point) const
{
    return bomay::nodeAt(list(), point, m_fonts);
}

SiblingFlow ChartPicture::flowAt(NodeRef node) const
{
    return hasBox(node) ? SiblingFlow::Sideways : SiblingFlow::Downwards;
}

std::optional<DropZone> ChartPicture::dropZoneAt(QPointF point, NodeRef dragged) const
{
    // A unit is dropped on boxes: a post's line in one is no place for it.
    const auto target = dragged.isUnit() ? boxAt(list(), point) : nodeAt(point);
    if (!target)
        return std::nullopt;
    const DropZone zone = bomay::dropZoneAt(placeOf(*target), flowAt(*target), point, *target, dragged);
    return destinationOf(zone, *m_view, dragged) ? std::optional(zone) : std::nullopt;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/chart_options.h"
#include "core/chart/display_list.h"
#include "core/chart/font_table.h"
#include "core/chart/live_chart.h"
#include "core/chart/paper_chart.h"
#include "core/model/org_view.h"
#include "ui/canvas/drop_zone.h"
#include "ui/canvas/name_run.h"

#include <unordered_map>

namespace bomay {

/// The picture that the canvas shows, and where in it the nodes of the view stand (mm). It is made anew from the view
/// after every change, and answers for that view only.
class ChartPicture
{
public:
    explicit ChartPicture(const FontTable &fonts);

    /// The view must stay as it is until the next call. With a page the chart stands as on paper. Errors: those of
    /// `framedPicture`; the chart stands without pages then.
    Result<> rebuild(const OrgView &view, const ChartOptions &options, const std::optional<PageRequest> &page);

    /// The same without a page, where the last call was for the view before a change that touched these rows alone.
    void follow(const OrgView &view, const ChartOptions &options, std::span<const RowKey> touched);

    [[nodiscard]] const DisplayList &list() const { return m_frames.empty() ? m_chart.list() : m_framed; }
    /// The edges of pages over it; none without a page.
    [[nodiscard]] const std::vector<PageFrame> &frames() const { return m_frames; }
    /// The chart with the pages (mm).
    [[nodiscard]] QRectF extent() const;
    [[nodiscard]] bool isEmpty() const { return list().boxes.empty(); }
    [[nodiscard]] const std::unordered_map<NodeRef, QRectF> &boxes() const { return m_boxes; }
    [[nodiscard]] bool hasBox(NodeRef node) const { return m_boxes.contains(node); }
    /// The box of a node; for a post without one, that of its unit.
    [[nodiscard]] QRectF boxOf(NodeRef node) const;
    /// The same, but for a post without a box its line, if it has one.
    [[nodiscard]] QRectF placeOf(NodeRef node) const;
    /// Of the boxes of a unit the one with its name.
    struct NameBox
    {
        QRectF rect;           ///< mm
        bool hasPosts = false; ///< a list of posts stands right below it and is as wide
    };
    [[nodiscard]] std::optional<NameBox> nameBoxOf(UnitId unit) const;
    [[nodiscard]] std::optional<NameRun> nameOf(NodeRef node) const { return m_names.of(node); }
    /// Whom a point means; as `bomay::nodeAt`.
    [[nodiscard]] std::optional<NodeRef> nodeAt(QPointF point) const;
    [[nodiscard]] SiblingFlow flowAt(NodeRef node) const;
    /// Where a dragged node would come to stand if it were dropped at a point; nothing where it cannot.
    [[nodiscard]] std::optional<DropZone> dropZoneAt(QPointF point, NodeRef dragged) const;

private:
    /// Looks up where nodes stand now.
    void index(const OrgView &view);

    const FontTable &m_fonts;
    const OrgView *m_view = nullptr;
    LiveChart m_chart;
    DisplayList m_framed; ///< drawn instead where there are frames
    std::vector<PageFrame> m_frames;
    std::unordered_map<NodeRef, QRectF> m_boxes;
    NameRuns m_names;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/document/document.h"

namespace bomay {

/// The left or right edge of the selected unit's box, dragged by hand to make the box wider or narrower. The middle
/// stays, so both edges move.
class EdgeDrag
{
public:
    EdgeDrag(const Document &document, const ChartPicture &picture, const CanvasScale &scale)
        : m_document(document)
        , m_picture(picture)
        , m_scale(scale)
    {}

    /// Is an edge that can be dragged under a point of the viewport?
    [[nodiscard]] bool isOver(QPointF point) const;
    /// True: it is, and it is dragged from now on.
    bool press(QPointF point);
    void move(QPointF point);
    [[nodiscard]] bool isActive() const { return m_unit.has_value(); }
    /// How wide the box would be, in the viewport; null = nothing is dragged.
    [[nodiscard]] QRectF outline() const;

    struct Width
    {
        NodeRef unit;
        double text = 0; ///< mm, of a line in the box (`BranchMark::boxWidth`)
    };
    /// The mouse was let go: what was dragged; nothing where the edge did not move.
    std::optional<Width> release();
    /// False: nothing was dragged.
    bool cancel();

private:
    /// The box whose edges can be dragged there (point of the viewport): that with the selected unit's name, which is
    /// what a width is chosen for.
    [[nodiscard]] std::optional<ChartPicture::NameBox> boxAt(QPointF point) const;
    /// How far a point of the viewport is from the middle of the box that is dragged, mm.
    [[nodiscard]] double fromMiddle(QPointF point) const;

    const Document &m_document;
    const ChartPicture &m_picture;
    const CanvasScale &m_scale;
    std::optional<UnitId> m_unit; ///< dragged now
    ChartPicture::NameBox m_before;
    double m_width = 0;  ///< mm, of the box
    double m_beside = 0; ///< mm; the edge was taken hold of so far beside it
};

} // namespace bomay

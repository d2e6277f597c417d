// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/frame_painter.h"
#include "ui/canvas/canvas_scale.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

class QPinchGesture;

namespace bomay {

/// A chart on white paper in a window: zoomed by wheel and touch, scrolled, and drawn from frames that are sharpened
/// once the hand rests. What stands over the chart and what is done to it is for whoever derives from it.
class ChartSurface : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr double kZoomStep = 1.2; ///< of a key, or of a notch of the wheel

    /// As `CanvasScale` has them.
    [[nodiscard]] double scale() const { return m_scale.scale(); }
    [[nodiscard]] double naturalScale() const { return m_scale.naturalScale(); }
    [[nodiscard]] bool isFitted() const { return m_scale.isFitted(); }
    [[nodiscard]] QPointF toViewport(QPointF chart) const { return m_scale.toViewport(chart); }
    [[nodiscard]] QRectF toViewport(const QRectF &chart) const { return m_scale.toViewport(chart); }
    [[nodiscard]] QPointF toChart(QPointF viewport) const { return m_scale.toChart(viewport); }

    /// Zooms so that the point of the chart under `anchor` (viewport) stays there.
    void zoomTo(double scale, QPointF anchor);
    void zoomIn();
    void zoomOut();
    void zoomToNatural();
    /// The whole chart in view, never larger than natural, until the next zoom.
    void zoomToFit();
    /// Its whole width in view, likewise.
    void zoomToWidth();

protected:
    explicit ChartSurface(QWidget *parent);

    /// Another chart, with its rectangle and the white round it (mm); the scale stays. The list must stay as it is
    /// until the next call.
    void setSurface(const DisplayList &list, const QRectF &extent, double margin = CanvasScale::kPaperMargin);
    /// The chart itself, from the frames that were painted before.
    void paintFrame(QPainter &painter);
    /// The pictures that were decoded for it.
    [[nodiscard]] PictureCache &pictures() { return m_frames.pictures(); }
    /// What stands in the window has another place or size.
    virtual void rescaled();
    /// A second finger came down: what the first one began as a mouse is none.
    virtual void pinchBegan() {}

    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

    CanvasScale m_scale;

private:
    [[nodiscard]] QPointF middle() const { return QRectF(viewport()->rect()).center(); }
    void followPinch(const QPinchGesture &pinch);

    const DisplayList *m_list = nullptr; ///< null before the first chart
    FramePainter m_frames;
    QBasicTimer m_sharpening; ///< runs while the frame is coarse
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/render/frame_painter.h"
#include "ui/canvas/canvas_scale.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <vector>

namespace bomay {

/// A chart to look at, drawn as the canvas draws it: zoomed by Ctrl and the wheel or by + and −, moved by the hand,
/// fitted again by a double click. One that could not be read as a whole begins at the middle of its top. Nothing in it
/// is edited or selected.
class ChartPreview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ChartPreview(QWidget *parent = nullptr);

    /// `framed` are places (mm) to be seen at once, like what is new.
    void setChart(DisplayList list, std::vector<QRectF> framed);
    [[nodiscard]] const DisplayList &chart() const { return m_list; }
    [[nodiscard]] const std::vector<QRectF> &framed() const { return m_framed; }
    [[nodiscard]] const CanvasScale &scale() const { return m_scale; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void zoomBy(double steps, QPointF anchor);
    void fit();
    void begin();

    DisplayList m_list;
    std::vector<QRectF> m_framed;
    CanvasScale m_scale;
    FramePainter m_frames;
    QBasicTimer m_sharpening;
    bool m_isBegun = false; ///< it was seen since it is this chart
    QPointF m_grip;         ///< where the hand holds the chart (viewport)
};

} // namespace bomay

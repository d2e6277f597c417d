// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "ui/canvas/chart_surface.h"

#include <vector>

namespace bomay {

/// A chart to look at, drawn as the canvas draws it: zoomed by Ctrl and the wheel or by + and −, moved by the hand,
/// fitted again by a double click. One that could not be read as a whole begins at the middle of its top. Nothing in it
/// is edited or selected.
class ChartPreview : public ChartSurface
{
    Q_OBJECT

public:
    explicit ChartPreview(QWidget *parent = nullptr);

    /// `framed` are places (mm) to be seen at once, like what is new.
    void setChart(DisplayList list, std::vector<QRectF> framed);
    [[nodiscard]] const DisplayList &chart() const { return m_list; }
    [[nodiscard]] const std::vector<QRectF> &framed() const { return m_framed; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void begin();

    DisplayList m_list;
    std::vector<QRectF> m_framed;
    bool m_isBegun = false; ///< it was seen since it is this chart
    QPointF m_grip;         ///< where the hand holds the chart (viewport)
};

} // namespace bomay

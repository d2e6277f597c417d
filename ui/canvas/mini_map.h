// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "ui/canvas/finding_marks.h"

#include <QPixmap>
#include <QWidget>

namespace bomay {

/// The whole chart in a corner of the canvas, with what is in the window framed and findings as dots: a click or a drag
/// goes there. It shows itself only where the window shows a part of the chart.
class MiniMap : public QWidget
{
    Q_OBJECT

public:
    explicit MiniMap(QWidget *viewport);

    /// The chart within its paper (mm). The list must stay as it is until the next call.
    void setChart(const DisplayList &list, const QRectF &paper, std::vector<FindingDot> dots);
    /// What the window shows (mm).
    void setSeen(const QRectF &seen);
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_isWanted; }

    /// Where a point of the chart (mm) stands in the map, and back.
    [[nodiscard]] QPointF toMap(QPointF chart) const { return (chart - m_paper.topLeft()) * m_scale; }
    [[nodiscard]] QPointF toChart(QPointF map) const { return map / m_scale + m_paper.topLeft(); }

Q_SIGNALS:
    /// The middle of the window is to come here (mm).
    void placeWanted(QPointF chart);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void refresh();
    void drawChart();

    const DisplayList *m_list = nullptr;
    QRectF m_paper;
    QRectF m_seen;
    std::vector<FindingDot> m_dots;
    QPixmap m_picture; ///< null: to be drawn when next seen
    double m_scale = 1;
    bool m_isWanted = true;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

class QAbstractScrollArea;

namespace bomay {

/// How the chart stands in its scroll area: the scale, and with the scroll bars where it lies. A chart smaller than the
/// window stands in its middle; a larger one is scrolled. It paints nothing.
class CanvasScale
{
public:
    static constexpr double kPaperMargin = 12; ///< mm of white round the chart

    /// The area must outlive it.
    explicit CanvasScale(QAbstractScrollArea &area);

    /// The rectangle of the chart, and how much white is round it (mm); the scale stays.
    void setChart(const QRectF &chart, double margin = kPaperMargin);
    /// Keeps the scroll bars in step with the size of the window.
    void updateScrollBars();

    /// Screen pixels for a millimetre of chart; 1:1 on paper is `naturalScale`.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double naturalScale() const;
    /// The chart with the white round it (mm).
    [[nodiscard]] QRectF paper() const;
    /// Where the chart's origin stands in the viewport.
    [[nodiscard]] QPointF offset() const;
    [[nodiscard]] QPointF toViewport(QPointF chart) const { return chart * m_scale + offset(); }
    [[nodiscard]] QRectF toViewport(const QRectF &chart) const;
    [[nodiscard]] QPointF toChart(QPointF viewport) const { return (viewport - offset()) / m_scale; }
    [[nodiscard]] QRectF toChart(const QRectF &viewport) const;

    /// Zooms so that the point of the chart under `anchor` (viewport) stays there.
    void zoomTo(double scale, QPointF anchor);
    /// The whole chart in view, never larger than natural, until the next zoom.
    void fitWhole();
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    /// The whole width in view, likewise but once; the middle of the window stays.
    void fitWidth();
    /// A part of the chart (mm) in view, as large as goes.
    void fitTo(const QRectF &part);

    void scrollBy(QPointF pixels);
    /// Brings a rectangle of the chart into the window, in its middle where it was outside.
    void ensureVisible(const QRectF &chart);

private:
    [[nodiscard]] QSizeF room() const;

    QAbstractScrollArea &m_area;
    QRectF m_chart;
    double m_margin = kPaperMargin;
    double m_scale = 1;
    bool m_fitted = true; ///< another size of window or chart is fitted again
};

} // namespace bomay

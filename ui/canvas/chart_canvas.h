// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"
#include "core/chart/font_table.h"
#include "ui/canvas/chart_walk.h"
#include "ui/canvas/drop_guide.h"
#include "ui/document/document.h"

#include <QAbstractScrollArea>

#include <unordered_map>

namespace bomay {

class NameEditor;

/// The chart on white paper: paints the display list itself, shows what is selected and where findings are, and turns
/// keys and mouse into edits of the document. It holds no facts: after every change the picture is made anew.
class ChartCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ChartCanvas(const UiContext &context, const FontTable &fonts, QWidget *parent = nullptr);
    ~ChartCanvas() override;

    [[nodiscard]] const DisplayList &picture() const { return m_picture; }
    /// Screen pixels for a millimetre of chart; 1:1 on paper is `naturalScale`.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double naturalScale() const;
    /// Where a point of the chart (mm) stands in the viewport, and back.
    [[nodiscard]] QPointF toViewport(QPointF chart) const;
    [[nodiscard]] QRectF toViewport(const QRectF &chart) const;
    [[nodiscard]] QPointF toChart(QPointF viewport) const;

    /// Zooms so that the point of the chart under `anchor` (viewport) stays there.
    void zoomTo(double scale, QPointF anchor);
    void zoomIn();
    void zoomOut();
    void zoomToNatural();
    /// The whole chart in view, never larger than natural, until the next zoom.
    void zoomToFit();
    void ensureVisible(NodeRef node);
    /// Opens a field over the name of what is selected; Enter takes what is typed, Esc leaves it.
    void beginRename();

    /// What the rules would say of the drag that is over the chart.
    [[nodiscard]] const ChangeVerdict &dropVerdict() const { return m_drop.verdict(); }

Q_SIGNALS:
    void scaleChanged();
    void contextMenuWanted(QPoint global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void rebuild();
    void updateScrollBars();
    void placeEditor();
    void takeName();
    void closeEditor();
    void ensureVisible(const QRectF &chart);
    void paintOverlays(QPainter &painter);
    void updateMarked();
    void selectNeighbour(WalkStep step);
    void startDrag();
    [[nodiscard]] QPointF offset() const;
    /// The box of a node; for a post without one, that of its unit.
    [[nodiscard]] QRectF boxOf(NodeRef node) const;
    /// The same, but for a post without a box its line, if it has one.
    [[nodiscard]] QRectF placeOf(NodeRef node) const;
    [[nodiscard]] SiblingFlow flowAt(NodeRef node) const;
    [[nodiscard]] std::optional<DropZone> dropZoneFor(QPointF viewport, NodeRef dragged) const;

    Document &m_document;
    const FontTable &m_fonts;
    DisplayList m_picture;
    std::unordered_map<NodeRef, QRectF> m_boxes;
    QRectF m_marked; ///< mm; place of what is selected
    double m_scale = 1;
    bool m_fitted = true; ///< shown whole, until the user zooms: another size of window or chart is fitted again
    bool m_spaceHeld = false;
    std::optional<QPoint> m_panFrom;
    std::optional<QPoint> m_pressedAt;
    DropGuide m_drop;
    NameEditor *m_editor = nullptr; ///< while a name is being typed
    NodeRef m_edited;
};

} // namespace bomay

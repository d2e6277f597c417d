// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/canvas/chart_walk.h"
#include "ui/canvas/drop_guide.h"
#include "ui/canvas/mouse_tools.h"
#include "ui/document/document.h"

#include <QAbstractScrollArea>

namespace bomay {

class NameTyping;

/// The chart on white paper: shows the picture, what is selected and where findings are, and hands keys and mouse to
/// those who turn them into edits of the document. It holds no facts: after every change the picture is made anew.
class ChartCanvas : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ChartCanvas(const UiContext &context, const FontTable &fonts, QWidget *parent = nullptr);
    ~ChartCanvas() override;

    [[nodiscard]] const DisplayList &picture() const { return m_picture.list(); }
    /// As `CanvasScale` has them.
    [[nodiscard]] double scale() const { return m_scale.scale(); }
    [[nodiscard]] double naturalScale() const { return m_scale.naturalScale(); }
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
    void showSelection();
    /// What stands in the window has another place or size.
    void rescaled();
    /// The picture of a document that is still being read.
    void showEarly(const OrgView &view);
    void paintOverlays(QPainter &painter);
    void selectNeighbour(WalkStep step);

    Document &m_document;
    ChartPicture m_picture;
    CanvasScale m_scale;
    MouseTools m_mouse;
    DropGuide m_drop;
    NameTyping *m_typing;
    QRectF m_marked; ///< mm; place of what is selected
};

} // namespace bomay

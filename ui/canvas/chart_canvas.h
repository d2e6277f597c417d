// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/chart_marks.h"
#include "ui/canvas/chart_picture.h"
#include "ui/canvas/chart_surface.h"
#include "ui/canvas/chart_walk.h"
#include "ui/canvas/drag_tools.h"
#include "ui/canvas/edge_drag.h"
#include "ui/canvas/mini_map.h"
#include "ui/canvas/mouse_tools.h"
#include "ui/canvas/relayout_motion.h"
#include "ui/document/document.h"

#include <QBasicTimer>

namespace bomay {

class NameTyping;

/// Is the chart edited, or only looked at?
enum class CanvasUse { Edit, Show };

/// The chart on white paper: shows the picture, what is selected and where findings are, and hands keys and mouse to
/// those who turn them into edits of the document. It holds no facts: after every change the picture is made anew.
class ChartCanvas : public ChartSurface
{
    Q_OBJECT

public:
    ChartCanvas(const UiContext &context, const FontTable &fonts, CanvasUse use = CanvasUse::Edit,
                QWidget *parent = nullptr);
    ~ChartCanvas() override;

    [[nodiscard]] const DisplayList &picture() const { return m_picture.list(); }
    /// The selected node with all that is below it in view, as large as goes; the whole chart where none is.
    void zoomToSelection();
    void ensureVisible(NodeRef node);
    /// Brings what is selected into the window.
    void showSelected() { m_scale.ensureVisible(m_marks.current()); }
    /// The whole chart in the corner, where the window shows a part of it.
    void showMiniMap(bool wanted);
    [[nodiscard]] bool hasMiniMap() const;
    /// The chart as it is arranged on the view's paper, with the edges of the pages, in place of the screen's.
    void showPages(bool wanted);
    [[nodiscard]] bool showsPages() const { return m_showsPages; }
    [[nodiscard]] const std::vector<PageFrame> &pages() const { return m_picture.frames(); }
    /// False: the chart is too large to be arranged anew after every edit.
    [[nodiscard]] bool canShowPages() const;
    static constexpr std::size_t kMostFramedNodes = 10'000;
    /// Do boxes glide to their new places after an edit?
    void setAnimated(bool wanted);
    [[nodiscard]] bool isAnimated() const { return m_isAnimated; }
    /// Selects the box that lies that way on the screen, or in the drawn tree.
    void goOnScreen(WalkStep step);
    void goInTree(WalkStep step);
    /// Selects the box that lies that way too.
    void extendOnScreen(WalkStep step);
    void selectAllBoxes();

    /// Those that were found are marked until others are.
    void markFound(const std::vector<NodeRef> &nodes);
    /// Opens a field over the name of what is selected; Enter takes what is typed, Esc leaves it.
    void beginRename();

    /// What the rules would say of the drag that is over the chart.
    [[nodiscard]] const ChangeVerdict &dropVerdict() const;

Q_SIGNALS:
    void scaleChanged();
    /// The pages that were asked for cannot hold the chart, and are not shown any more.
    void pagesRefused(const bomay::Error &error);
    void contextMenuWanted(QPoint global);
    /// The edge of a unit's box was dragged: a line in it is to be so wide, mm.
    void boxWidthWanted(bomay::NodeRef unit, double width);

protected:
    void rescaled() override;
    void pinchBegan() override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void rebuild();
    /// A box that is to keep its place in the window while the chart round it changes, and that place (mm): what is
    /// selected where it is seen, else the one nearest to the middle.
    [[nodiscard]] std::optional<std::pair<NodeRef, QRectF>> anchor() const;
    void keepInPlace(NodeRef node, QPointF was);
    void showSelection();
    /// Space that was tapped is the key of a command like any other; held it pans.
    void tapSpace();
    /// The rectangle round nodes and all that is below them (mm).
    [[nodiscard]] QRectF branchRect(const std::vector<NodeRef> &nodes) const;
    /// The picture of a document that is still being read.
    void showEarly(const OrgView &view);
    void paintOverlays(QPainter &painter);
    /// The page whose edges are shown; nothing = none.
    [[nodiscard]] std::optional<PageRequest> pageRequest() const;

    Document &m_document;
    CanvasUse m_use;
    ChartPicture m_picture;
    ChartMarks m_marks;
    MouseTools m_mouse;
    DragTools *m_drags;
    EdgeDrag m_edge;
    NameTyping *m_typing;
    MiniMap *m_map;
    RelayoutMotion m_motion;
    QBasicTimer m_motionTick; ///< runs while boxes are on their way
    bool m_isAnimated = true;
    bool m_showsPages = false;
};

} // namespace bomay

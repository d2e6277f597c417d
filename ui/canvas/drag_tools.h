// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/canvas/drop_guide.h"

#include <QBasicTimer>
#include <QObject>

class QDragMoveEvent;
class QDropEvent;
class QMimeData;
class QWidget;

namespace bomay {

/// What units and posts that are dragged over the chart do there, be they from the chart or from elsewhere: they show
/// where they would stand, scroll at the edges, open a folded branch that they wait over, and are dropped.
class DragTools : public QObject
{
    Q_OBJECT

public:
    DragTools(const UiContext &context, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport,
              QObject *parent = nullptr);

    void move(QDragMoveEvent &event);
    void leave();
    void drop(QDropEvent &event);

    void paint(QPainter &painter) const;
    /// What the rules would say of the drag.
    [[nodiscard]] const ChangeVerdict &verdict() const { return m_guide.verdict(); }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] std::optional<DropZone> zoneAt(const QDropEvent &event) const;
    void scrollAtEdge(QPointF position);
    void waitToUnfold();

    Document &m_document;
    const ChartPicture &m_picture;
    CanvasScale &m_scale;
    QWidget *m_viewport;
    DropGuide m_guide;
    QBasicTimer m_edgeScroll;       ///< runs while the drag is near an edge
    QPointF m_edgeWay;              ///< pixels a tick
    QBasicTimer m_unfolding;        ///< runs while the drag is over a folded branch
    std::optional<UnitId> m_folded; ///< that branch
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and mouse do on the canvas: whom it hands them to.
#include "ui/canvas/chart_canvas.h"
#include "ui/document/node_mime.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMimeData>

namespace bomay {

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        m_mouse.holdSpace();
        return;
    case Qt::Key_Escape:
        if (m_edge.cancel())
            viewport()->update();
        else if (!m_mouse.cancel())
            m_document.select(std::nullopt);
        return;
    default:
        break;
    }
    ChartSurface::keyPressEvent(event);
}

void ChartCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        if (m_mouse.releaseSpace())
            tapSpace();
        return;
    }
    ChartSurface::keyReleaseEvent(event);
}

bool ChartCanvas::event(QEvent *event)
{
    // Else the shortcut would take the press, and nothing could be held.
    if (event->type() == QEvent::ShortcutOverride)
        if (const auto *key = static_cast<QKeyEvent *>(event);
            key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier)
            event->accept();
    return ChartSurface::event(event);
}

void ChartCanvas::tapSpace()
{
    for (QAction *action : actions())
        if (action->isEnabled() && action->shortcuts().contains(QKeySequence(Qt::Key_Space))) {
            action->trigger();
            return;
        }
}

void ChartCanvas::pinchBegan()
{
    m_edge.cancel();
    const QPointF place = m_scale.offset();
    m_mouse.takeBackPress(); // what is selected again is not looked for
    m_scale.scrollBy(m_scale.offset() - place);
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    const auto node = m_picture.nodeAt(toChart(event->position()));
    setFocus(Qt::MouseFocusReason);
    if (m_use == CanvasUse::Edit && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
        !m_mouse.isSpaceHeld() && m_edge.press(event->position()))
        return;
    m_mouse.press(*event, node);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_edge.isActive() && event->buttons().testFlag(Qt::LeftButton)) {
        m_edge.move(event->position());
        viewport()->update();
        return;
    }
    m_edge.cancel(); // let go over another window
    if (event->buttons() == Qt::NoButton && !m_mouse.isSpaceHeld())
        viewport()->setCursor(m_edge.isOver(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    m_mouse.move(*event);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_edge.isActive() && event->button() == Qt::LeftButton) {
        viewport()->update();
        if (const auto width = m_edge.release())
            Q_EMIT boxWidthWanted(width->unit, width->text);
        return;
    }
    m_mouse.release(*event);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_mouse.forgetPress();
    if (event->button() == Qt::LeftButton && m_document.selected() && m_use == CanvasUse::Edit)
        beginRename();
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    ChartSurface::focusOutEvent(event);
    m_mouse.releaseSpace(); // that of the key goes elsewhere
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_use == CanvasUse::Edit)
        Q_EMIT contextMenuWanted(event->globalPos());
}

void ChartCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(nodeMimeType()))
        event->acceptProposedAction();
}

void ChartCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    m_drags->move(*event);
}

void ChartCanvas::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    m_drags->leave();
}

void ChartCanvas::dropEvent(QDropEvent *event)
{
    m_drags->drop(*event);
}

const ChangeVerdict &ChartCanvas::dropVerdict() const
{
    return m_drags->verdict();
}

} // namespace bomay

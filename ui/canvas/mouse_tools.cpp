// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mouse_tools.h"

#include "ui/document/node_mime.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QWidget>

namespace bomay {

MouseTools::MouseTools(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport)
    : m_document(document)
    , m_picture(picture)
    , m_scale(scale)
    , m_viewport(viewport)
{}

void MouseTools::press(const QMouseEvent &event)
{
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld)) {
        m_panFrom = event.pos();
        m_viewport->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event.button() != Qt::LeftButton && event.button() != Qt::RightButton)
        return;
    m_document.select(m_picture.nodeAt(m_scale.toChart(event.position())));
    if (event.button() == Qt::LeftButton && m_document.selected())
        m_pressedAt = event.pos();
}

void MouseTools::move(const QMouseEvent &event)
{
    if (m_panFrom) {
        m_scale.scrollBy(*m_panFrom - event.pos());
        m_panFrom = event.pos();
    } else if (m_pressedAt && (event.pos() - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedAt.reset();
        startDrag();
    }
}

void MouseTools::release()
{
    m_pressedAt.reset();
    if (m_panFrom) {
        m_panFrom.reset();
        m_viewport->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    }
}

void MouseTools::holdSpace(bool held)
{
    m_spaceHeld = held;
    if (held)
        m_viewport->setCursor(Qt::OpenHandCursor);
    else
        m_viewport->unsetCursor();
}

void MouseTools::startDrag()
{
    const auto node = m_document.selected();
    if (!node)
        return;
    auto *drag = new QDrag(m_viewport); // Qt deletes it when the drag ends
    drag->setMimeData(mimeOf(*node));
    drag->setPixmap(m_viewport->grab(m_scale.toViewport(m_picture.placeOf(*node)).toAlignedRect()));
    drag->exec(Qt::MoveAction);
}

} // namespace bomay

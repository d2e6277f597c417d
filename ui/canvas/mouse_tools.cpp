// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/mouse_tools.h"

#include "ui/document/node_mime.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QWidget>

#include <algorithm>
#include <unordered_set>

namespace bomay {

MouseTools::MouseTools(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport,
                       Drags drags)
    : m_document(document)
    , m_picture(picture)
    , m_scale(scale)
    , m_viewport(viewport)
    , m_drags(drags)
{}

void MouseTools::press(const QMouseEvent &event, std::optional<NodeRef> node)
{
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld)) {
        m_panFrom = event.pos();
        m_hasPanned = true;
        m_viewport->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event.button() != Qt::LeftButton && event.button() != Qt::RightButton)
        return;
    const std::vector<NodeRef> selection = m_document.selection();
    m_beforePress = selection;
    m_isPressed = event.button() == Qt::LeftButton;
    const bool isAmong = node && std::ranges::find(selection, *node) != selection.end();
    m_addsToSelection = (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
    if (event.button() == Qt::RightButton) {
        if (!isAmong) // the menu speaks of all that are selected
            m_document.select(node);
        return;
    }
    if (!node) {
        m_bandFrom = m_scale.toChart(event.position());
        m_bandTo = *m_bandFrom;
        if (!m_addsToSelection)
            m_document.select(std::nullopt);
        return;
    }
    if (m_addsToSelection)
        m_document.toggle(*node);
    else if (!isAmong || selection.size() == 1)
        m_document.select(node);
    if (m_document.selected()) {
        m_pressedAt = event.pos();
        m_pressed = node;
    }
}

void MouseTools::move(const QMouseEvent &event)
{
    // The button was let go elsewhere: over a message that the press itself had brought up.
    if ((event.buttons() & (Qt::LeftButton | Qt::MiddleButton)) == 0) {
        forgetPress();
    } else if (m_panFrom) {
        m_scale.scrollBy(*m_panFrom - event.pos());
        m_panFrom = event.pos();
    } else if (m_bandFrom) {
        m_bandTo = m_scale.toChart(event.position());
        selectInBand();
        m_viewport->update();
    } else if (m_pressedAt && (event.pos() - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedAt.reset();
        startDrag();
    }
}

void MouseTools::selectInBand()
{
    const QRectF band = QRectF(*m_bandFrom, m_bandTo).normalized();
    std::vector<NodeRef> nodes = m_addsToSelection ? m_beforePress : std::vector<NodeRef>{};
    // In the order of the chart, so that the same band always selects the same last one.
    const std::unordered_set<NodeRef> already(nodes.begin(), nodes.end());
    for (const ViewNode &node : m_document.view().nodes())
        if (m_picture.hasBox(node.ref) && m_picture.boxOf(node.ref).intersects(band) && !already.contains(node.ref))
            nodes.push_back(node.ref);
    m_document.selectAll(std::move(nodes));
}

void MouseTools::takeBackPress()
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    m_pressedAt.reset();
    m_bandFrom.reset();
    m_document.selectAll(m_beforePress);
}

void MouseTools::forgetPress()
{
    m_isPressed = false;
    m_pressedAt.reset();
    m_panFrom.reset();
    if (std::exchange(m_bandFrom, std::nullopt))
        m_viewport->update();
}

bool MouseTools::cancel()
{
    m_pressedAt.reset();
    if (!m_bandFrom)
        return false;
    m_bandFrom.reset();
    m_document.selectAll(m_beforePress);
    m_viewport->update();
    return true;
}

QRectF MouseTools::band() const
{
    return m_bandFrom ? m_scale.toViewport(QRectF(*m_bandFrom, m_bandTo).normalized()) : QRectF();
}

void MouseTools::release(const QMouseEvent &event)
{
    m_isPressed = false;
    // One of several that was only clicked, not dragged, is selected alone.
    if (m_pressedAt && !m_addsToSelection && event.button() == Qt::LeftButton)
        m_document.select(m_pressed); // the boxes may have moved since
    m_pressedAt.reset();
    if (m_bandFrom) {
        m_bandFrom.reset();
        m_viewport->update();
    }
    if (m_panFrom) {
        m_panFrom.reset();
        m_viewport->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    }
}

void MouseTools::holdSpace()
{
    if (!m_spaceHeld)
        m_hasPanned = false;
    m_spaceHeld = true;
    m_viewport->setCursor(Qt::OpenHandCursor);
}

bool MouseTools::releaseSpace()
{
    m_viewport->unsetCursor();
    return std::exchange(m_spaceHeld, false) && !m_hasPanned;
}

void MouseTools::startDrag()
{
    const std::vector<NodeRef> nodes = m_document.selection();
    if (nodes.empty() || m_drags == Drags::None)
        return;
    auto *drag = new QDrag(m_viewport); // Qt deletes it when the drag ends
    drag->setMimeData(mimeOf(nodes));
    drag->setPixmap(m_viewport->grab(m_scale.toViewport(m_picture.placeOf(nodes.back())).toAlignedRect()));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

} // namespace bomay

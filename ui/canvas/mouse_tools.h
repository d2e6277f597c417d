// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/document/document.h"

class QMouseEvent;
class QWidget;

namespace bomay {

/// May boxes be dragged?
enum class Drags { Allowed, None };

/// What the mouse does on the chart: selects, one by one or with a band drawn over them, pans with the middle button or
/// with Space held, begins drags.
class MouseTools
{
public:
    MouseTools(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport, Drags drags);

    /// `node` is whom the mouse is on.
    void press(const QMouseEvent &event, std::optional<NodeRef> node);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    /// The press was no such thing: what was selected before it is selected again.
    void takeBackPress();
    /// A press that became something else, as a double click.
    void forgetPress();
    /// Esc: the band goes, and what was selected before it is selected again. False: there was none.
    bool cancel();
    /// The band that is drawn, in the viewport; null = none.
    [[nodiscard]] QRectF band() const;
    /// The key that makes the left button pan.
    void holdSpace();
    [[nodiscard]] bool isSpaceHeld() const { return m_spaceHeld; }
    /// True: it was held and nothing was panned meanwhile, so it was a tap.
    bool releaseSpace();

private:
    void startDrag();
    void selectInBand();

    Document &m_document;
    const ChartPicture &m_picture;
    CanvasScale &m_scale;
    QWidget *m_viewport;
    Drags m_drags;
    bool m_spaceHeld = false;
    std::optional<QPoint> m_panFrom;
    bool m_hasPanned = false;          ///< since Space is held
    std::optional<QPoint> m_pressedAt; ///< on a node: a drag begins where the mouse goes on
    std::optional<NodeRef> m_pressed;  ///< that node
    std::optional<QPointF> m_bandFrom; ///< mm, so that it stays on the chart when that is scrolled
    QPointF m_bandTo;
    bool m_isPressed = false;           ///< the left button is, for anything but a pan
    std::vector<NodeRef> m_beforePress; ///< selected before
    bool m_addsToSelection = false;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/document/document.h"

class QMouseEvent;
class QWidget;

namespace bomay {

/// What the mouse does on the chart: selects, pans with the middle button or with Space held, begins drags.
class MouseTools
{
public:
    MouseTools(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport);

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release();
    /// A press that became something else, as a double click.
    void forgetPress() { m_pressedAt.reset(); }
    /// The key that makes the left button pan.
    void holdSpace(bool held);

private:
    void startDrag();

    Document &m_document;
    const ChartPicture &m_picture;
    CanvasScale &m_scale;
    QWidget *m_viewport;
    bool m_spaceHeld = false;
    std::optional<QPoint> m_panFrom;
    std::optional<QPoint> m_pressedAt; ///< on a node: a drag begins where the mouse goes on
};

} // namespace bomay

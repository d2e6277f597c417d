// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_scale.h"
#include "ui/canvas/chart_picture.h"
#include "ui/document/document.h"

#include <QObject>

namespace bomay {

class NameEditor;

/// Typing a name in its place on the chart: opens a field over it, keeps it there, and asks the document for the name.
class NameTyping : public QObject
{
    Q_OBJECT

public:
    NameTyping(Document &document, const ChartPicture &picture, CanvasScale &scale, QWidget *viewport);

    /// Opens a field over the name of a node; nothing happens where the picture does not show it.
    void begin(NodeRef node);
    /// Puts the field over its name again: the chart was moved or zoomed.
    void place();
    /// What is typed becomes the name.
    void take();
    /// What is typed is no edit.
    void giveUp();

Q_SIGNALS:
    /// The field is closed; the keyboard was in it.
    void finished();

private:
    Document &m_document;
    const ChartPicture &m_picture;
    CanvasScale &m_scale;
    QWidget *m_viewport;
    NameEditor *m_editor = nullptr; ///< while a name is being typed
    NodeRef m_node;
};

} // namespace bomay

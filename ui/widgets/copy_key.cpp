// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_key.h"

#include <QKeyEvent>
#include <QWidget>

namespace bomay {

CopyKey::CopyKey(QWidget *widget, std::function<void()> copy)
    : QObject(widget)
    , m_copy(std::move(copy))
{
    widget->installEventFilter(this);
}

bool CopyKey::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_copy();
    return true;
}

} // namespace bomay

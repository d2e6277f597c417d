// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QWidget>

namespace bomay {

/// Leaves the wheel over a list or number to what scrolls behind it: how a file is read must not change because the
/// mouse rests there.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

    static void keep(QWidget *field) { field->installEventFilter(new WheelGuard(field)); }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore();
        return true;
    }
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace bomay {

/// The key for copying, as a widget of its own takes it: before the window's own Copy, as a text field does.
class CopyKey : public QObject
{
    Q_OBJECT

public:
    /// The widget owns it.
    CopyKey(QWidget *widget, std::function<void()> copy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_copy;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"

#include <QMenu>
#include <QWidget>

class QComboBox;

namespace bomay {

class ViewCommands;

/// How the chart is drawn: presets of the whole, the style of the selected branch, what boxes show. Made anew each time
/// it opens, with ticks at what holds.
class StyleMenu : public QMenu
{
    Q_OBJECT

public:
    StyleMenu(const UiContext &context, ViewCommands &views, QWidget *parent = nullptr);

private:
    void fill();
    QAction *add(QMenu *menu, const QString &text, bool isOn, const std::function<void()> &run);

    UiContext m_context;
    ViewCommands &m_views;
};

/// Which view is shown: "[Sơ đồ chung ▾] [Kiểu ▾]".
class ViewBar : public QWidget
{
    Q_OBJECT

public:
    ViewBar(const UiContext &context, StyleMenu &styles, QWidget *parent = nullptr);

private:
    void refresh();

    Document &m_document;
    QComboBox *m_views;
};

} // namespace bomay

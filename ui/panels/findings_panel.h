// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/ui_context.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QTreeView;

namespace bomay {

class FindingsModel;

/// What the rules say of the chart on the day in view. It checks only while it is in sight: hidden behind another tab
/// it costs nothing.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(const UiContext &context, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildWidgets();
    void invalidate();
    void refresh();
    void jump(const QModelIndex &index);
    void copy() const;
    [[nodiscard]] QString summary(const CheckReport &report) const;
    [[nodiscard]] QString emptyText(const CheckReport &report) const;

    UiContext m_context;
    FindingsModel *m_model;
    QLabel *m_summary;
    QLabel *m_empty;
    QTreeView *m_table;
    bool m_stale = true;
};

} // namespace bomay

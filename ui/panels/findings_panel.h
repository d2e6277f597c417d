// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QModelIndex;
class QPushButton;
class QTreeView;

namespace bomay {

class FindingsModel;
struct FindingRow;
struct Fix;

/// What the rules say of the chart on the day in view, in groups, and what the officer can do about it. It checks only
/// while it is in sight: hidden behind another tab it costs nothing.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(const UiContext &context, QWidget *parent = nullptr);

    /// Shows the next finding after the current one, from the first again after the last, and whom it speaks of. False
    /// where there is none.
    bool showNext();

Q_SIGNALS:
    // What asks for words of the officer is for the window.
    void waiverWanted(const bomay::Finding &finding);
    void confirmationWanted(const QString &rule);
    void ruleSwitchWanted(const QString &rule, bool isOn);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildWidgets();
    void buildTable();
    void invalidate();
    void refresh();
    void group();
    void expandGroups();
    void jump(const QModelIndex &index);
    void copy() const;
    void showContextMenu(QPoint at);
    /// What can be done about a row.
    void fillMenu(QMenu &menu, const FindingRow &row);
    void addFixes(QMenu &menu, const Finding &finding);
    /// With what would become of the findings.
    [[nodiscard]] QString titleOf(const Fix &fix) const;
    void refreshActions();
    [[nodiscard]] const FindingRow *currentRow() const;
    [[nodiscard]] const Finding *findingOf(const FindingRow &row) const;
    [[nodiscard]] const Rule *ruleOf(const QString &id) const;
    [[nodiscard]] QString summary(const CheckReport &report) const;
    [[nodiscard]] QString emptyText(const CheckReport &report) const;

    UiContext m_context;
    FindingsModel *m_model;
    QLabel *m_summary;
    QComboBox *m_grouping;
    QPushButton *m_actions;
    QLabel *m_packErrors;
    QLabel *m_empty;
    QTreeView *m_table;
    QSet<QString> m_folded; ///< keys of groups that are folded
    QSet<QString> m_seen;   ///< keys of groups that were there before: those keep as the officer left them
    bool m_stale = true;
};

} // namespace bomay

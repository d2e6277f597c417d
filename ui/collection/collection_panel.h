// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/collection/round_follower.h"
#include "ui/document/ui_context.h"
#include "ui/panels/records_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace bomay {

/// Thu thập số liệu: which agencies of a round have sent their form back, which are missing or overdue, and what the
/// forms change. It asks for what is to be done by signals.
class CollectionPanel : public QWidget
{
    Q_OBJECT

public:
    enum Column { Agency, State, Received, Changes, Remarks, File };

    /// The follower must outlive it.
    CollectionPanel(const UiContext &context, RoundFollower &follower, QWidget *parent = nullptr);

Q_SIGNALS:
    void sendWanted();
    void openWanted();
    /// What a form that came back changes is to be looked at.
    void reviewWanted(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void refresh();
    void refreshButtons();
    [[nodiscard]] Record recordOf(const FormReturn &form) const;
    [[nodiscard]] QString stateText(const FormReturn &form) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] int currentRow() const;
    /// The file of a form that can be looked at; empty where there is none.
    [[nodiscard]] QString reviewable(int row) const;

    UiContext m_context;
    RoundFollower &m_follower;
    RecordsModel *m_model;
    QTreeView *m_table;
    QLabel *m_summary;
    QPushButton *m_review;
    QPushButton *m_read;
    QPushButton *m_folder;
};

} // namespace bomay

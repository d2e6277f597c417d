// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/collection/round_follower.h"
#include "ui/document/ui_context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace bomay {

class RecordsTable;
struct Record;

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
    void refresh();
    void refreshButtons();
    [[nodiscard]] Record recordOf(const FormReturn &form) const;
    [[nodiscard]] static Record recordOfStranger(const QString &file);
    [[nodiscard]] QString stateText(const FormReturn &form) const;
    [[nodiscard]] QString summary() const;
    /// The file of the current row's form, if it can be looked at; else empty.
    [[nodiscard]] QString reviewable() const;

    UiContext m_context;
    RoundFollower &m_follower;
    RecordsTable *m_table;
    QLabel *m_summary;
    QPushButton *m_review;
    QPushButton *m_read;
    QPushButton *m_folder;
};

} // namespace bomay

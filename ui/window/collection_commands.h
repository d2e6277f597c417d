// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/collection/round_follower.h"
#include "ui/document/ui_context.h"

#include <QObject>

namespace bomay {

class Dialogs;
class FileCommands;

/// Thu thập số liệu: forms go out to agencies, and what comes back is followed and taken into the document.
class CollectionCommands : public QObject
{
    Q_OBJECT

public:
    /// `now` is the clock. Dialogs and files must outlive it.
    CollectionCommands(const UiContext &context, std::function<QDateTime()> now, FileCommands &files, Dialogs &dialogs,
                       QObject *parent = nullptr);

    [[nodiscard]] RoundFollower &follower() { return m_follower; }

    /// Writes the forms of a new round and follows it.
    void send();
    /// Are there units to send forms to?
    [[nodiscard]] bool canSend() const;
    /// Asks for the file of a round and follows it.
    void openRound();
    /// Follows the round of a file; one that cannot be read is told.
    void followRound(const QString &path);
    /// What a form that came back changes, to be taken or not.
    void review(const QString &path);

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);
    /// A round is followed that was chosen here: it is to be seen.
    void followed();

private:
    UiContext m_context;
    FileCommands &m_files;
    Dialogs &m_dialogs;
    RoundFollower m_follower;
};

} // namespace bomay

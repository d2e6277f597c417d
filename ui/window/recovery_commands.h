// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/window/dialogs.h"

#include <QObject>

#include <functional>

namespace bomay {

/// What brings back earlier states of documents: changes that a killed program left unsaved, what is left of a damaged
/// file, and backups.
class RecoveryCommands : public QObject
{
    Q_OBJECT

public:
    /// `ports` are those of a session that goes on with what was left.
    RecoveryCommands(Document &document, SessionPorts ports, Dialogs &dialogs, const MessageCatalog &messages,
                     Language language, QObject *parent = nullptr);
    /// `mayClose` asks about the open document and is true where it may go.
    void setGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

    /// Offers what a killed program left unsaved: of one document, or of all. True where one of them is open now.
    bool offer(const QString &path = {});
    /// Offers what is left of all documents in place of the open one, which may be saved before; says so where nothing
    /// is.
    void offerAll();
    /// Says how many documents are left unsaved, if any.
    void mention();
    /// Offers what can be saved of a document that does not open, as a new one. False where that is nothing: `refusal`
    /// is still to be told.
    [[nodiscard]] bool offerSalvage(const QString &path, const Error &refusal);
    /// Brings the document back to one of its backups, as one step of undo.
    void restoreBackup();
    /// Has the document backups?
    [[nodiscard]] bool hasBackups() const;

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);

private:
    [[nodiscard]] QString describe(const LeftJournal &left) const;

    Document &m_document;
    SessionPorts m_ports;
    Dialogs &m_dialogs;
    const MessageCatalog &m_messages;
    Language m_language;
    std::function<bool()> m_mayClose;
    mutable std::optional<bool>
        m_hasBackups; ///< asked for with every selection; nothing: the folder is to be looked at
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/window/dialogs.h"

#include <QObject>

namespace bomay {

class FileCommands;

/// Names states of the document, seals them, shows them, brings them back, tells what differs.
class VersionCommands : public QObject
{
    Q_OBJECT

public:
    /// `ports` are those of a session that shows a version.
    VersionCommands(Document &document, SessionPorts ports, FileCommands &files, Dialogs &dialogs,
                    const MessageCatalog &messages, Language language, QObject *parent = nullptr);

    void name();
    void seal();
    void show();
    void restore();
    void compare();
    void remove();

    /// Is there a file whose versions can be asked for?
    [[nodiscard]] bool hasFile() const { return !m_document.session().path().isEmpty(); }

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);

private:
    void add(const QString &title, const QString &question, const QString &suggestion, bool isSealed);
    [[nodiscard]] std::optional<Version> choose(const QString &title, const QString &question, const QString &accept);
    [[nodiscard]] QString describe(const Version &version) const;
    /// Says an error and gives nothing in its place.
    template <typename Value>
    [[nodiscard]] std::optional<Value> told(Result<Value> result);

    Document &m_document;
    SessionPorts m_ports;
    FileCommands &m_files;
    Dialogs &m_dialogs;
    const MessageCatalog &m_messages;
    Language m_language;
};

} // namespace bomay

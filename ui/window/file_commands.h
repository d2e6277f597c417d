// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/order.h"
#include "ui/document/document.h"
#include "ui/window/dialogs.h"

#include <QObject>

#include <optional>

namespace bomay {

class RecoveryCommands;

/// New, open, save, import: what moves a document between the window and files. Unsaved changes are asked about
/// before another document takes the place of this one.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    /// `ports` are those of every session that is begun here.
    FileCommands(Document &document, SessionPorts ports, RecoveryCommands &recovery, Dialogs &dialogs,
                 const MessageCatalog &messages, Language language, QObject *parent = nullptr);

    void newDocument();
    /// A new document that begins as a sample chart: one of the program's, or a spreadsheet in the office's folder
    /// "templates", beside that of its rule packs.
    void newFromSample();
    void open();
    /// A document by its path, or any spreadsheet, which is imported into a new document. What cannot be opened, or is
    /// not wanted after all, leaves the document that is open.
    void openPath(const QString &path);
    /// Which of several files that were dropped are to be opened, a window for each: before the screen fills with them
    /// the user is asked. None = none.
    [[nodiscard]] QStringList chosenOf(const QStringList &paths);
    /// The document's file once more: whoever edited it may have closed it.
    void reopen();
    bool save();
    bool saveAs();
    /// A document of its own for others: without persons, notes, history.
    void saveWithoutPersons();
    /// A spreadsheet into the open document, as one step of undo.
    void importSpreadsheet();
    /// The same with a file that is known; false where nothing of it was taken.
    bool importFrom(const QString &path);
    /// A table of numbers allotted to units, as it lies on the clipboard, as one step of undo.
    void pasteAllotments();
    /// An office's own form, filled with what the document has on the day in view, into a new file.
    void fillForm();
    /// The day in view as a filled template, which an import takes back.
    void exportWorkbook();
    /// True where the document may go: it is saved, was not changed, or the user gives the changes up.
    [[nodiscard]] bool mayClose();

    /// The file's name, or what an unsaved document is called.
    [[nodiscard]] QString documentName() const;
    /// For a file made of this document, without an ending.
    [[nodiscard]] QString suggestedName() const;

Q_SIGNALS:
    /// Something worth a line in the status bar.
    void said(const QString &text);

private:
    bool saveTo(const QString &path);
    /// Is the user asked before an import in which every row is taken?
    enum class Asking { Always, WhenIncomplete };
    /// What a spreadsheet comes to, and what is said when it is done.
    struct Import
    {
        Change change;
        QString done;
    };
    /// Reads a spreadsheet for a document, and has the officer look at it; nothing where it cannot be read, which is
    /// told, or is not wanted.
    [[nodiscard]] std::optional<Import> understand(const QString &path, const Organisation &into, Asking asking);
    /// The decision behind a list of a rearrangement; nothing where the user thought better of it.
    [[nodiscard]] std::optional<Order> askOrder();
    /// Into a new document, which takes the place of the open one only then.
    void openSpreadsheet(const QString &path);
    [[nodiscard]] static QStringList allottedLines(const Change &change, Day day);
    /// A folder of the office beside that of its rule packs; empty = there is none.
    [[nodiscard]] QString officeFolder(const QString &name) const;
    /// Where the office keeps how its agencies' tables are read; empty = nowhere.
    [[nodiscard]] QString profileFolder() const;
    void tell(const Error &error);

    Document &m_document;
    SessionPorts m_ports;
    RecoveryCommands &m_recovery;
    Dialogs &m_dialogs;
    const MessageCatalog &m_messages;
    Language m_language;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/base/progress.h"
#include "ui/collection/collection_dialog.h"
#include "ui/window/paper_question.h"

#include <QStringList>

#include <optional>
#include <vector>

class QPrinter;

namespace bomay {

class ImportDraft;
class ReorganisationDraft;

enum class UnsavedAnswer { Save, Discard, Cancel };

/// What is to be done with one of the documents that a killed program left unsaved.
struct RecoveryAnswer
{
    enum class Action { Recover, Discard, Later } action = Action::Later;
    int chosen = 0; ///< line of the list
};

/// One thing that a form asks for.
struct FormField
{
    enum class Kind { Line, Text, Tick } kind = Kind::Line;
    QString label;
    QString hint;          ///< stands in the empty field
    QString value;         ///< that it begins with; a tick: "1" or empty
    bool isNeeded = false; ///< it must not be left empty
};

/// Several things asked at once.
struct FormQuestion
{
    QString title;
    QString explanation;
    std::vector<FormField> fields;
    QString accept; ///< stands on the button that takes it
};

/// Port: everything that stops the user with a question, so that tests can answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// The file chosen; empty where the user thought better of it. `filter` as QFileDialog takes it.
    [[nodiscard]] virtual QString fileToOpen(const QString &title, const QString &filter) = 0;
    /// With an ending of the filter, and after asking where there is such a file.
    [[nodiscard]] virtual QString fileToSave(const QString &title, const QString &suggestion,
                                             const QString &filter) = 0;
    [[nodiscard]] virtual UnsavedAnswer askUnsaved(const QString &documentName) = 0;
    /// Offers documents that were not saved, a line for each.
    [[nodiscard]] virtual RecoveryAnswer askRecovery(const QStringList &documents) = 0;
    /// One line of a list, or nothing; `accept` stands on the button that takes it.
    [[nodiscard]] virtual std::optional<int> chooseLine(const QString &title, const QString &question,
                                                        const QStringList &lines, const QString &accept) = 0;
    /// A text of one line, or nothing where the user thought better of it.
    [[nodiscard]] virtual std::optional<QString> askText(const QString &title, const QString &question,
                                                         const QString &suggestion) = 0;
    /// The answers in the order of the fields, or nothing where the user thought better of it.
    [[nodiscard]] virtual std::optional<QStringList> askForm(const FormQuestion &question) = 0;
    /// The paper chosen beside a preview of it, or nothing where the user thought better of it.
    [[nodiscard]] virtual std::optional<PaperChoice> askPaper(const PaperQuestion &question) = 0;
    /// Sets the printer, its copies and the range of `pages` pages; false where the user thought better of it.
    [[nodiscard]] virtual bool choosePrinter(QPrinter &printer, int pages) = 0;
    /// How far a long task is; it stops once the user asks for that. What shows it goes with the last copy of the
    /// answer. Nothing else can be begun in the window meanwhile.
    [[nodiscard]] virtual Progress showProgress(const QString &title) = 0;
    /// A text of many lines, to read and copy.
    virtual void showText(const QString &title, const QString &text) = 0;
    /// A page of the help, written in Markdown.
    virtual void showPage(const QString &title, const QString &markdown) = 0;
    /// Lets the officer look at an import and put right how it is understood; true = take what the draft then holds.
    [[nodiscard]] virtual bool reviewImport(ImportDraft &draft, const MessageCatalog &messages, Language language) = 0;
    /// Lets the officer say what a decision on units says; true = do what the draft then holds.
    [[nodiscard]] virtual bool reviewReorganisation(ReorganisationDraft &draft) = 0;
    /// The round of collecting that forms are to be written for, or nothing where the user thought better of it.
    [[nodiscard]] virtual std::optional<CollectionOrder> askCollection(const UiContext &context, Day today) = 0;
    /// Shows what a pasted table of allotments would write and which of its rows cannot be taken; true = write it.
    [[nodiscard]] virtual bool acceptAllotments(const QString &report, bool complete) = 0;
    /// Says why a document does not open, and what can be saved of it; true = go on with that.
    [[nodiscard]] virtual bool acceptSalvage(const QString &reason, const QString &report) = 0;
    /// Says why something did not work.
    virtual void tell(const QString &text) = 0;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_wizard.h"
#include "ui/reorganisation/reorganisation_dialog.h"
#include "ui/window/dialogs.h"
#include "ui/window/file_names.h"

#include <QPrinter>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace bomay {

/// Answers as the test wrote them down; remembers what was asked and said.
class ScriptedDialogs final : public Dialogs
{
public:
    QString nextFile;
    QString suggested;  ///< name of the file that was to be saved last
    QString nextTarget; ///< to save to; empty = `nextFile`
    UnsavedAnswer nextUnsaved = UnsavedAnswer::Cancel;
    bool nextImport = true;
    std::function<void(ImportWizard &)> reviewing;            ///< drives the real wizard; it has to close it
    std::function<void(ReorganisationDialog &)> reorganising; ///< drives the real dialog; it has to close it
    std::function<void(CollectionDialog &)> collecting;       ///< drives the real dialog; it has to close it
    bool nextSalvage = false;
    RecoveryAnswer nextRecovery;
    std::optional<int> nextLine;
    std::vector<int> firstLines; ///< of the lists that come before that
    std::optional<QString> nextText;
    std::optional<QStringList> nextForm;
    std::function<PaperChoice(const PaperChoice &)> nextPaper; ///< nothing: the user thinks better of it
    PaperPreview preview;                                      ///< of the paper that was chosen last
    std::optional<int> stopAt;                                 ///< the step at which a long task is stopped …
    QString stopIn;                                            ///< … where its title begins so
    QStringList steps;                                         ///< of long tasks
    QString shown;                                             ///< the long text that was shown last
    QStringList lines;                                         ///< of the list or report that was shown last
    QStringList offered; ///< what stood in the fields of the form that was shown last
    QStringList asked;
    QStringList told;

    [[nodiscard]] QString fileToOpen(const QString & /*title*/, const QString & /*filter*/) override
    {
        asked += QStringLiteral("open");
        return nextFile;
    }
    [[nodiscard]] QString fileToSave(const QString & /*title*/, const QString &suggestion,
                                     const QString &filter) override
    {
        asked += QStringLiteral("save");
        suggested = suggestion;
        return withEnding(nextTarget.isEmpty() ? nextFile : nextTarget, filter);
    }
    [[nodiscard]] UnsavedAnswer askUnsaved(const QString & /*documentName*/) override
    {
        asked += QStringLiteral("unsaved");
        return nextUnsaved;
    }
    [[nodiscard]] RecoveryAnswer askRecovery(const QStringList &documents) override
    {
        asked += QStringLiteral("recovery");
        lines = documents;
        return nextRecovery;
    }
    [[nodiscard]] std::optional<int> chooseLine(const QString & /*title*/, const QString & /*question*/,
                                                const QStringList &choices, const QString & /*accept*/) override
    {
        asked += QStringLiteral("line");
        lines = choices;
        if (firstLines.empty())
            return nextLine;
        const int line = firstLines.front();
        firstLines.erase(firstLines.begin());
        return line;
    }
    [[nodiscard]] std::optional<QString> askText(const QString & /*title*/, const QString & /*question*/,
                                                 const QString & /*suggestion*/) override
    {
        asked += QStringLiteral("text");
        return nextText;
    }
    [[nodiscard]] std::optional<QStringList> askForm(const FormQuestion &question) override
    {
        asked += QStringLiteral("form");
        lines = question.explanation.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        offered.clear();
        for (const FormField &field : question.fields)
            offered += field.value;
        return nextForm;
    }
    [[nodiscard]] std::optional<PaperChoice> askPaper(const PaperQuestion &question) override
    {
        asked += QStringLiteral("paper");
        if (!nextPaper)
            return std::nullopt;
        const PaperChoice choice = nextPaper(question.start);
        preview = question.compose(choice);
        return choice;
    }
    /// Prints into the next file.
    [[nodiscard]] bool choosePrinter(QPrinter &printer, int /*pages*/) override
    {
        asked += QStringLiteral("printer");
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(nextFile);
        return !nextFile.isEmpty();
    }
    /// Notes every step; the one after which a test wants to stop is the last.
    [[nodiscard]] Progress showProgress(const QString &title) override
    {
        return [this, title](int done, int total) {
            steps += QStringLiteral("%1 %2/%3").arg(title).arg(done).arg(total);
            return !stopAt || !title.startsWith(stopIn) || done < *stopAt;
        };
    }
    void showText(const QString & /*title*/, const QString &text) override { shown = text; }
    void showPage(const QString & /*title*/, const QString &markdown) override { shown = markdown; }
    [[nodiscard]] bool acceptAllotments(const QString &report, bool complete) override
    {
        shown = report;
        asked += complete ? QStringLiteral("allotments complete") : QStringLiteral("allotments incomplete");
        return nextImport;
    }
    [[nodiscard]] bool reviewImport(ImportDraft &draft, const MessageCatalog &messages, Language language) override
    {
        if (!draft.plan()) {
            asked += QStringLiteral("import unread");
            told += messages.describe(draft.plan().error(), language);
        }
        if (reviewing) {
            ImportWizard wizard(draft, messages, language);
            QTimer::singleShot(0, &wizard, [&] { reviewing(wizard); });
            return wizard.exec() == QDialog::Accepted;
        }
        if (!draft.plan())
            return false;
        const ImportReport &report = draft.plan()->report;
        asked += report.leftOut + report.asked == 0 ? QStringLiteral("import complete")
                                                    : QStringLiteral("import incomplete");
        return nextImport;
    }
    [[nodiscard]] bool reviewReorganisation(ReorganisationDraft &draft) override
    {
        asked += QStringLiteral("reorganisation");
        ReorganisationDialog dialog(draft);
        QTimer::singleShot(0, &dialog, [&] { reorganising(dialog); });
        return dialog.exec() == QDialog::Accepted;
    }
    [[nodiscard]] std::optional<CollectionOrder> askCollection(const UiContext &context, Day today) override
    {
        asked += QStringLiteral("collection");
        CollectionDialog dialog(context, today);
        QTimer::singleShot(0, &dialog, [&] { collecting(dialog); });
        return dialog.exec() == QDialog::Accepted ? std::optional(dialog.order()) : std::nullopt;
    }
    [[nodiscard]] bool acceptSalvage(const QString &reason, const QString &report) override
    {
        asked += QStringLiteral("salvage");
        lines = QStringList{reason} + report.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return nextSalvage;
    }
    void tell(const QString &text) override { told += text; }
};

} // namespace bomay

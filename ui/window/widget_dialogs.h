// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/dialogs.h"

#include <QCoreApplication>

class QWidget;

namespace bomay {

/// The dialogs on screen.
class WidgetDialogs final : public Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(bomay::WidgetDialogs)

public:
    /// The window the dialogs belong to must outlive them.
    void setParent(QWidget *parent) { m_parent = parent; }

    [[nodiscard]] QString fileToOpen(const QString &title, const QString &filter) override;
    [[nodiscard]] QString fileToSave(const QString &title, const QString &suggestion, const QString &filter) override;
    [[nodiscard]] UnsavedAnswer askUnsaved(const QString &documentName) override;
    [[nodiscard]] RecoveryAnswer askRecovery(const QStringList &documents) override;
    [[nodiscard]] std::optional<int> chooseLine(const QString &title, const QString &question, const QStringList &lines,
                                                const QString &accept) override;
    [[nodiscard]] std::optional<QString> askText(const QString &title, const QString &question,
                                                 const QString &suggestion) override;
    [[nodiscard]] std::optional<QStringList> askForm(const FormQuestion &question) override;
    [[nodiscard]] std::optional<PaperChoice> askPaper(const PaperQuestion &question) override;
    [[nodiscard]] bool choosePrinter(QPrinter &printer, int pages) override;
    [[nodiscard]] Progress showProgress(const QString &title) override;
    void showText(const QString &title, const QString &text) override;
    void showPage(const QString &title, const QString &markdown) override;
    [[nodiscard]] bool reviewImport(ImportDraft &draft, const MessageCatalog &messages, Language language) override;
    [[nodiscard]] bool reviewReorganisation(ReorganisationDraft &draft) override;
    [[nodiscard]] std::optional<CollectionOrder> askCollection(const UiContext &context, Day today) override;
    [[nodiscard]] bool acceptAllotments(const QString &report, bool complete) override;
    [[nodiscard]] bool acceptSalvage(const QString &reason, const QString &report) override;
    void tell(const QString &text) override;

private:
    [[nodiscard]] bool mayOverwrite(const QString &path);
    struct Report
    {
        QString title;
        QString heading;
        QString text;
    };
    /// A report under a heading; true where `accept` was pressed.
    [[nodiscard]] bool acceptReport(const Report &report, const QString &accept);

    QWidget *m_parent = nullptr;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "ui/import/import_draft.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace bomay {

class ColumnsPage;
class DifferencePage;
class PreviewPage;
class TablePage;

/// From a file to a change in up to four steps: the table found in it, what its columns say, what comes of it, and how
/// that differs from the document. What is recognised begins at the third. Nothing touches the document before the last
/// button; the change is then the draft's.
class ImportWizard : public QDialog
{
    Q_OBJECT

public:
    /// The draft and the messages must outlive it.
    ImportWizard(ImportDraft &draft, const MessageCatalog &messages, Language language, QWidget *parent = nullptr);

    enum class Step { Table, Columns, Preview, Difference };
    [[nodiscard]] Step step() const { return m_step; }

private:
    void go(Step step);
    void next();
    void back();
    void refreshPage();
    void refreshButtons();
    void readAnew();
    void showCell(const Place &place);
    [[nodiscard]] Step lastStep() const;

    ImportDraft &m_draft;
    Step m_step = Step::Table;
    QLabel *m_way;
    QStackedWidget *m_pages;
    TablePage *m_table;
    ColumnsPage *m_columns;
    PreviewPage *m_preview;
    DifferencePage *m_difference;
    QPushButton *m_anew;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace bomay

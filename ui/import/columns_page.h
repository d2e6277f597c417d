// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace bomay {

/// The columns of the table, each with its header, some of its cells, and what it says; the officer chooses another
/// meaning where the guess is wrong.
class ColumnsPage : public QWidget
{
    Q_OBJECT

public:
    ColumnsPage(ImportDraft &draft, Language language, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void addRow(int column, const QString &header);
    [[nodiscard]] QString samples(int column) const;
    [[nodiscard]] QString readingText() const;

    ImportDraft &m_draft;
    Language m_language;
    QComboBox *m_form;
    QLabel *m_by;
    QTableWidget *m_rows;
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace bomay

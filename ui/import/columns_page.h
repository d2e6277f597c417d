// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_draft.h"

#include <QWidget>

class QComboBox;
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
    explicit ColumnsPage(ImportDraft &draft, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void changed();

private:
    void addRow(int column, const QString &header);
    [[nodiscard]] QString samples(int column) const;

    ImportDraft &m_draft;
    QComboBox *m_form;
    QTableWidget *m_rows;
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/sheet_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QTableView;

namespace bomay {

/// The sheet with the table that was found drawn over it; where it was found wrongly the officer gives the row of its
/// header.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    explicit TablePage(ImportDraft &draft, QWidget *parent = nullptr);

    void refresh();
    void showCell(int row, int column);

Q_SIGNALS:
    void changed();

private:
    void fitColumns();

    ImportDraft &m_draft;
    SheetModel *m_model;
    QComboBox *m_sheets;
    QLabel *m_headerLabel;
    QSpinBox *m_header;
    QLabel *m_found;
    QTableView *m_view;
};

} // namespace bomay

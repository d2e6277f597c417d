// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/import_draft.h"

#include <QAbstractTableModel>

namespace bomay {

/// The cells of the sheet that is looked at, with the table found in it drawn over: what each row is there for and what
/// each column says. Reads the draft, which must outlive it.
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit SheetModel(const ImportDraft &draft, QObject *parent = nullptr);

    /// The sheet or its table is another one.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] RowPart partOf(int row) const;
    /// Is a row or column, from 1, not shown by the spreadsheet?
    [[nodiscard]] bool isHiddenRow(int row) const;
    [[nodiscard]] bool isHiddenColumn(int column) const;

    const ImportDraft &m_draft;
    std::vector<CellRow> m_rows; ///< by row of the sheet; empty ones are there
    std::vector<RowPart> m_parts;
    const Sheet *m_sheet = nullptr; ///< null where there is none
    int m_columns = 0;
};

} // namespace bomay

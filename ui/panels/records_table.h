// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/records_model.h"

#include <QTreeView>

class QSortFilterProxyModel;

namespace bomay {

/// Records as a list: in the order in which they were given until a column is clicked, each row as high as its texts
/// need; what is selected is copied as text for a spreadsheet.
class RecordsTable : public QTreeView
{
    Q_OBJECT

public:
    /// `title` is what the list is called for who cannot see it.
    RecordsTable(const QString &title, const std::vector<RecordColumn> &columns, QWidget *parent = nullptr);

    /// Other records; how far the list was scrolled stays.
    void setRecords(std::vector<Record> records);
    /// The record of a row that is shown. Precondition: a valid index of this list.
    [[nodiscard]] const Record &record(const QModelIndex &index) const;
    /// The place of the current row in the records as they were given; -1 where none is current.
    [[nodiscard]] int currentRecord() const;
    void setCurrentRecord(int place);

private:
    void copy() const;

    RecordsModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace bomay

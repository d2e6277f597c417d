// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entities.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace bomay {

/// One line of a list that is worked out from the document: what stands in its columns, and whom it speaks of.
struct Record
{
    QStringList texts;
    QList<QVariant> keys; ///< what columns are sorted by: numbers and days as such
    std::optional<NodeRef> node = {};
    QString toolTip = {};
    bool isMarked = false; ///< to be seen first: set in bold
    QString id = {};       ///< of what has no node, for who offers something about it
};

/// What stands above the records of one column.
struct RecordColumn
{
    QString title;
    int letters = 0; ///< width; 0 = shares what room is left
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Records as a table. A copy, made anew by whoever shows it.
class RecordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;

    explicit RecordsModel(const std::vector<RecordColumn> &columns, QObject *parent = nullptr);

    void setRecords(std::vector<Record> records);
    [[nodiscard]] const Record &record(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<RecordColumn> m_columns;
    std::vector<Record> m_records;
};

} // namespace bomay

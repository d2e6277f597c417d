// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/records_model.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"

#include <QFont>

namespace bomay {

RecordsModel::RecordsModel(const std::vector<RecordColumn> &columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{}

void RecordsModel::setRecords(std::vector<Record> records)
{
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

const Record &RecordsModel::record(int row) const
{
    return m_records[uz(row)];
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sizeOf(m_records);
}

int RecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sizeOf(m_columns);
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Record &record = m_records[uz(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return record.texts.value(index.column());
    case kSortRole:
        return record.keys.value(index.column());
    case Qt::ToolTipRole:
        return record.toolTip.isEmpty() ? QVariant() : toolTipText(record.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_columns[uz(index.column())].alignment | Qt::AlignVCenter);
    case Qt::FontRole:
        if (record.isMarked) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= sizeOf(m_columns))
        return {};
    const RecordColumn &column = m_columns[uz(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace bomay

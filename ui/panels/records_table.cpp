// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/records_table.h"

#include "core/base/csv_text.h"
#include "core/base/numbers.h"
#include "ui/panels/wrapped_delegate.h"
#include "ui/widgets/copy_key.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace bomay {

RecordsTable::RecordsTable(const QString &title, const std::vector<RecordColumn> &columns, QWidget *parent)
    : QTreeView(parent)
    , m_model(new RecordsModel(columns, this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RecordsModel::kSortRole);
    m_sorted->setSortLocaleAware(true);
    setAccessibleName(title);
    setModel(m_sorted);
    setItemDelegate(new WrappedDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // rows may be higher than the list
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    new CopyKey(this, [this] { copy(); });
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    const int letter = fontMetrics().averageCharWidth();
    for (int i = 0; i < sizeOf(columns); ++i) {
        if (columns[uz(i)].letters == 0)
            header()->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            header()->resizeSection(i, columns[uz(i)].letters * letter);
    }
    // The order in which the records came until a column is clicked, and again after the third click.
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void RecordsTable::setRecords(std::vector<Record> records)
{
    const int scrolled = verticalScrollBar()->value();
    m_model->setRecords(std::move(records));
    verticalScrollBar()->setValue(scrolled);
}

const Record &RecordsTable::record(const QModelIndex &index) const
{
    return m_model->record(m_sorted->mapToSource(index).row());
}

int RecordsTable::currentRecord() const
{
    return m_sorted->mapToSource(currentIndex()).row();
}

void RecordsTable::setCurrentRecord(int place)
{
    setCurrentIndex(m_sorted->mapFromSource(m_model->index(place, 0)));
}

/// The selected rows under the titles of the columns, as spreadsheet programs paste them.
void RecordsTable::copy() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end()); // an index has no total order that ranges would take
    if (rows.isEmpty())
        return;
    const auto line = [](const QStringList &texts) {
        QStringList cells;
        for (const QString &text : texts)
            cells += withoutFormula(text.simplified());
        return cells.join(u'\t');
    };
    QStringList titles;
    for (int column = 0; column < m_model->columnCount(); ++column)
        titles += m_model->headerData(column, Qt::Horizontal).toString();
    QStringList lines{line(titles)};
    for (const QModelIndex &index : rows)
        lines += line(record(index).texts);
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace bomay

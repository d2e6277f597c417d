// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/records_panel.h"

#include "core/base/csv_text.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/wrapped_delegate.h"
#include "ui/widgets/copy_key.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

RecordsPanel::RecordsPanel(const UiContext &context, const QString &name, const QString &title,
                           const std::vector<RecordColumn> &columns, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new RecordsModel(columns, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_choice(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_table(new QTreeView(this))
{
    m_choice->setObjectName(name + u"Choice"_s);
    m_choice->setAccessibleName(title);
    m_summary->setObjectName(name + u"Summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(name + u"Table"_s);
    buildTable(title, columns);

    auto *top = new QHBoxLayout;
    top->addWidget(m_choice);
    top->addWidget(m_summary, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);

    connect(&context.document, &Document::changed, this, &RecordsPanel::invalidate);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RecordsPanel::invalidate);
    connect(m_table, &QTreeView::clicked, this, &RecordsPanel::jump);
    connect(m_table, &QTreeView::activated, this, &RecordsPanel::jump);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTreeView::customContextMenuRequested, this, &RecordsPanel::openMenu);
}

void RecordsPanel::buildTable(const QString &title, const std::vector<RecordColumn> &columns)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RecordsModel::kSortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setAccessibleName(title);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new WrappedDelegate(m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // rows may be higher than the panel
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    new CopyKey(m_table, [this] { copy(); });
    QHeaderView *header = m_table->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    const int letter = fontMetrics().averageCharWidth();
    for (int i = 0; i < sizeOf(columns); ++i) {
        if (columns[uz(i)].letters == 0)
            header->setSectionResizeMode(i, QHeaderView::Stretch);
        else
            header->resizeSection(i, columns[uz(i)].letters * letter);
    }
    // The order of protocol until a column is clicked, and again after the third click.
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

void RecordsPanel::setHint(const QString &text)
{
    m_summary->setToolTip(toolTipText(text));
}

void RecordsPanel::addChoice(const QString &text, const QVariant &value)
{
    const QSignalBlocker quiet(m_choice);
    m_choice->addItem(text, value);
}

QVariant RecordsPanel::choice() const
{
    return m_choice->currentData();
}

void RecordsPanel::choose(int index)
{
    m_choice->setCurrentIndex(index);
}

void RecordsPanel::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void RecordsPanel::invalidate()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void RecordsPanel::refresh()
{
    m_stale = false;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setRecords(records());
    m_table->verticalScrollBar()->setValue(scrolled);
    m_summary->setText(summary());
}

void RecordsPanel::jump(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const auto node = m_model->record(m_sorted->mapToSource(index).row()).node)
        m_context.document.jumpTo(*node);
}

void RecordsPanel::openMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    QMenu menu(this);
    addActions(menu, m_model->record(m_sorted->mapToSource(index).row()));
    if (!menu.isEmpty())
        menu.exec(m_table->viewport()->mapToGlobal(at));
}

/// The selected rows under the titles of the columns, as spreadsheet programs paste them.
void RecordsPanel::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
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
        lines += line(m_model->record(m_sorted->mapToSource(index).row()).texts);
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/records_panel.h"

#include "ui/panels/data_texts.h"
#include "ui/panels/records_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace bomay {

using namespace Qt::StringLiterals;

RecordsPanel::RecordsPanel(const UiContext &context, const QString &name, const QString &title,
                           const std::vector<RecordColumn> &columns, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_choice(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_table(new RecordsTable(title, columns, this))
{
    m_choice->setObjectName(name + u"Choice"_s);
    m_choice->setAccessibleName(title);
    m_summary->setObjectName(name + u"Summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(name + u"Table"_s);

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
    m_table->setRecords(records());
    m_summary->setText(summary());
}

void RecordsPanel::jump(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const auto node = m_table->record(index).node)
        m_context.document.jumpTo(*node);
}

void RecordsPanel::openMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    QMenu menu(this);
    addActions(menu, m_table->record(index));
    if (!menu.isEmpty())
        menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace bomay

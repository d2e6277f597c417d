// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/findings_panel.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/findings_model.h"
#include "ui/panels/wrapped_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

FindingsPanel::FindingsPanel(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new FindingsModel(context, this))
    , m_summary(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_table(new QTreeView(this))
{
    buildWidgets();
    connect(&context.document, &Document::changed, this, &FindingsPanel::invalidate);
    connect(m_table, &QTreeView::clicked, this, &FindingsPanel::jump);
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        // A double click was a click before: it must not go one subject further.
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            jump(index);
    });
}

void FindingsPanel::buildWidgets()
{
    m_summary->setObjectName(QStringLiteral("findingsSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setObjectName(QStringLiteral("findingsEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);

    m_table->setObjectName(QStringLiteral("findingsTable"));
    m_table->setAccessibleName(tr("Kết quả rà soát"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new WrappedDelegate(m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel); // rows may be higher than the panel
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(false);
    // What is wrong and by which article: both are long, and share what room there is.
    for (const int column : {FindingsModel::Text, FindingsModel::Citation})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(FindingsModel::Kind, 17 * letter);
    header->resizeSection(FindingsModel::Subjects, 20 * letter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_summary);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void FindingsPanel::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_table || !isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    // Taken before the window's own Copy, as a text field does.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        copy();
    return true;
}

void FindingsPanel::invalidate()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void FindingsPanel::refresh()
{
    m_stale = false;
    const QModelIndex current = m_table->currentIndex();
    const QString key = current.isValid() ? m_model->key(current.row()) : QString();
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->refresh();
    if (const int row = key.isEmpty() ? -1 : m_model->rowOf(key); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->verticalScrollBar()->setValue(scrolled);

    const CheckReport &report = m_context.document.session().report();
    m_summary->setText(summary(report));
    m_empty->setText(emptyText(report));
    m_empty->setVisible(report.findings.empty());
}

QString FindingsPanel::summary(const CheckReport &report) const
{
    const QStringList counts{tr("%1 trái quy định").arg(report.count(Severity::Error)),
                             tr("%1 cần rà soát").arg(report.count(Severity::Warning)),
                             tr("%1 lưu ý").arg(report.count(Severity::Advice)),
                             tr("%1 chưa đủ số liệu").arg(report.notChecked.size())};
    return tr("%1  (tại ngày %2)").arg(counts.join(QStringLiteral(" · ")), dayText(report.day, m_context.language));
}

QString FindingsPanel::emptyText(const CheckReport &report) const
{
    const QString day = dayText(report.day, m_context.language);
    if (report.applied == 0)
        return tr("Không có quy định nào trong chương trình áp dụng cho sơ đồ này tại ngày %1, nên chưa rà soát được.")
            .arg(day);
    if (!report.notChecked.empty())
        return tr("Không phát hiện nội dung trái quy định tại ngày %1; còn nội dung chưa đủ số liệu để rà soát.")
            .arg(day);
    return tr("Không phát hiện nội dung trái quy định tại ngày %1.").arg(day);
}

void FindingsPanel::jump(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto &subjects = m_model->subjects(index.row());
    if (subjects.empty())
        return;
    const auto selected = m_context.document.selected();
    auto next = selected ? std::ranges::find(subjects, *selected) : subjects.end();
    next = next == subjects.end() || next + 1 == subjects.end() ? subjects.begin() : next + 1;
    m_context.document.select(*next);
}

void FindingsPanel::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end()); // an index has no total order that ranges would take
    QStringList texts;
    for (const QModelIndex &index : rows)
        texts += m_model->rowText(index.row());
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

} // namespace bomay

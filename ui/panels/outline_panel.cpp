// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/outline_panel.h"

#include "ui/panels/outline_model.h"
#include "ui/widgets/padded_delegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

namespace bomay {

namespace {

/// The tree opens rows with recursion and indents every level: below this depth a row is opened by hand only.
constexpr int kDeepestOpened = 200;

} // namespace

OutlinePanel::OutlinePanel(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new OutlineModel(context, this))
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_nothingFound(new QLabel(tr("Không tìm thấy đơn vị, chức vụ nào."), this))
    , m_session(&context.document.session())
{
    buildWidgets();
    restore({});

    connect(m_filter, &QLineEdit::textChanged, this, &OutlinePanel::applyFilter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutlinePanel::takeSelection);
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) { rememberOpen(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) { rememberOpen(index, false); });
    connect(&context.document, &Document::changed, this, &OutlinePanel::invalidate);
    connect(&context.document, &Document::selectionChanged, this, [this] {
        if (!m_isStale)
            revealSelection();
    });
    connect(&context.document, &Document::flushWanted, this, &OutlinePanel::takeTypedName);
}

void OutlinePanel::buildWidgets()
{
    m_filter->setPlaceholderText(tr("Tìm đơn vị, chức vụ, người…"));
    m_filter->setToolTip(tr("Gõ không dấu cũng tìm được; dấu đã gõ thì phải đúng."));
    m_filter->setAccessibleName(tr("Lọc cây đơn vị"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);

    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setAccessibleName(tr("Cây đơn vị và chức vụ"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PaddedDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setDragEnabled(true);
    m_tree->setAcceptDrops(true);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setAutoExpandDelay(700);
    m_tree->installEventFilter(this);

    m_nothingFound->setWordWrap(true);
    m_nothingFound->setVisible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_filter);
    layout->addWidget(m_nothingFound);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
}

void OutlinePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QWidget &OutlinePanel::tree() const
{
    return *m_tree;
}

bool OutlinePanel::eventFilter(QObject *watched, QEvent *event)
{
    // A shortcut of the window on the same key would rename on the canvas while the keyboard is here.
    if (watched == m_tree && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        event->accept();
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape:
            m_filter->clear();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_tree->setFocus(Qt::TabFocusReason);
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_model->index(0, 0));
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::takeTypedName()
{
    auto *editor = m_tree->viewport()->findChild<QLineEdit *>();
    if (editor == nullptr || !editor->isVisible())
        return;
    QAbstractItemDelegate *delegate = m_tree->itemDelegate();
    Q_EMIT delegate->commitData(editor);
    Q_EMIT delegate->closeEditor(editor);
    // The model asks for the name when the view has finished; the command does not wait for that.
    QCoreApplication::sendPostedEvents(m_model, QEvent::MetaCall);
}

QModelIndex OutlinePanel::selectedIndex() const
{
    const auto selected = m_context.document.selected();
    return selected ? m_model->indexOf(*selected) : QModelIndex();
}

OutlinePanel::Place OutlinePanel::place() const
{
    Place place{m_model->nodeAt(m_tree->indexAt(QPoint(1, 1))), true};
    for (QModelIndex above = selectedIndex().parent(); above.isValid(); above = above.parent())
        place.selectionOpen = place.selectionOpen && m_tree->isExpanded(above);
    return place;
}

void OutlinePanel::restore(const Place &place)
{
    openRows();
    if (place.selectionOpen)
        openRowsAbove(selectedIndex());
    markSelection();
    const QModelIndex top = place.top ? m_model->indexOf(*place.top) : QModelIndex();
    if (top.isValid())
        m_tree->scrollTo(top, QAbstractItemView::PositionAtTop);
    m_nothingFound->setVisible(m_model->isFiltered() && m_model->rowCount() == 0);
}

void OutlinePanel::showEvent(QShowEvent *event)
{
    if (m_isStale)
        refresh();
    QWidget::showEvent(event);
}

void OutlinePanel::invalidate()
{
    m_isStale = true;
    if (isVisible())
        refresh();
}

void OutlinePanel::refresh()
{
    m_isStale = false;
    const Place before = place();
    if (const Session *session = &m_context.document.session(); session != m_session) {
        m_session = session;
        m_open.clear();
    }
    m_model->refresh();
    restore(before);
}

void OutlinePanel::applyFilter(const QString &text)
{
    m_model->setFilter(text);
    restore({});
    if (!m_model->isFiltered())
        revealSelection();
}

/// After a reset the tree has no layout yet: opening rows now only notes them, and they are laid out once.
void OutlinePanel::openRows()
{
    const QScopedValueRollback restoring(m_restoring, true);
    for (const QModelIndex &index : m_model->parentsUpTo(kDeepestOpened)) {
        const auto known = m_open.find(m_model->nodeAt(index));
        const bool open = known != m_open.end() ? known->second : !index.parent().isValid();
        if (m_model->isFiltered() || open)
            m_tree->setExpanded(index, true);
    }
}

void OutlinePanel::openRowsAbove(QModelIndex index)
{
    while ((index = index.parent()).isValid())
        m_tree->setExpanded(index, true);
}

/// Without scrolling and opening: what the officer closed stays closed over every change.
void OutlinePanel::markSelection()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_tree->setAutoScroll(false);
    if (const QModelIndex index = selectedIndex(); index.isValid())
        m_tree->setCurrentIndex(index);
    else
        m_tree->selectionModel()->clear();
    m_tree->setAutoScroll(true);
}

void OutlinePanel::revealSelection()
{
    markSelection();
    if (const QModelIndex index = selectedIndex(); index.isValid())
        m_tree->scrollTo(index);
}

void OutlinePanel::takeSelection(const QModelIndex &current)
{
    if (!m_restoring && current.isValid())
        m_context.document.select(m_model->nodeAt(current));
}

void OutlinePanel::rememberOpen(const QModelIndex &index, bool open)
{
    if (!m_restoring && !m_model->isFiltered())
        m_open.insert_or_assign(m_model->nodeAt(index), open);
}

} // namespace bomay

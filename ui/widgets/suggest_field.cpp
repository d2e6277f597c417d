// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/suggest_field.h"

#include "core/base/numbers.h"
#include "ui/widgets/two_line_delegate.h"

#include <QKeyEvent>
#include <QListWidget>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kDetailRole = Qt::UserRole;
constexpr int kMostRowsInSight = 6;
constexpr int kGap = 1;       ///< pixels between field and list
constexpr int kSideRoom = 36; ///< pixels of a row beside its text, with a scroll bar

} // namespace

SuggestField::SuggestField(Source source, QWidget *parent)
    : QLineEdit(parent)
    , m_source(std::move(source))
    , m_list(new QListWidget(this))
{
    m_list->setObjectName(QStringLiteral("suggestions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new TwoLineDelegate(kDetailRole, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(this, &QLineEdit::textEdited, this, &SuggestField::suggest);
}

SuggestField::~SuggestField()
{
    // A child of the window lives longer than its field.
    delete m_list.data();
}

bool SuggestField::isListOpen() const
{
    return m_list && m_list->isVisible();
}

void SuggestField::closeList()
{
    if (m_list)
        m_list->hide();
}

void SuggestField::suggest()
{
    m_suggestions = m_source(text());
    m_list->clear();
    for (const Suggestion &suggestion : m_suggestions) {
        auto *item = new QListWidgetItem(suggestion.text, m_list);
        item->setData(kDetailRole, suggestion.detail);
        item->setData(Qt::AccessibleTextRole, QString(suggestion.text + QStringLiteral(", ") + suggestion.detail));
    }
    m_list->setCurrentRow(-1);
    if (m_suggestions.empty() || !hasFocus()) {
        closeList();
        return;
    }
    if (window() != m_list->parentWidget())
        m_list->setParent(window());
    // What scrolls under the list is one of these.
    for (QWidget *above = parentWidget(); above != nullptr; above = above->parentWidget())
        above->installEventFilter(this);
    placeList();
    m_list->show();
    m_list->raise();
}

void SuggestField::placeList()
{
    const int rows = std::min(m_list->count(), kMostRowsInSight);
    const int height = rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    int widest = 0;
    for (const Suggestion &suggestion : m_suggestions)
        for (const QString &text : {suggestion.text, suggestion.detail})
            widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(text));
    const int room = window()->width() - 2 * kGap;
    const int across = std::min(std::max(width(), widest + kSideRoom), room);
    QPoint corner = mapTo(window(), QPoint(0, this->height() + kGap));
    corner.setX(std::max(kGap, std::min(corner.x(), window()->width() - kGap - across)));
    if (corner.y() + height > window()->height())
        corner.setY(std::max(0, mapTo(window(), QPoint(0, -kGap)).y() - height));
    m_list->setGeometry(corner.x(), corner.y(), across, height);
}

void SuggestField::stepTo(int row)
{
    // Above the first is nothing marked: what was typed stands.
    m_list->setCurrentRow(std::clamp(row, -1, m_list->count() - 1));
    if (m_list->currentRow() < 0)
        m_list->clearSelection();
}

void SuggestField::choose(int row)
{
    if (row < 0 || row >= sizeOf(m_suggestions))
        return;
    const Suggestion suggestion = m_suggestions[uz(row)];
    closeList();
    setText(suggestion.text);
    Q_EMIT chosen(suggestion);
}

bool SuggestField::chooseMarked()
{
    if (!isListOpen() || m_list->currentRow() < 0)
        return false;
    choose(m_list->currentRow());
    return true;
}

bool SuggestField::event(QEvent *event)
{
    // Tab chooses what is marked and goes on; it never comes to keyPressEvent.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab)
        chooseMarked();
    return QLineEdit::event(event);
}

void SuggestField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        isListOpen() ? stepTo(m_list->currentRow() + 1) : suggest();
        return;
    case Qt::Key_Up:
        if (isListOpen())
            stepTo(m_list->currentRow() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chooseMarked())
            return;
        closeList();
        break;
    case Qt::Key_Escape:
        if (isListOpen()) {
            closeList();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SuggestField::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

bool SuggestField::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (moved && isListOpen()) {
        if (visibleRegion().isEmpty()) // scrolled away
            closeList();
        else
            placeList();
    }
    return QLineEdit::eventFilter(watched, event);
}

} // namespace bomay

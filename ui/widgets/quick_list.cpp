// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quick_list.h"

#include "core/base/numbers.h"
#include "ui/widgets/two_line_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

namespace {

constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kMostShown = 200; ///< more are not looked through; they come when more is typed

} // namespace

QuickList::QuickList(const QString &name, const QString &hint, std::vector<QuickLine> lines, QWidget *window)
    : QFrame(window)
    , m_lines(std::move(lines))
    , m_before(QApplication::focusWidget())
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    m_texts.reserve(m_lines.size());
    for (const QuickLine &line : m_lines)
        m_texts.emplace_back(QString(line.text + u'\n' + line.also));
    setObjectName(QStringLiteral("quickList"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_field->setPlaceholderText(hint);
    m_field->setAccessibleName(name);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(name);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TwoLineDelegate(kDetailRole, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &QuickList::narrow);
    connect(m_list, &QListView::clicked, this, &QuickList::take);
    narrow();

    const QSize size = QSize(520, 380).boundedTo(window->size() - QSize(40, 40));
    setGeometry((window->width() - size.width()) / 2, std::min(90, (window->height() - size.height()) / 2),
                size.width(), size.height());
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void QuickList::narrow()
{
    const SearchPattern pattern(m_field->text());
    std::vector<std::pair<SearchPattern::Fit, int>> found;
    for (int i = 0; i < sizeOf(m_texts); ++i)
        if (const auto fit = pattern.fit(m_texts[uz(i)]))
            found.emplace_back(*fit, i);
    std::ranges::sort(found);
    found.resize(std::min(found.size(), uz(kMostShown)));
    m_model->clear();
    m_shown.clear();
    for (const auto &[fit, line] : found) {
        auto *item = new QStandardItem(m_lines[uz(line)].text);
        item->setData(m_lines[uz(line)].detail, kDetailRole);
        item->setEnabled(m_lines[uz(line)].enabled);
        m_model->appendRow(item);
        m_shown.push_back(line);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

bool QuickList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !m_isLeaving) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason) // the menu of the field itself
            leave(reason == Qt::ActiveWindowFocusReason ? Keyboard::GoesBack : Keyboard::IsElsewhere);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no command of the window on a key that is typed here
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row();
    const auto go = [this, last](int to) { m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, last), 0)); };
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        leave(Keyboard::GoesBack);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Up:
        go(row - 1);
        return true;
    case Qt::Key_Down:
        go(row + 1);
        return true;
    case Qt::Key_PageUp:
        go(row - 7);
        return true;
    case Qt::Key_PageDown:
        go(row + 7);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void QuickList::take()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const int line = m_shown[uz(index.row())];
    leave(Keyboard::GoesBack);
    Q_EMIT chosen(line);
}

void QuickList::leave(Keyboard keyboard)
{
    m_isLeaving = true;
    hide();
    if (keyboard == Keyboard::GoesBack && m_before != nullptr && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
    deleteLater();
}

} // namespace bomay

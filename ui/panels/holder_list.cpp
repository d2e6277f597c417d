// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/holder_list.h"

#include "core/base/numbers.h"
#include "ui/panels/data_texts.h"
#include "ui/panels/holder_form.h"
#include "ui/widgets/two_line_delegate.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kDetailRole = Qt::UserRole;
constexpr int kNoRowYet = -2;
/// Above this many holders the list scrolls by itself.
constexpr int kMostRowsInSight = 5;

bool isDelete(const QEvent &event)
{
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_Delete && key.modifiers() == Qt::NoModifier;
}

/// Scrolls what holds a widget until it is seen; later, when it has got its place.
void bringIntoView(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(above)) {
            QMetaObject::invokeMethod(
                widget, [widget, area] { area->ensureWidgetVisible(widget, 0, 8); }, Qt::QueuedConnection);
            return;
        }
}

} // namespace

HolderList::HolderList(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_vacancy(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Thêm người giữ chức vụ"), this))
    , m_remove(new QPushButton(tr("Bỏ"), this))
    , m_form(new HolderForm(context, this))
{
    build();
    connect(m_add, &QPushButton::clicked, this, &HolderList::add);
    connect(m_remove, &QPushButton::clicked, this, &HolderList::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_form->setAppointment(row < 0 ? AppointmentId{} : m_lines[uz(row)].appointment);
        showParts();
    });
    connect(m_form, &HolderForm::added, this, [this](AppointmentId appointment) {
        markRow(rowOf(appointment));
        showParts();
    });
    connect(m_form, &HolderForm::portraitWanted, this, &HolderList::portraitWanted);
    connect(m_form, &HolderForm::addingEnded, this, [this] {
        const bool hadKeyboard = m_form->isAncestorOf(QApplication::focusWidget());
        showParts();
        if (hadKeyboard)
            m_add->setFocus();
    });
}

HolderList::~HolderList()
{
    m_list->blockSignals(true);
    m_form->blockSignals(true);
}

void HolderList::build()
{
    m_vacancy->setObjectName(u"vacancy"_s);
    m_list->setObjectName(u"holders"_s);
    m_list->setAccessibleName(tr("Người giữ chức vụ"));
    m_list->setItemDelegate(new TwoLineDelegate(kDetailRole, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_add->setObjectName(u"addHolder"_s);
    m_add->setAutoDefault(false);
    m_remove->setObjectName(u"removeHolder"_s);
    m_remove->setAccessibleName(tr("Bỏ người giữ chức vụ"));
    m_remove->setToolTip(tr("Bỏ người đang chọn khỏi chức vụ (Del)"));
    m_remove->setAutoDefault(false);
    // The style would have it as wide as a button of a dialog: with the other one beside it wider than the panel.
    constexpr int kRoundText = 24; // px
    m_remove->setMinimumWidth(m_remove->fontMetrics().horizontalAdvance(m_remove->text()) + kRoundText);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add, 1);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_vacancy);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_form);
}

void HolderList::setPost(PostId post)
{
    if (post == m_post) {
        refresh();
        return;
    }
    m_form->leave();
    m_post = post;
    showLines(lines());
    markRow(firstOfTheDay());
    showParts();
}

int HolderList::firstOfTheDay() const
{
    // Somebody who only held it once is no answer to who holds it.
    return !m_lines.empty() && m_lines.front().isOfTheDay ? 0 : -1;
}

void HolderList::refresh()
{
    const int row = m_lines.empty() ? kNoRowYet : m_list->currentRow();
    showLines(lines());
    if (!m_form->isAdding()) {
        const int same = rowOf(m_form->appointment());
        markRow(same >= 0 ? same : row == kNoRowYet ? firstOfTheDay() : std::min(row, sizeOf(m_lines) - 1));
    }
    showParts();
}

void HolderList::commit()
{
    m_form->commit();
}

HolderList::Line HolderList::lineOf(const Appointment &appointment) const
{
    const Day day = m_context.document.session().asOf();
    const Person *person = m_context.document.organisation().find(appointment.person);
    QStringList parts{termLabel(appointment.kind, m_context.language)};
    const bool isOfTheDay = appointment.period.contains(day);
    if (!isOfTheDay)
        parts.prepend(appointment.period.lastDay() < day ? tr("đã thôi giữ") : tr("chưa giữ"));
    if (appointment.period != Period{})
        parts += periodText(appointment.period, m_context.language);
    if (!appointment.decision.isEmpty())
        parts += appointment.decision;
    return {appointment.id, person == nullptr ? QString() : person->name, parts.join(u" · "_s), isOfTheDay};
}

std::vector<HolderList::Line> HolderList::lines() const
{
    const Day day = m_context.document.session().asOf();
    auto rows = m_context.document.organisation().naming<Appointment>(keyOf(m_post));
    orderForDay(rows, day);
    std::vector<Line> lines;
    for (const Appointment *row : rows)
        lines.push_back(lineOf(*row));
    return lines;
}

void HolderList::showLines(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    const QSignalBlocker blocker(m_list);
    m_lines = std::move(lines);
    m_list->clear();
    for (const Line &line : m_lines) {
        auto *item = new QListWidgetItem(line.name, m_list);
        item->setData(kDetailRole, line.detail);
        item->setToolTip(toolTipText(line.name + u'\n' + line.detail));
        item->setData(Qt::AccessibleTextRole, QString(line.name + u", "_s + line.detail));
    }
}

int HolderList::rowOf(AppointmentId appointment) const
{
    const auto found = std::ranges::find(m_lines, appointment, &Line::appointment);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

void HolderList::markRow(int row)
{
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(row);
    m_form->setAppointment(row < 0 ? AppointmentId{} : m_lines[uz(row)].appointment);
}

void HolderList::showParts()
{
    const OrgView &view = m_context.document.view();
    const int index = m_post.isNull() ? -1 : view.indexOf(m_post);
    const int vacant = index < 0 ? 0 : view.posts()[uz(index)].vacantSeats();
    const bool isAllVacant = index >= 0 && view.posts()[uz(index)].holders.empty();
    m_vacancy->setText(isAllVacant ? tr("Chức vụ đang khuyết.") : tr("Còn khuyết %1.").arg(vacant));
    m_vacancy->setVisible(vacant > 0);
    showAllRows(*m_list, kMostRowsInSight);
    const bool hasFields = m_form->isAdding() || !m_form->appointment().isNull();
    m_remove->setVisible(hasFields);
    m_form->setVisible(hasFields);
}

void HolderList::add()
{
    m_form->commit();
    if (m_form->isAdding()) { // refused: to be put right first
        m_form->beginTyping();
        return;
    }
    markRow(-1);
    m_form->beginAdding(m_post);
    showParts();
    bringIntoView(m_form);
    m_form->beginTyping();
}

void HolderList::remove()
{
    if (m_form->isAdding()) {
        m_form->giveUp();
        return;
    }
    if (m_form->appointment().isNull())
        return;
    m_context.document.perform(removeHolder(m_context.document.organisation(), m_form->appointment()));
    (m_lines.empty() ? static_cast<QWidget *>(m_add) : m_list)->setFocus();
}

bool HolderList::event(QEvent *event)
{
    // Del here means the holder; the window's own Del would take the whole post away.
    if (event->type() == QEvent::ShortcutOverride && isDelete(*event)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool HolderList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && isDelete(*event)) {
        remove();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HolderList::keyPressEvent(QKeyEvent *event)
{
    if (isDelete(*event))
        remove();
    else
        QWidget::keyPressEvent(event);
}

} // namespace bomay

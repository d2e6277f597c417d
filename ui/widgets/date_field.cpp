// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_field.h"

#include "ui/document/finding_mark.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/field_note.h"

#include <QAction>
#include <QKeyEvent>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kLongestText = 60; ///< enough for a date in words
constexpr int kIconRoom = 24;    ///< pixels of a line edit for an icon at an end

} // namespace

DateField::DateField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_day(Day::fromDate(QDate(2000, 1, 1)))
    , m_mark(new QAction(findingMark(FindingKind::Error), QString(), this))
    , m_note(new FieldNote(this))
{
    setAccessibleName(name);
    setMaxLength(kLongestText);
    setPlaceholderText(tr("ngày/tháng/năm"));
    // Room for the mark is kept, so that the toolbar does not jump when it comes.
    setFixedWidth(fontMetrics().horizontalAdvance(u"00/00/0000"_s) + 2 * kIconRoom + 8);
    auto *calendar = addAction(QIcon(u":/icons/calendar.svg"_s), QLineEdit::TrailingPosition);
    calendar->setObjectName(u"openCalendar"_s);
    calendar->setToolTip(tr("Chọn trong lịch (F4)"));
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, &DateField::commit);
    // Whoever corrects a wrong text is not told again with every letter.
    connect(this, &QLineEdit::textEdited, this, [this] { setRefused(false, {}); });
    showDay();
}

DateField::~DateField()
{
    // Losing the keyboard while the window goes is no reason to choose a day.
    blockSignals(true);
}

void DateField::setDay(Day day)
{
    if (day == m_day)
        return;
    m_day = day;
    showDay();
}

void DateField::commit()
{
    const auto typed = readDay(text());
    if (!typed) {
        refuse(typed.error());
        return;
    }
    choose(*typed);
    if (hasFocus())
        selectAll();
}

void DateField::choose(Day day)
{
    const bool other = day != m_day;
    m_day = day;
    showDay();
    if (other)
        Q_EMIT dayChosen(day);
}

void DateField::showDay()
{
    setRefused(false, {});
    setText(textOf(m_day));
}

QString DateField::textOf(Day day)
{
    //: How a day is written: "yyyy-MM-dd" in English, as everywhere in the program.
    return day.toDate().toString(tr("dd/MM/yyyy"));
}

void DateField::step(int days, int months)
{
    // From what is typed, if it is a day: the field must not jump back first.
    const QDate from = readDay(text()).value_or(m_day).toDate();
    const QDate to = from.addMonths(months).addDays(days);
    if (!readDay(to.toString(Qt::ISODate)))
        return; // beyond the years that a document can name
    choose(Day::fromDate(to));
    selectAll();
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        step(1, 0);
        return;
    case Qt::Key_Down:
        alt ? openCalendar() : step(-1, 0);
        return;
    case Qt::Key_PageUp:
        step(0, 1);
        return;
    case Qt::Key_PageDown:
        step(0, -1);
        return;
    case Qt::Key_F4:
        openCalendar();
        return;
    case Qt::Key_Escape:
        if (m_refused || text() != textOf(m_day)) {
            showDay();
            selectAll();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void DateField::openCalendar()
{
    auto *popup = new CalendarPopup(readDay(text()).value_or(m_day), this);
    connect(popup, &CalendarPopup::dayChosen, this, [this](Day day) {
        choose(day);
        setFocus();
    });
    popup->openUnder(*this);
}

void DateField::refuse(DateFault fault)
{
    setRefused(true, textOf(fault) + u'\n' + tr("Vẫn tính theo ngày %1.").arg(textOf(m_day)));
}

void DateField::setRefused(bool refused, const QString &why)
{
    setAccessibleDescription(why);
    if (m_note)
        m_note->say(why);
    if (refused == m_refused)
        return;
    m_refused = refused;
    if (!refused) {
        removeAction(m_mark);
        setPalette({});
        return;
    }
    // A form and a colour: the colour alone says nothing to some.
    addAction(m_mark, QLineEdit::LeadingPosition);
    QPalette wrong = palette();
    wrong.setColor(QPalette::Base, QColor(0xfd, 0xec, 0xea));
    wrong.setColor(QPalette::Text, QColor(0x8c, 0x1d, 0x18));
    setPalette(wrong);
}

QString DateField::textOf(DateFault fault) const
{
    const QString example = textOf(Day::fromDate(QDate(2025, 7, 1)));
    switch (fault) {
    case DateFault::Empty:
        return tr("Chưa viết ngày.");
    case DateFault::NoDay:
        return tr("Viết đủ ngày, tháng, năm, ví dụ %1.").arg(example);
    case DateFault::ShortYear:
        return tr("Viết năm đủ bốn chữ số, ví dụ %1.").arg(example);
    case DateFault::YearTooFar:
        return tr("Năm trong “%1” quá xa hiện tại.").arg(text().trimmed());
    case DateFault::NoSuchDay:
        return tr("Không có ngày %1.").arg(text().trimmed());
    case DateFault::NotADate:
        break;
    }
    return tr("“%1” không phải là ngày; viết như %2.").arg(text().trimmed(), example);
}

} // namespace bomay

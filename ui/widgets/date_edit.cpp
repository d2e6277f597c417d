// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_edit.h"

#include "ui/document/finding_mark.h"
#include "ui/widgets/calendar_popup.h"

#include <QAction>
#include <QKeyEvent>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kLongestText = 60; ///< enough for a date in words

/// A date so many of its smallest known parts later.
PartialDate later(PartialDate date, int by)
{
    const QDate first = date.firstDay().toDate();
    if (date.day != 0)
        return PartialDate::fromDay(Day::fromDate(first.addDays(by)));
    PartialDate moved = PartialDate::fromDay(Day::fromDate(date.month != 0 ? first.addMonths(by) : first.addYears(by)));
    moved.day = 0;
    if (date.month == 0)
        moved.month = 0;
    return moved;
}

} // namespace

DateEdit::DateEdit(const QString &name, Accepts accepts, QWidget *parent)
    : QLineEdit(parent)
    , m_accepts(accepts)
    , m_mark(new QAction(findingMark(FindingKind::Error), QString(), this))
{
    setAccessibleName(name);
    setMaxLength(kLongestText);
    setPlaceholderText(tr("ngày/tháng/năm"));
    if (accepts == Accepts::Parts)
        setToolTip(tr("Có thể chỉ ghi năm, hoặc tháng và năm."));
    auto *calendar = addAction(QIcon(u":/icons/calendar.svg"_s), QLineEdit::TrailingPosition);
    calendar->setObjectName(u"openCalendar"_s);
    calendar->setToolTip(tr("Chọn trong lịch (F4)"));
    connect(calendar, &QAction::triggered, this, &DateEdit::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, &DateEdit::commit);
    // Whoever corrects a wrong text is not told again with every letter.
    connect(this, &QLineEdit::textEdited, this, [this] { setRefused({}); });
}

DateEdit::~DateEdit()
{
    // Losing the keyboard while the window goes is no reason to choose a date.
    blockSignals(true);
}

void DateEdit::setDate(PartialDate date)
{
    if (date != m_date)
        resetTo(date);
}

void DateEdit::resetTo(PartialDate date)
{
    m_date = date;
    showDate();
}

std::expected<PartialDate, DateFault> DateEdit::typed() const
{
    if (m_accepts == Accepts::Parts)
        return readPartialDate(text());
    if (m_accepts == Accepts::WholeDaysOrNothing && text().trimmed().isEmpty())
        return PartialDate{};
    const auto day = readDay(text());
    if (!day)
        return std::unexpected(day.error());
    return PartialDate::fromDay(*day);
}

void DateEdit::commit()
{
    const auto date = typed();
    if (!date) {
        QString why = textOf(date.error());
        if (!m_date.isEmpty())
            why +=
                u'\n' + (m_date.day != 0 ? tr("Vẫn tính theo ngày %1.") : tr("Vẫn tính theo %1.")).arg(textOf(m_date));
        setRefused(why);
        return;
    }
    choose(*date);
    if (hasFocus())
        selectAll();
}

void DateEdit::choose(PartialDate date)
{
    const bool other = date != m_date;
    m_date = date;
    showDate();
    if (other)
        Q_EMIT dateChosen(date);
}

void DateEdit::showDate()
{
    setRefused({});
    setText(textOf(m_date));
}

QString DateEdit::textOf(PartialDate date)
{
    if (date.isEmpty())
        return {};
    //: How a day is written: "yyyy-MM-dd" in English, as everywhere in the program.
    const QString day = tr("dd/MM/yyyy");
    //: How a month is written: "yyyy-MM" in English.
    const QString month = tr("MM/yyyy");
    return date.firstDay().toDate().toString(date.day != 0 ? day : date.month != 0 ? month : u"yyyy"_s);
}

void DateEdit::step(int by)
{
    // From what is typed, if it is a date: the field must not jump back first.
    const PartialDate from = typed().value_or(m_date);
    if (from.isEmpty())
        return;
    const PartialDate to = later(from, by);
    if (!PartialDate::parse(to.toIso()))
        return; // beyond the years that a document can name
    choose(to);
    selectAll();
}

void DateEdit::stepMonth(int by)
{
    const PartialDate from = typed().value_or(m_date);
    if (from.day == 0) {
        step(by);
        return;
    }
    const PartialDate to = PartialDate::fromDay(Day::fromDate(from.firstDay().toDate().addMonths(by)));
    if (!PartialDate::parse(to.toIso()))
        return;
    choose(to);
    selectAll();
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        step(1);
        return;
    case Qt::Key_Down:
        alt ? openCalendar() : step(-1);
        return;
    case Qt::Key_PageUp:
        stepMonth(1);
        return;
    case Qt::Key_PageDown:
        stepMonth(-1);
        return;
    case Qt::Key_F4:
        openCalendar();
        return;
    case Qt::Key_Escape:
        if (isRefused() || text() != textOf(m_date)) {
            showDate();
            selectAll();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void DateEdit::openCalendar()
{
    const PartialDate shown = typed().value_or(m_date);
    auto *popup = new CalendarPopup(shown.isEmpty() ? Day::fromDate(QDate::currentDate()) : shown.firstDay(), this);
    connect(popup, &CalendarPopup::dayChosen, this, [this](Day day) {
        choose(PartialDate::fromDay(day));
        setFocus();
    });
    popup->openUnder(*this);
}

void DateEdit::setRefused(const QString &why)
{
    if (why == m_why)
        return;
    const bool wasRefused = isRefused();
    m_why = why;
    setAccessibleDescription(why);
    if (isRefused() != wasRefused) {
        if (wasRefused) {
            removeAction(m_mark);
            setPalette({});
        } else {
            // A form and a colour: the colour alone says nothing to some.
            addAction(m_mark, QLineEdit::LeadingPosition);
            QPalette wrong = palette();
            wrong.setColor(QPalette::Base, QColor(0xfd, 0xec, 0xea));
            wrong.setColor(QPalette::Text, QColor(0x8c, 0x1d, 0x18));
            setPalette(wrong);
        }
    }
    Q_EMIT refusedChanged(why);
}

QString DateEdit::textOf(DateFault fault) const
{
    const QString example = textOf(PartialDate{2025, 7, 1});
    switch (fault) {
    case DateFault::Empty:
        return tr("Chưa nhập ngày.");
    case DateFault::NoDay:
        return tr("Nhập đủ ngày, tháng, năm, ví dụ %1.").arg(example);
    case DateFault::ShortYear:
        return tr("Nhập năm đủ bốn chữ số, ví dụ %1.").arg(example);
    case DateFault::YearTooFar:
        return tr("Năm trong “%1” phải từ 1800 đến 2200.").arg(text().trimmed());
    case DateFault::NoSuchMonth:
        return tr("Không có tháng %1.").arg(text().trimmed());
    case DateFault::NoSuchDay:
        return tr("Không có ngày %1.").arg(text().trimmed());
    case DateFault::NotADate:
        break;
    }
    return tr("“%1” không phải là ngày. Hãy nhập như %2.").arg(text().trimmed(), example);
}

} // namespace bomay

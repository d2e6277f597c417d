// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/calendar_popup.h"

#include <QCalendarWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace bomay {

CalendarPopup::CalendarPopup(Day shown, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    //: Locale that the calendar writes its months and days in.
    m_calendar->setLocale(QLocale(tr("vi_VN")));
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setSelectedDate(shown.toDate());
    auto *today = new QPushButton(tr("Hôm nay"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    layout->addWidget(m_calendar);
    layout->addWidget(today);
    connect(m_calendar, &QCalendarWidget::clicked, this, &CalendarPopup::choose);
    connect(m_calendar, &QCalendarWidget::activated, this, &CalendarPopup::choose);
    connect(today, &QPushButton::clicked, this, [this] { choose(QDate::currentDate()); });
}

void CalendarPopup::openUnder(const QWidget &field)
{
    adjustSize();
    const QRect room = field.screen()->availableGeometry();
    QPoint corner = field.mapToGlobal(QPoint(0, field.height()));
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    if (corner.y() + height() > room.bottom())
        corner.setY(field.mapToGlobal(QPoint(0, -height())).y());
    move(corner);
    show();
    m_calendar->setFocus();
}

void CalendarPopup::choose(const QDate &date)
{
    // A double click would choose twice.
    if (!isVisible())
        return;
    close();
    Q_EMIT dayChosen(Day::fromDate(date));
}

} // namespace bomay

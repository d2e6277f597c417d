// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QFrame>

class QCalendarWidget;

namespace bomay {

/// A month to pick a day from, in the language of the window, the week beginning on Monday. Goes away by itself.
class CalendarPopup : public QFrame
{
    Q_OBJECT

public:
    CalendarPopup(Day shown, QWidget *parent);

    /// Shows it under a field, within the screen.
    void openUnder(const QWidget &field);

Q_SIGNALS:
    void dayChosen(bomay::Day day);

private:
    void choose(const QDate &date);

    QCalendarWidget *m_calendar;
};

} // namespace bomay

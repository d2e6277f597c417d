// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/date_reading.h"

#include <QLineEdit>
#include <QPointer>

class QAction;

namespace bomay {

class FieldNote;

/// A whole date, typed or taken from a calendar. What is typed counts from Enter or when the field is left. A text that
/// is no day never counts: the field shows that it is wrong, says why and which day stays in force, and Esc brings that
/// day back. Up and Down go a day on and back, Page Up and Page Down a month, F4 or Alt+Down opens the calendar.
class DateField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is what a screen reader calls the field.
    explicit DateField(const QString &name, QWidget *parent = nullptr);
    ~DateField() override;

    /// The day in force, whatever is being typed.
    [[nodiscard]] Day day() const { return m_day; }
    /// Puts another day in force, without a signal. The same day again leaves alone what is being typed.
    void setDay(Day day);
    /// Takes what is typed, as Enter does.
    void commit();
    /// Was the text refused, and is it still there?
    [[nodiscard]] bool isRefused() const { return m_refused; }

Q_SIGNALS:
    /// Another day is in force, chosen here.
    void dayChosen(bomay::Day day);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openCalendar();
    void choose(Day day);
    void showDay();
    void step(int days, int months);
    void refuse(DateFault fault);
    void setRefused(bool refused, const QString &why);
    [[nodiscard]] QString textOf(DateFault fault) const;
    [[nodiscard]] static QString textOf(Day day);

    Day m_day;
    bool m_refused = false;
    QAction *m_mark;
    QPointer<FieldNote> m_note; ///< the window may take it first
};

} // namespace bomay

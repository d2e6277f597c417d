// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/date_reading.h"

#include <QLineEdit>

class QAction;

namespace bomay {

/// A date, typed or taken from a calendar. What is typed counts from Enter or when the field is left. A text that is no
/// date never counts: the field shows that it is wrong and says why, and Esc brings the date in force back. Up and Down
/// go the smallest part that is known on and back (a day, a month, a year), Page Up and Page Down a month; F4 or
/// Alt+Down opens the calendar.
class DateEdit : public QLineEdit
{
    Q_OBJECT

public:
    enum class Accepts {
        WholeDays,
        WholeDaysOrNothing,
        Parts ///< also a month, a year, or nothing
    };

    /// `name` is what a screen reader calls the field.
    DateEdit(const QString &name, Accepts accepts, QWidget *parent = nullptr);
    ~DateEdit() override;

    /// The date in force, whatever is being typed.
    [[nodiscard]] PartialDate date() const { return m_date; }
    /// Puts another date in force, without a signal. The same date again leaves alone what is being typed.
    void setDate(PartialDate date);
    /// Puts the date in force and drops what is being typed.
    void resetTo(PartialDate date);
    /// Takes what is typed, as Enter does.
    void commit();
    /// Was the text refused, and is it still there?
    [[nodiscard]] bool isRefused() const { return !m_why.isEmpty(); }
    [[nodiscard]] const QString &whyRefused() const { return m_why; }

Q_SIGNALS:
    /// Another date is in force, chosen here.
    void dateChosen(bomay::PartialDate date);
    /// The text was refused, or (with an empty reason) is no longer.
    void refusedChanged(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] static QString textOf(PartialDate date);

private:
    void openCalendar();
    void choose(PartialDate date);
    void showDate();
    void step(int by);
    void stepMonth(int by);
    [[nodiscard]] std::expected<PartialDate, DateFault> typed() const;
    void setRefused(const QString &why);
    [[nodiscard]] QString textOf(DateFault fault) const;

    Accepts m_accepts;
    PartialDate m_date;
    QString m_why; ///< why the text is refused; empty = it is not
    QAction *m_mark;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/date_edit.h"

#include <QPointer>

namespace bomay {

class FieldNote;

/// A whole day that is always in force, for a toolbar: a field of one width, with what is wrong on a slip under it.
class DateField : public DateEdit
{
    Q_OBJECT

public:
    /// `name` is what a screen reader calls the field.
    explicit DateField(const QString &name, QWidget *parent = nullptr);

    /// As `date` and `setDate` of `DateEdit`.
    [[nodiscard]] Day day() const { return date().firstDay(); }
    void setDay(Day day) { setDate(PartialDate::fromDay(day)); }

Q_SIGNALS:
    /// Another day is in force, chosen here.
    void dayChosen(bomay::Day day);

private:
    QPointer<FieldNote> m_note; ///< the window may take it first
};

} // namespace bomay

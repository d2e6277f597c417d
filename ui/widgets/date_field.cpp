// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_field.h"

#include "ui/widgets/field_note.h"

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr int kIconRoom = 24; ///< pixels of a line edit for an icon at an end

} // namespace

DateField::DateField(const QString &name, QWidget *parent)
    : DateEdit(name, Accepts::WholeDays, parent)
    , m_note(new FieldNote(this))
{
    // Room for the mark is kept, so that the toolbar does not jump when it comes.
    setFixedWidth(fontMetrics().horizontalAdvance(u"00/00/0000"_s) + 2 * kIconRoom + 8);
    resetTo({2000, 1, 1});
    connect(this, &DateEdit::refusedChanged, m_note, &FieldNote::say);
    connect(this, &DateEdit::dateChosen, this, [this](PartialDate date) { Q_EMIT dayChosen(date.firstDay()); });
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day_text.h"
#include "core/model/org_view.h"

#include <QString>

namespace bomay {

// How the panels write values of the data. Texts of the widgets themselves go through tr().

template <typename Enum>
[[nodiscard]] QString termLabel(Enum value, Language language)
{
    const Term<Enum> &term = termOf(value);
    return toQString(language == Language::Vietnamese ? term.vi : term.en);
}

/// Day and minute on the clock of this machine.
[[nodiscard]] inline QString timeText(const QDateTime &time, Language language)
{
    return time.toLocalTime().toString(language == Language::Vietnamese ? QStringLiteral("HH:mm 'ngày' dd/MM/yyyy")
                                                                        : QStringLiteral("yyyy-MM-dd HH:mm"));
}

/// "từ 01/07/2025", "từ 2021 đến 30/06/2025", …
[[nodiscard]] QString periodText(const Period &period, Language language);

/// A holder with the form of office where it is not the full one: "Nguyễn Văn A (Quyền)".
[[nodiscard]] inline QString holderText(const ViewHolder &holder, Language language)
{
    return holder.kind == AppointmentKind::Full
               ? holder.name
               : holder.name + QStringLiteral(" (") + termLabel(holder.kind, language) + u')';
}

/// Appointments as they are listed: those in force on the day first, in each part the latest first.
void orderForDay(std::vector<const Appointment *> &rows, Day day);

/// Text of the data for a tooltip: never markup, wrapped where it is long.
[[nodiscard]] inline QString toolTipText(const QString &text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</p>");
}

/// All holders of a post in one line; empty where there is none.
[[nodiscard]] QString holdersText(const ViewPost &post, Language language);

} // namespace bomay

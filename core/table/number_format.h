// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QString>

#include <optional>
#include <string_view>

namespace bomay {

/// The day that a workbook's serial numbers count from. The older one has a 29 February 1900 that never was.
enum class DateSystem { From1900, From1904 };

/// Whether a built-in number format shows a date or a time of day (14–22, 45, 47; ECMA-376 part 1, 18.8.30). Elapsed
/// time is a number of days.
[[nodiscard]] bool isDateFormatId(int id);

/// Whether a custom number format shows a date or a time of day: a letter of d, m, y, h, s outside quotes, escapes and
/// brackets.
[[nodiscard]] bool isDateFormatCode(QStringView code);

/// The number written in a file ("15", "1.5E-3"), or nothing if the text is none or not finite.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// Shortest decimal text that gives the same number again: "15", "0.5". Only beyond 1e17 and below 1e-9 with an
/// exponent.
[[nodiscard]] QString numberText(double number);

/// A serial number as ISO text: "2021-12-31", "2021-12-31T08:30:00" (to the second), and "T08:30:00" where it is a time
/// without a day. Nothing for numbers that are no day: negative ones, those after 9999, and the day 60 from 1900.
[[nodiscard]] std::optional<QString> serialDateText(double serial, DateSystem system);

/// The opposite: a day as a serial number. Nothing before 02/01/1904, up to where both systems and the calendar do not
/// agree.
[[nodiscard]] std::optional<double> daySerial(Day day, DateSystem system);

/// A day as files write it out ("2021-12-31", "2021-12-31T08:30", "2021-12-31T08:30:00.000Z") in the form above.
/// Nothing where it is none.
[[nodiscard]] std::optional<QString> isoDateText(QString text);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QStringView>

#include <expected>

namespace bomay {

/// Why a text that somebody typed is no date.
enum class DateFault {
    Empty,
    NotADate,   ///< no date at all
    NoDay,      ///< a month or a year alone
    ShortYear,  ///< "1/7/25": which century is not guessed
    YearTooFar, ///< outside of what a document can name
    NoSuchMonth,
    NoSuchDay ///< 31/02/2025
};

/// Reads a whole date as officers type and paste it: 1/7/2025, 01-07-2025, 1.7.2025, 01072025, 2025-07-01, "ngày 01
/// tháng 7 năm 2025". What could mean two days is refused.
[[nodiscard]] std::expected<Day, DateFault> readDay(QStringView text);

/// Reads the same, and a month or a year alone: 7/2025, "tháng 7 năm 2025", 1975. Nothing typed is the empty date.
[[nodiscard]] std::expected<PartialDate, DateFault> readPartialDate(QStringView text);

} // namespace bomay

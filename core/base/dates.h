// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

namespace bomay {

/// One calendar day (proleptic Gregorian), counted as a Julian day number.
struct Day
{
    std::int32_t julian = 0;

    friend auto operator<=>(const Day &, const Day &) = default;

    /// Before and after every day that a document can name.
    [[nodiscard]] static constexpr Day earliest() { return {std::numeric_limits<std::int32_t>::min()}; }
    [[nodiscard]] static constexpr Day latest() { return {std::numeric_limits<std::int32_t>::max()}; }

    /// The day of a valid date; a wrong one (31 April) gives nothing.
    [[nodiscard]] static std::optional<Day> fromYmd(int year, int month, int day);

    [[nodiscard]] static Day fromDate(const QDate &date) { return {static_cast<std::int32_t>(date.toJulianDay())}; }
    [[nodiscard]] QDate toDate() const { return QDate::fromJulianDay(julian); }

    /// "2021-12-31" and nothing else.
    [[nodiscard]] static std::optional<Day> parseIso(QStringView text);

    [[nodiscard]] QString toIso() const;        ///< 2021-12-31
    [[nodiscard]] QString toVietnamese() const; ///< 31/12/2021
};

/// A date as somebody wrote it: a day, a month or only a year. Year 0 = nothing was written.
struct PartialDate
{
    std::int16_t year = 0;
    std::int8_t month = 0; ///< 1–12, 0 where only the year is known
    std::int8_t day = 0;   ///< 1–31, 0 where only the month is known

    friend auto operator<=>(const PartialDate &, const PartialDate &) = default;

    [[nodiscard]] bool isEmpty() const { return year == 0; }

    /// First and last day that the date can mean. Precondition: not empty.
    [[nodiscard]] Day firstDay() const;
    [[nodiscard]] Day lastDay() const;

    /// Reads ISO, dd/mm/yyyy (also with - and .), mm/yyyy and yyyy, years 1800 to 2200; anything else is nothing.
    [[nodiscard]] static std::optional<PartialDate> parse(QStringView text);
    /// Reads exactly what `toIso` writes, of any year from 1: for files that the program wrote itself.
    [[nodiscard]] static std::optional<PartialDate> parseIso(QStringView text);
    [[nodiscard]] static PartialDate fromDay(Day day);

    [[nodiscard]] QString toIso() const;        ///< 2021-03-29, 2021-03 or 2021
    [[nodiscard]] QString toVietnamese() const; ///< 29/03/2021, 03/2021 or 2021
};

/// From one date to another, both inclusive; an empty end is open.
struct Period
{
    PartialDate from;
    PartialDate to;

    friend auto operator<=>(const Period &, const Period &) = default;

    [[nodiscard]] Day firstDay() const { return from.isEmpty() ? Day::earliest() : from.firstDay(); }
    [[nodiscard]] Day lastDay() const { return to.isEmpty() ? Day::latest() : to.lastDay(); }
    [[nodiscard]] bool contains(Day day) const { return firstDay() <= day && day <= lastDay(); }
    [[nodiscard]] bool overlaps(const Period &other) const
    {
        return firstDay() <= other.lastDay() && other.firstDay() <= lastDay();
    }
    [[nodiscard]] bool isOrdered() const { return firstDay() <= lastDay(); }
};

} // namespace bomay

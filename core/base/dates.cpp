// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"

#include <array>

namespace bomay {

namespace {

std::optional<PartialDate> makeDate(int year, int month, int day)
{
    if (year < 1800 || year > 2200 || month < 0 || month > 12)
        return std::nullopt;
    if (day != 0 && !QDate::isValid(year, month, day))
        return std::nullopt;
    return PartialDate{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
}

constexpr qsizetype kYearDigits = 4;

/// The number that consists of exactly these digits, or nothing.
std::optional<int> digits(QStringView text)
{
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/// Up to three numbers with one character between each and the next.
struct Numbers
{
    struct Number
    {
        int value = 0;
        qsizetype digits = 0;
    };
    std::array<Number, 3> numbers;
    std::array<QChar, 2> between;
    std::size_t count = 0;
};

/// Nothing where the text is anything else, or a number is longer than a year.
std::optional<Numbers> numbersOf(QStringView text)
{
    Numbers found;
    qsizetype at = 0;
    while (found.count < found.numbers.size()) {
        qsizetype end = at;
        while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
            ++end;
        if (end == at || end - at > kYearDigits)
            return std::nullopt;
        found.numbers[found.count++] = {*digits(text.sliced(at, end - at)), end - at};
        if (end == text.size())
            return found;
        if (found.count <= found.between.size())
            found.between[found.count - 1] = text[end];
        at = end + 1;
    }
    return std::nullopt;
}

/// "2021-03-29 00:00:00": how spreadsheets write a day that they hold as a time.
QStringView withoutMidnight(QStringView text)
{
    for (const QStringView midnight : {u"00:00:00", u"00:00"})
        if (const qsizetype before = text.size() - midnight.size() - 1;
            before >= 0 && text.endsWith(midnight) && (text[before] == u'T' || text[before] == u' '))
            return text.first(before);
    return text;
}

/// "2021", "2021-3", "2021-03-29".
std::optional<PartialDate> yearFirst(const Numbers &written)
{
    const auto &[year, month, day] = written.numbers;
    if (year.digits != kYearDigits || month.digits > 2 || day.digits > 2 || (written.count > 1 && month.value == 0))
        return std::nullopt;
    for (std::size_t i = 0; i + 1 < written.count; ++i)
        if (written.between[i] != u'-')
            return std::nullopt;
    return makeDate(year.value, month.value, day.value);
}

/// "3/2021", "29/03/2021", with points or hyphens, too.
std::optional<PartialDate> yearLast(const Numbers &written)
{
    if (written.count < 2)
        return std::nullopt;
    for (std::size_t i = 0; i + 1 < written.count; ++i)
        if (!QStringView(u"/.-").contains(written.between[i]) || written.numbers[i].digits > 2 ||
            written.numbers[i].value == 0)
            return std::nullopt;
    const Numbers::Number &year = written.numbers[written.count - 1];
    if (year.digits != kYearDigits)
        return std::nullopt;
    const int month = written.numbers[written.count - 2].value;
    return makeDate(year.value, month, written.count == 2 ? 0 : written.numbers[0].value);
}

/// Appends a number with zeros before it.
void appendDigits(QString &text, int number, int width)
{
    constexpr int kMost = 4;
    std::array<char16_t, kMost> written{};
    for (int i = width; i-- > 0; number /= 10)
        written[static_cast<std::size_t>(i)] = static_cast<char16_t>(u'0' + number % 10);
    text += QStringView(written.data(), width);
}

Day dayOf(int year, int month, int day)
{
    return Day::fromDate(QDate(year, month, day));
}

} // namespace

std::optional<Day> Day::fromYmd(int year, int month, int day)
{
    if (!QDate::isValid(year, month, day))
        return std::nullopt;
    return dayOf(year, month, day);
}

std::optional<Day> Day::parseIso(QStringView text)
{
    const std::optional<PartialDate> date = PartialDate::parseIso(text);
    return date && date->day != 0 ? std::optional(date->firstDay()) : std::nullopt;
}

QString Day::toIso() const
{
    return toDate().toString(Qt::ISODate);
}

QString Day::toVietnamese() const
{
    return toDate().toString(QStringLiteral("dd/MM/yyyy"));
}

Day PartialDate::firstDay() const
{
    return dayOf(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
}

Day PartialDate::lastDay() const
{
    if (day != 0)
        return dayOf(year, month, day);
    const int lastMonth = month == 0 ? 12 : month;
    return dayOf(year, lastMonth, QDate(year, lastMonth, 1).daysInMonth());
}

std::optional<PartialDate> PartialDate::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const bool beginsWithYear = trimmed.size() >= kYearDigits && digits(trimmed.first(kYearDigits));
    const std::optional<Numbers> written = numbersOf(beginsWithYear ? withoutMidnight(trimmed) : trimmed);
    if (!written)
        return std::nullopt;
    return beginsWithYear ? yearFirst(*written) : yearLast(*written);
}

std::optional<PartialDate> PartialDate::parseIso(QStringView text)
{
    const bool hasMonth = text.size() >= 7;
    const bool hasDay = text.size() == 10;
    if ((text.size() != 4 && text.size() != 7 && text.size() != 10) || (hasMonth && text[4] != u'-') ||
        (hasDay && text[7] != u'-'))
        return std::nullopt;
    const auto year = digits(text.first(4));
    const auto month = hasMonth ? digits(text.sliced(5, 2)) : std::optional(0);
    const auto day = hasDay ? digits(text.sliced(8, 2)) : std::optional(0);
    if (!year || !month || !day || *year == 0)
        return std::nullopt;
    if (!QDate::isValid(*year, hasMonth ? *month : 1, hasDay ? *day : 1))
        return std::nullopt;
    return PartialDate{static_cast<std::int16_t>(*year), static_cast<std::int8_t>(*month),
                       static_cast<std::int8_t>(*day)};
}

PartialDate PartialDate::fromDay(Day value)
{
    const QDate date = value.toDate();
    return {static_cast<std::int16_t>(date.year()), static_cast<std::int8_t>(date.month()),
            static_cast<std::int8_t>(date.day())};
}

QString PartialDate::toIso() const
{
    if (isEmpty())
        return {};
    QString text;
    appendDigits(text, year, 4);
    for (const int part : {int{month}, int{day}})
        if (part != 0) {
            text += u'-';
            appendDigits(text, part, 2);
        }
    return text;
}

QString PartialDate::toVietnamese() const
{
    if (isEmpty())
        return {};
    QString text;
    for (const int part : {int{day}, int{month}})
        if (part != 0) {
            appendDigits(text, part, 2);
            text += u'/';
        }
    appendDigits(text, year, 4);
    return text;
}

} // namespace bomay

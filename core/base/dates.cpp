// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"

#include <QRegularExpression>

#include <algorithm>

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
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})-(\\d{2})-(\\d{2})$"));
    const auto match = pattern.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return fromYmd(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
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
    static const QRegularExpression iso(
        QStringLiteral("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[T ]00:00(?::00)?)?$"));
    static const QRegularExpression vietnamese(QStringLiteral("^(?:(\\d{1,2})[/.-])?(\\d{1,2})[/.-](\\d{4})$"));
    const QString trimmed = text.trimmed().toString();
    constexpr qsizetype kYearDigits = 4;
    const bool beginsWithYear = trimmed.size() >= kYearDigits &&
                                std::ranges::all_of(trimmed.first(kYearDigits), [](QChar c) { return c.isDigit(); });
    if (!beginsWithYear) {
        const auto match = vietnamese.match(trimmed);
        if (!match.hasMatch() || match.capturedView(2).toInt() == 0 ||
            (match.capturedLength(1) > 0 && match.capturedView(1).toInt() == 0))
            return std::nullopt;
        return makeDate(match.capturedView(3).toInt(), match.capturedView(2).toInt(), match.capturedView(1).toInt());
    }
    if (const auto match = iso.match(trimmed); match.hasMatch())
        return match.capturedLength(2) > 0 && match.capturedView(2).toInt() == 0
                   ? std::nullopt
                   : makeDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                              match.capturedView(3).toInt());
    return std::nullopt;
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
    QString text = QStringLiteral("%1").arg(int{year}, 4, 10, QLatin1Char('0'));
    if (month != 0)
        text += QStringLiteral("-%1").arg(int{month}, 2, 10, QLatin1Char('0'));
    if (day != 0)
        text += QStringLiteral("-%1").arg(int{day}, 2, 10, QLatin1Char('0'));
    return text;
}

QString PartialDate::toVietnamese() const
{
    if (isEmpty())
        return {};
    QString text = QStringLiteral("%1").arg(int{year}, 4, 10, QLatin1Char('0'));
    if (month != 0)
        text.prepend(QStringLiteral("%1/").arg(int{month}, 2, 10, QLatin1Char('0')));
    if (day != 0)
        text.prepend(QStringLiteral("%1/").arg(int{day}, 2, 10, QLatin1Char('0')));
    return text;
}

} // namespace bomay

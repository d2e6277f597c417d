// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/number_format.h"

#include "core/base/dates.h"

#include <QTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bomay {

bool isDateFormatId(int id)
{
    constexpr int kElapsed = 46;
    return (id >= 14 && id <= 22) || (id >= 45 && id <= 47 && id != kElapsed);
}

bool isDateFormatCode(QStringView code)
{
    if (code.compare(u"General", Qt::CaseInsensitive) == 0)
        return false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        switch (code[i].toLower().unicode()) {
        case u';': // the first section is for positive numbers, and dates are positive
            return false;
        case u'"': {
            const qsizetype end = code.indexOf(u'"', i + 1);
            i = end < 0 ? code.size() : end;
            break;
        }
        case u'\\':
        case u'_':
        case u'*':
            ++i; // the next character stands for itself, for its width, or is repeated
            break;
        case u'[': {
            // [h], [mm], [ss] are elapsed time, which no day is: 26 hours are not the second of January. All else in
            // brackets is a colour, a condition, a currency or a language.
            const qsizetype end = code.indexOf(u']', i);
            const QStringView inside = code.sliced(i + 1, (end < 0 ? code.size() : end) - i - 1);
            if (inside.size() <= 2 && !inside.isEmpty() && QStringView(u"hmsHMS").contains(inside.front()) &&
                inside.front() == inside.back())
                return false;
            i = end < 0 ? code.size() : end;
            break;
        }
        case u'd':
        case u'm':
        case u'y':
        case u'h':
        case u's':
            return true;
        default:
            break;
        }
    }
    return false;
}

std::optional<double> parseNumber(std::string_view text)
{
    double number = 0;
    const char *end = text.data() + text.size();
    const auto [at, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc() || at != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

QString numberText(double number)
{
    if (number == 0)
        return u"0"_s; // also for -0
    const double size = std::abs(number);
    const bool isUsual = size >= 1e-9 && size < 1e17;
    std::array<char, 64> text{};
    const auto [end, problem] = std::to_chars(text.data(), text.data() + text.size(), number,
                                              isUsual ? std::chars_format::fixed : std::chars_format::scientific);
    return QString::fromLatin1(text.data(), end - text.data());
}

std::optional<QString> serialDateText(double serial, DateSystem system)
{
    constexpr double kEnd = 3'000'000; // behind the year 9999 in both systems
    constexpr std::int64_t kSecondsOfDay = 86'400;
    if (!(serial >= 0 && serial < kEnd))
        return std::nullopt;
    const std::int64_t seconds = std::llround(serial * static_cast<double>(kSecondsOfDay));
    const auto days = static_cast<std::int32_t>(seconds / kSecondsOfDay);
    const auto second = static_cast<int>(seconds % kSecondsOfDay);
    const QString time = u"T%1:%2:%3"_s.arg(second / 3600, 2, 10, QChar(u'0'))
                             .arg(second / 60 % 60, 2, 10, QChar(u'0'))
                             .arg(second % 60, 2, 10, QChar(u'0'));
    if (days == 0 && (second != 0 || system == DateSystem::From1900))
        return time;

    constexpr std::int32_t kJulian18991231 = 2'415'020;
    constexpr std::int32_t kJulian19040101 = 2'416'481;
    constexpr std::int32_t kLeapDay = 60; // Lotus 1-2-3 took 1900 for a leap year, and everybody after it does
    if (system == DateSystem::From1900 && days == kLeapDay)
        return std::nullopt;
    const std::int32_t julian =
        system == DateSystem::From1904 ? kJulian19040101 + days : kJulian18991231 + days - (days > kLeapDay ? 1 : 0);
    constexpr std::int32_t kJulian100000101 = 5'373'485;
    if (julian >= kJulian100000101)
        return std::nullopt;
    const QString day = Day{julian}.toIso();
    return second == 0 ? day : day + time;
}

std::optional<double> daySerial(Day day, DateSystem system)
{
    constexpr std::int64_t kBefore1900 = 2'415'019; // 30/12/1899: from 1900 there is one day too many
    constexpr std::int64_t kBefore1904 = 2'416'481; // 01/01/1904
    if (day.julian <= kBefore1904)
        return std::nullopt;
    return static_cast<double>(day.julian - (system == DateSystem::From1900 ? kBefore1900 : kBefore1904));
}

std::optional<QString> isoDateText(QString text)
{
    constexpr qsizetype kDay = 10;
    text = text.trimmed();
    if (!Day::parseIso(QStringView(text).first(std::min<qsizetype>(kDay, text.size()))))
        return std::nullopt;
    if (text.endsWith(u'Z'))
        text.chop(1);
    text = text.section(u'.', 0, 0);
    if (text.size() == kDay)
        return text;
    if (text.size() == 16)
        text += u":00"_s;
    if (text.size() != 19 || text[kDay] != u'T' || !QTime::fromString(text.sliced(kDay + 1), u"HH:mm:ss"_s).isValid())
        return std::nullopt;
    if (text.endsWith(u"T00:00:00"_s))
        text.chop(9);
    return text;
}

} // namespace bomay

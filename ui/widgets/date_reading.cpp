// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/date_reading.h"

#include <QRegularExpression>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The other ways of writing a date, brought to those that `PartialDate` reads.
QString plainForm(QStringView text)
{
    static constexpr auto kLetters =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression gaps(u"\\s*([/.-])\\s*"_s);
    static const QRegularExpression words(u"^(?:ngày\\s*)?([0-9]{1,2})\\s*tháng\\s*([0-9]{1,2})\\s*năm\\s*([0-9]+)$"_s,
                                          kLetters);
    static const QRegularExpression month(u"^tháng\\s*([0-9]{1,2})\\s*(?:/|năm)\\s*([0-9]+)$"_s, kLetters);
    static const QRegularExpression year(u"^năm\\s*([0-9]+)$"_s, kLetters);
    static const QRegularExpression digits(u"^([0-9]{2})([0-9]{2})([0-9]{4})$"_s);
    QString plain = text.toString().normalized(QString::NormalizationForm_C).simplified();
    plain.replace(gaps, u"\\1"_s);
    for (const QRegularExpression &form : {words, digits, month, year})
        if (const auto match = form.match(plain); match.hasMatch())
            return match.capturedTexts().mid(1).join(u'/');
    return plain;
}

bool matches(const QString &text, const QRegularExpression &whole)
{
    return whole.match(text).hasMatch();
}

bool isYear(const QString &text)
{
    return PartialDate::parse(text).has_value();
}

/// Why `PartialDate` does not read a text.
DateFault faultOf(const QString &text)
{
    static const QRegularExpression shortYear(u"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{1,3}$|^[0-9]{6}$"_s);
    static const QRegularExpression dayFirst(u"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4})$"_s);
    static const QRegularExpression yearFirst(u"^([0-9]{4})-[0-9]{1,2}-[0-9]{1,2}$"_s);
    if (matches(text, shortYear))
        return DateFault::ShortYear;
    for (const QRegularExpression &form : {dayFirst, yearFirst})
        if (const auto match = form.match(text); match.hasMatch())
            return isYear(match.captured(1)) ? DateFault::NoSuchDay : DateFault::YearTooFar;
    return DateFault::NotADate;
}

/// Why `PartialDate` does not read a text that may be a month or a year.
DateFault partialFaultOf(const QString &text)
{
    static const QRegularExpression shortYear(u"^(?:[0-9]{1,2}[/.-])?[0-9]{1,3}$"_s);
    static const QRegularExpression month(u"^(?:[0-9]{1,2}[/.-])?([0-9]{4})$|^([0-9]{4})-[0-9]{1,2}$"_s);
    if (matches(text, shortYear))
        return DateFault::ShortYear;
    if (const auto match = month.match(text); match.hasMatch())
        return isYear(match.captured(1) + match.captured(2)) ? DateFault::NoSuchMonth : DateFault::YearTooFar;
    return faultOf(text);
}

} // namespace

std::expected<Day, DateFault> readDay(QStringView text)
{
    const QString plain = plainForm(text);
    if (plain.isEmpty())
        return std::unexpected(DateFault::Empty);
    const auto date = PartialDate::parse(plain);
    if (!date)
        return std::unexpected(faultOf(plain));
    if (date->day == 0)
        return std::unexpected(DateFault::NoDay);
    return date->firstDay();
}

std::expected<PartialDate, DateFault> readPartialDate(QStringView text)
{
    const QString plain = plainForm(text);
    if (plain.isEmpty())
        return PartialDate{};
    if (const auto date = PartialDate::parse(plain))
        return *date;
    return std::unexpected(partialFaultOf(plain));
}

} // namespace bomay

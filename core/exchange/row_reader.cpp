// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_reader.h"

#include "core/base/vietnamese_text.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A whole number as officers write it: "1013795", "1.013.795", "1 013 795", "15,0".
std::optional<int> parseWholeNumber(QString text)
{
    text.remove(u' ').remove(QChar(0x00A0));
    if (text.endsWith(u",0"_s) || text.endsWith(u".0"_s))
        text.chop(2);
    for (const QChar separator : {u'.', u','}) {
        const QStringList groups = text.split(separator);
        const bool grouped =
            groups.size() > 1 && !groups.first().isEmpty() && groups.first().size() <= 3 &&
            std::all_of(groups.cbegin() + 1, groups.cend(), [](const QString &g) { return g.size() == 3; });
        if (grouped)
            text = groups.join(QString());
    }
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

RowReader::RowReader(const SheetRows &sheet, const SheetRow &row)
    : m_sheet(sheet)
    , m_row(row)
    , m_custom(row.custom)
{
    for (const auto &[column, cell] : row.cells)
        if (cell->type == CellType::Error)
            report(DiagnosticSeverity::Asked, u"cell-error"_s, {{u"value"_s, cell->text}}, column);
}

QString RowReader::text(QStringView column) const
{
    const Cell *cell = m_row.cells.value(column);
    if (cell == nullptr || cell->type == CellType::Error)
        return {};
    return cell->text.trimmed().normalized(QString::NormalizationForm_C);
}

QString RowReader::name(QStringView column) const
{
    return tidyName(text(column));
}

QStringList RowReader::list(QStringView column) const
{
    QStringList entries;
    for (const QString &entry : text(column).split(u';'))
        if (const QString tidy = tidyName(entry); !tidy.isEmpty())
            entries += tidy;
    return entries;
}

std::optional<int> RowReader::number(QStringView column)
{
    const QString given = text(column);
    if (given.isEmpty())
        return std::nullopt;
    const auto number = parseWholeNumber(given);
    if (!number)
        keepUnread(column, u"bad-number"_s);
    return number;
}

std::optional<double> RowReader::decimal(QStringView column)
{
    QString given = text(column).remove(u' ');
    if (given.isEmpty())
        return std::nullopt;
    given.replace(u',', given.contains(u'.') ? QString() : u"."_s);
    bool ok = false;
    const double number = given.toDouble(&ok);
    if (ok && std::isfinite(number) && number >= 0)
        return number;
    keepUnread(column, u"bad-number"_s);
    return std::nullopt;
}

PartialDate RowReader::date(QStringView column)
{
    const QString given = text(column);
    if (given.isEmpty())
        return {};
    // Spreadsheets give dates with a time of day; only the day is meant.
    const auto date = PartialDate::parse(given.contains(u'T') ? given.section(u'T', 0, 0) : given);
    if (!date)
        keepUnread(column, u"bad-date"_s);
    return date.value_or(PartialDate{});
}

std::optional<bool> RowReader::tick(QStringView column)
{
    const QString key = templateKey(text(column));
    if (key.isEmpty())
        return std::nullopt;
    constexpr std::array kYes{u"1", u"x", u"co", u"yes", u"v", u"true"};
    constexpr std::array kNo{u"0", u"khong", u"no", u"false"};
    const auto isIn = [&key](const auto &list) {
        return std::ranges::any_of(list, [&key](const char16_t *word) { return key == QStringView(word); });
    };
    if (isIn(kYes))
        return true;
    if (isIn(kNo))
        return false;
    keepUnread(column, u"bad-tick"_s);
    return std::nullopt;
}

Period RowReader::period(QStringView fromColumn, QStringView toColumn)
{
    const Period period{date(fromColumn), date(toColumn)};
    if (!period.isOrdered())
        report(DiagnosticSeverity::Error, u"date-order"_s,
               {{u"from"_s, period.from.toVietnamese()}, {u"to"_s, period.to.toVietnamese()}}, toColumn);
    return period;
}

void RowReader::report(DiagnosticSeverity severity, const QString &code, MessageArgs args, QStringView column)
{
    m_worst = std::min(m_worst, severity);
    m_diagnostics.push_back({severity, {code, std::move(args)}, place(column)});
}

void RowReader::keepUnread(QStringView column, const QString &faultCode, MessageArgs args)
{
    m_custom.insert(column.toString(), text(column));
    args.insert(u"value"_s, text(column));
    report(DiagnosticSeverity::Asked, faultCode, std::move(args), column);
}

} // namespace bomay

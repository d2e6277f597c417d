// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/deadline_text.h"

#include "core/base/csv_text.h"
#include "core/base/day_text.h"

#include <QJsonArray>

#include <array>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<std::u16string_view, 6> kKindCodes{u"grace",   u"term",      u"stopgap",
                                                        u"surplus", u"rules-end", u"duty"};

QString codeOf(Deadline::Kind kind)
{
    return toQString(kKindCodes[static_cast<std::size_t>(kind)]);
}

/// How long it is still, in words.
Message leftOf(const Deadline &deadline)
{
    if (!deadline.date)
        return {u"due-open"_s, {}};
    if (deadline.days == 0)
        return {u"due-today"_s, {}};
    return {deadline.days > 0 ? u"due-left"_s : u"due-overdue"_s,
            {{u"days"_s, QString::number(std::abs(deadline.days))}}};
}

} // namespace

QString deadlineText(const DeadlineReport &report, const MessageCatalog &catalog, Language language)
{
    const MessageArgs span{{u"days"_s, QString::number(report.within)}, {u"date"_s, dayText(report.day, language)}};
    QString text = catalog.text({report.entries.empty() ? u"due-empty"_s : u"due-heading"_s, span}, language) + u'\n';
    for (const Deadline &deadline : report.entries) {
        const MessageArgs args{{u"date"_s, deadline.date ? dayText(*deadline.date, language) : QString()},
                               {u"left"_s, catalog.text(leftOf(deadline), language)},
                               {u"unit"_s, deadline.subject},
                               {u"text"_s, deadline.text.in(language)},
                               {u"citation"_s, deadline.citation}};
        text += catalog.text({u"due-line"_s, args}, language) + u'\n';
    }
    return text;
}

QByteArray deadlineCsv(const DeadlineReport &report, const MessageCatalog &catalog, Language language)
{
    QStringList header;
    for (const QString &column : {u"date"_s, u"days"_s, u"unit"_s, u"text"_s, u"citation"_s})
        header += catalog.text({u"due-column-"_s + column, {}}, language);
    std::vector<QStringList> rows;
    for (const Deadline &deadline : report.entries)
        rows.push_back({deadline.date ? dayText(*deadline.date, language) : QString(),
                        deadline.date ? QString::number(deadline.days) : QString(), deadline.subject,
                        deadline.text.in(language), deadline.citation});
    return csvText(header, rows);
}

QJsonObject toJson(const DeadlineReport &report)
{
    QJsonArray rows;
    for (const Deadline &deadline : report.entries)
        rows.append(
            QJsonObject{{u"kind"_s, codeOf(deadline.kind)},
                        {u"date"_s, deadline.date ? QJsonValue(deadline.date->toIso()) : QJsonValue(QJsonValue::Null)},
                        {u"days"_s, deadline.days},
                        {u"unit"_s, deadline.subject},
                        {u"text"_s, QJsonObject{{u"vi"_s, deadline.text.vi}, {u"en"_s, deadline.text.en}}},
                        {u"citation"_s, deadline.citation}});
    return {{u"as_of"_s, report.day.toIso()}, {u"within"_s, report.within}, {u"rows"_s, rows}};
}

} // namespace bomay

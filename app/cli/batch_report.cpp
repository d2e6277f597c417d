// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_report.h"

#include "core/base/csv_text.h"
#include "core/base/day_text.h"
#include "core/decree/report_json.h"
#include "core/decree/report_table.h"
#include "core/decree/report_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Where the text of a finding and its severity stand in `reportTable`.
constexpr qsizetype kSeverityColumn = 1;
constexpr qsizetype kMessageColumn = 4;

QString cell(const QString &tag, const QString &text)
{
    return u"<%1>%2</%1>"_s.arg(tag, text.toHtmlEscaped());
}

QString row(const QString &tag, const QStringList &texts)
{
    QString cells;
    for (const QString &text : texts)
        cells += cell(tag, text);
    return u"<tr>%1</tr>\n"_s.arg(cells);
}

/// What stands beside a file's name: its numbers, or why it has none.
QString summaryOf(const BatchEntry &entry, const MessageCatalog &catalog, Language language)
{
    if (entry.error)
        return catalog.describe(*entry.error, language);
    const CheckReport &report = entry.report;
    QStringList packs;
    for (const PackVersion &pack : report.packs)
        packs += pack.id + u' ' + pack.version;
    const QString day = dayText(report.day, language);
    QString text =
        catalog.text({u"report-heading"_s, {{u"date"_s, day}, {u"packs"_s, packs.join(u", "_s)}}}, language) + u' ' +
        reportSummary(report, catalog, language);
    if (entry.leftOut > 0)
        text += u' ' + catalog.text({u"batch-left-out"_s, {{u"count"_s, QString::number(entry.leftOut)}}}, language);
    if (report.applied == 0)
        text += u' ' + catalog.text({u"report-silent"_s, {{u"date"_s, day}}}, language);
    return text;
}

} // namespace

void sortBySeverity(std::vector<BatchEntry> &entries)
{
    std::ranges::sort(entries, {}, [](const BatchEntry &entry) {
        const CheckReport &report = entry.report;
        return std::tuple(!entry.error, -report.count(Severity::Error), -report.count(Severity::Warning),
                          -static_cast<int>(report.notChecked.size()), entry.file);
    });
}

QByteArray batchJson(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog)
{
    QJsonArray files;
    for (const BatchEntry &entry : entries) {
        QJsonObject object{{u"file"_s, entry.file}, {u"left_out"_s, entry.leftOut}};
        if (entry.error)
            object.insert(u"error"_s, QJsonObject{{u"code"_s, entry.error->code()},
                                                  {u"vi"_s, catalog.describe(*entry.error, Language::Vietnamese)},
                                                  {u"en"_s, catalog.describe(*entry.error, Language::English)}});
        else
            object.insert(u"report"_s, toJson(entry.report, catalog));
        files.append(object);
    }
    return QJsonDocument(QJsonObject{{u"files"_s, files}}).toJson();
}

QByteArray batchCsv(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog, Language language)
{
    QStringList header{catalog.text({u"report-column-file"_s}, language)};
    header += reportTable({}, catalog, language).header;
    std::vector<QStringList> rows;
    for (const BatchEntry &entry : entries) {
        const auto addRow = [&](const QString &severity, const QString &message) {
            QStringList fields(header.size());
            fields[0] = entry.file;
            fields[1 + kSeverityColumn] = severity;
            fields[1 + kMessageColumn] = message;
            rows.push_back(fields);
        };
        if (entry.error)
            addRow(catalog.text({u"batch-unreadable"_s}, language), catalog.describe(*entry.error, language));
        for (const QStringList &found : reportTable(entry.report, catalog, language).rows)
            rows.push_back(QStringList{entry.file} + found);
        // A file without findings is not left out: somebody counts them.
        if (!entry.error && entry.report.findings.empty() && entry.report.notChecked.empty())
            addRow({}, summaryOf(entry, catalog, language));
    }
    return csvText(header, rows);
}

QByteArray batchHtml(const std::vector<BatchEntry> &entries, const MessageCatalog &catalog, Language language)
{
    const QString title = catalog.text({u"batch-title"_s}, language);
    QString body = cell(u"h1"_s, title) + u'\n';
    for (const BatchEntry &entry : entries) {
        body += cell(u"h2"_s, entry.file) + u'\n' + cell(u"p"_s, summaryOf(entry, catalog, language)) + u'\n';
        const ReportTable table = reportTable(entry.report, catalog, language);
        if (entry.error || table.rows.empty())
            continue;
        body += u"<table>\n"_s + row(u"th"_s, table.header);
        for (const QStringList &found : table.rows)
            body += row(u"td"_s, found);
        body += u"</table>\n"_s;
    }
    const QString style = u"body{font-family:sans-serif;margin:2em}h2{margin:1.5em 0 .3em}"
                          "table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2em .5em;"
                          "text-align:left;vertical-align:top}"_s;
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head><meta charset=\"utf-8\"><title>%2</title><style>%3</style></head>\n<body>\n%4</body>\n</html>\n"_s
        .arg(language == Language::Vietnamese ? u"vi"_s : u"en"_s, title.toHtmlEscaped(), style, body)
        .toUtf8();
}

} // namespace bomay

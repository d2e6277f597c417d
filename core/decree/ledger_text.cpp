// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decree/ledger_text.h"

#include "core/base/csv_text.h"
#include "core/base/day_text.h"

#include <QJsonArray>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QString written(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

QString written(const std::optional<Day> &day, Language language)
{
    return day ? dayText(*day, language) : QString();
}

QString ruleOrGap(const QString &citation, const QString &missing, const MessageCatalog &catalog, Language language)
{
    if (missing.isEmpty())
        return citation;
    const QString open = catalog.text({missing}, language);
    return citation.isEmpty() ? open : citation + u"; "_s + open;
}

/// What a total rests on, and what it leaves out.
QString noteOf(const LedgerTotal &total, const MessageCatalog &catalog, Language language)
{
    if (total.withoutCeiling == 0)
        return ruleOrGap(total.citation, total.missing, catalog, language);
    return catalog.text({u"ledger-without-ceiling"_s, {{u"count"_s, QString::number(total.withoutCeiling)}}}, language);
}

QString line(const LedgerCells &cells, const MessageCatalog &catalog, Language language)
{
    const auto cell = [&cells](LedgerColumn column) { return cells[static_cast<std::size_t>(column)]; };
    const auto number = [&cell](LedgerColumn column) { return cell(column).isEmpty() ? u"–"_s : cell(column); };
    return catalog.text({u"ledger-line"_s,
                         {{u"unit"_s, cell(LedgerColumn::Unit)},
                          {u"name"_s, cell(LedgerColumn::Name)},
                          {u"ceiling"_s, number(LedgerColumn::Ceiling)},
                          {u"rule"_s, cell(LedgerColumn::Rule)},
                          {u"allotted"_s, number(LedgerColumn::Allotted)},
                          {u"document"_s, cell(LedgerColumn::Document)},
                          {u"in_post"_s, cell(LedgerColumn::InPost)},
                          {u"vacant"_s, cell(LedgerColumn::Vacant)},
                          {u"surplus"_s, cell(LedgerColumn::Surplus)},
                          {u"until"_s, cell(LedgerColumn::Until)}}},
                        language);
}

QString headingOf(LedgerTotal::By by)
{
    switch (by) {
    case LedgerTotal::By::Kind:
        return u"ledger-by-kind"_s;
    case LedgerTotal::By::Locality:
        return u"ledger-by-locality"_s;
    case LedgerTotal::By::Scope:
        return u"ledger-by-scope"_s;
    case LedgerTotal::By::All:
        break;
    }
    return u"ledger-total"_s;
}

QStringList listOf(const LedgerCells &cells)
{
    return {cells.begin(), cells.end()};
}

QJsonValue json(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue json(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue missingJson(const QString &code, const MessageCatalog &catalog)
{
    if (code.isEmpty())
        return QJsonValue::Null;
    const BilingualText text = catalog.text(Message{code});
    return QJsonObject{{u"code"_s, code}, {u"vi"_s, text.vi}, {u"en"_s, text.en}};
}

QString codeOfTotal(LedgerTotal::By by)
{
    switch (by) {
    case LedgerTotal::By::Kind:
        return u"kind"_s;
    case LedgerTotal::By::Locality:
        return u"locality"_s;
    case LedgerTotal::By::Scope:
        return u"scope"_s;
    case LedgerTotal::By::All:
        break;
    }
    return u"all"_s;
}

} // namespace

LedgerCells ledgerHeaders(const MessageCatalog &catalog, Language language)
{
    constexpr std::array kCodes{u"unit",     u"name",    u"ceiling", u"rule",    u"allotted",
                                u"document", u"in-post", u"vacant",  u"surplus", u"until"};
    LedgerCells headers;
    for (std::size_t i = 0; i < headers.size(); ++i)
        headers[i] = catalog.text({u"ledger-column-"_s + QString::fromUtf16(kCodes[i])}, language);
    return headers;
}

LedgerCells ledgerCells(const LedgerRow &row, const MessageCatalog &catalog, Language language)
{
    return {row.subject.code,
            row.subject.name,
            written(row.ceiling.number),
            ruleOrGap(row.ceiling.citation, row.ceiling.missing, catalog, language),
            written(row.allotted),
            row.document,
            QString::number(row.inPost),
            QString::number(row.vacant),
            QString::number(row.surplus),
            written(row.until, language)};
}

LedgerCells ledgerCells(const LedgerTotal &total, const MessageCatalog &catalog, Language language)
{
    const bool isAll = total.by == LedgerTotal::By::All;
    return {total.by == LedgerTotal::By::Scope ? QString() : total.key,
            isAll ? catalog.text({u"ledger-total"_s}, language) : total.name.in(language),
            written(total.ceiling),
            noteOf(total, catalog, language),
            written(total.allotted),
            QString(),
            QString::number(total.inPost),
            QString::number(total.vacant),
            QString::number(total.surplus),
            QString()};
}

QString ledgerText(const DeputyLedger &ledger, const MessageCatalog &catalog, Language language)
{
    QStringList lines{
        catalog.text({u"ledger-heading"_s, {{u"date"_s, written(std::optional(ledger.day), language)}}}, language)};
    for (const LedgerRow &row : ledger.rows)
        lines += line(ledgerCells(row, catalog, language), catalog, language);
    if (ledger.rows.empty())
        lines += catalog.text({u"ledger-empty"_s}, language);
    LedgerTotal::By by = LedgerTotal::By::All;
    for (const LedgerTotal &total : ledger.totals) {
        if (total.by != by)
            lines += catalog.text({headingOf(total.by)}, language);
        by = total.by;
        if (!ledger.rows.empty())
            lines += line(ledgerCells(total, catalog, language), catalog, language);
    }
    return lines.join(u'\n') + u'\n';
}

QByteArray ledgerCsv(const DeputyLedger &ledger, const MessageCatalog &catalog, Language language)
{
    std::vector<QStringList> rows;
    for (const LedgerRow &row : ledger.rows)
        rows.push_back(listOf(ledgerCells(row, catalog, language)));
    return csvText(listOf(ledgerHeaders(catalog, language)), rows);
}

QJsonObject toJson(const DeputyLedger &ledger, const MessageCatalog &catalog)
{
    QJsonArray rows;
    for (const LedgerRow &row : ledger.rows)
        rows.append(QJsonObject{{u"unit"_s, row.subject.code},
                                {u"name"_s, row.subject.name},
                                {u"ceiling"_s, json(row.ceiling.number)},
                                {u"rule"_s, json(row.ceiling.rule)},
                                {u"citation"_s, json(row.ceiling.citation)},
                                {u"missing"_s, missingJson(row.ceiling.missing, catalog)},
                                {u"allotted"_s, json(row.allotted)},
                                {u"document"_s, json(row.document)},
                                {u"in_post"_s, row.inPost},
                                {u"vacant"_s, row.vacant},
                                {u"surplus"_s, row.surplus},
                                {u"until"_s, json(row.until ? row.until->toIso() : QString())}});
    QJsonArray totals;
    for (const LedgerTotal &total : ledger.totals)
        totals.append(QJsonObject{{u"by"_s, codeOfTotal(total.by)},
                                  {u"key"_s, total.key},
                                  {u"name"_s, QJsonObject{{u"vi"_s, total.name.vi}, {u"en"_s, total.name.en}}},
                                  {u"units"_s, total.units},
                                  {u"without_ceiling"_s, total.withoutCeiling},
                                  {u"ceiling"_s, json(total.ceiling)},
                                  {u"citation"_s, json(total.citation)},
                                  {u"missing"_s, missingJson(total.missing, catalog)},
                                  {u"allotted"_s, json(total.allotted)},
                                  {u"in_post"_s, total.inPost},
                                  {u"vacant"_s, total.vacant},
                                  {u"surplus"_s, total.surplus}});
    return {{u"as_of"_s, ledger.day.toIso()}, {u"rows"_s, rows}, {u"totals"_s, totals}};
}

} // namespace bomay

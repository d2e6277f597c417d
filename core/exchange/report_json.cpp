// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/report_json.h"

#include <QJsonArray>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Diagnostic &diagnostic, const MessageCatalog &messages)
{
    const BilingualText text = messages.text(diagnostic.message);
    return {
        {u"severity"_s, severityCode(diagnostic.severity)},
        {u"code"_s, diagnostic.message.code},
        {u"file"_s, diagnostic.place.file},
        {u"sheet"_s, diagnostic.place.sheet},
        {u"row"_s, diagnostic.place.row},
        {u"column"_s, columnName(diagnostic.place.column)},
        {u"text"_s, QJsonObject{{u"vi"_s, text.vi}, {u"en"_s, text.en}}},
    };
}

} // namespace

QJsonObject toJson(const ImportReport &report, const MessageCatalog &messages)
{
    QJsonArray diagnostics;
    for (const Diagnostic &diagnostic : report.diagnostics)
        diagnostics.append(toJson(diagnostic, messages));
    return {
        {u"rows"_s, report.rows},
        {u"taken"_s, report.taken},
        {u"left_out"_s, report.leftOut},
        {u"asked"_s, report.asked},
        {u"units"_s, report.units},
        {u"posts"_s, report.posts},
        {u"people"_s, report.people},
        {u"localities"_s, report.localities},
        {u"roots"_s, report.roots},
        {u"orphans"_s, report.orphans},
        {u"self_references"_s, report.selfReferences},
        {u"cycles"_s, report.cycles},
        {u"duplicates"_s, report.duplicates},
        {u"max_depth"_s, report.maxDepth},
        {u"vacant"_s, report.vacant},
        {u"fte"_s, report.fte},
        {u"diagnostics"_s, diagnostics},
    };
}

QString toText(const ImportReport &report, const MessageCatalog &messages, Language language)
{
    const auto number = [](int value) { return QString::number(value); };
    QString text = messages.text({u"import-summary"_s,
                                  {{u"rows"_s, number(report.rows)},
                                   {u"taken"_s, number(report.taken)},
                                   {u"left_out"_s, number(report.leftOut)},
                                   {u"asked"_s, number(report.asked)},
                                   {u"units"_s, number(report.units)},
                                   {u"posts"_s, number(report.posts)},
                                   {u"people"_s, number(report.people)},
                                   {u"localities"_s, number(report.localities)}}},
                                 language) +
                   u'\n';
    return text + diagnosticsText(report, messages, language);
}

QString diagnosticsText(const ImportReport &report, const MessageCatalog &messages, Language language)
{
    QString text;
    for (const Diagnostic &diagnostic : report.diagnostics) {
        text += u"  "_s + messages.text({u"severity-"_s + severityCode(diagnostic.severity)}, language) + u": "_s;
        if (const QString place = messages.describe(diagnostic.place, language); !place.isEmpty())
            text += place + u": "_s;
        text += messages.text(diagnostic.message, language) + u'\n';
    }
    return text;
}

} // namespace bomay

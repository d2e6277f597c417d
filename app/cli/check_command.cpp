// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_output.h"
#include "core/base/csv_text.h"
#include "core/decree/chart_facts.h"
#include "core/decree/fix_json.h"
#include "core/decree/office_word.h"
#include "core/decree/report_json.h"
#include "core/decree/report_sarif.h"
#include "core/decree/report_table.h"
#include "core/decree/report_text.h"
#include "core/decree/rule_state.h"
#include "core/report/reports.h"

#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The packs named by `--packs`; an unknown name is refused, so that a typing error does not pass for a clean chart.
Result<CheckOptions> optionsFor(const CommandContext &context, const PackSet &packs, const Organisation &organisation)
{
    CheckOptions options = optionsOf(organisation);
    if (!context.arguments.has(u"--packs"_s))
        return options;
    options.packs = context.arguments.value(u"--packs"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &id : *options.packs)
        if (packs.find(id) == nullptr) {
            QStringList known;
            for (const RulePack &pack : packs.packs)
                known += pack.id;
            return fail(u"bad-value"_s,
                        {{u"option"_s, u"--packs"_s}, {u"value"_s, id}, {u"allowed"_s, known.join(u", "_s)}});
        }
    return options;
}

/// As JSON, with what can be done: corrections of the day in view.
QJsonObject withFixes(const CheckReport &report, Session &session, const MessageCatalog &catalog)
{
    ChartFacts facts(session.view());
    const EditScope scope{EditMode::Correct, report.day, report.day};
    return toJson(report, catalog, [&](const Finding &finding) {
        const PlacedRule found = findRule(session.packs().packs, finding.rule);
        if (found.rule == nullptr || finding.waiver)
            return QJsonArray();
        return toJson(fixesFor(finding, *found.rule, session.organisation(), facts, scope, session.ids()), catalog);
    });
}

QByteArray written(const CheckReport &report, const QString &format, const CommandContext &context, Session &session)
{
    if (format == u"json"_s)
        return QJsonDocument(withFixes(report, session, context.messages)).toJson();
    if (format == u"sarif"_s)
        return QJsonDocument(
                   toSarif(report, context.arguments.operands().front(), session.packs().packs, context.messages))
            .toJson();
    if (format == u"csv"_s) {
        const ReportTable table = reportTable(report, context.messages, context.language);
        return csvText(table.header, table.rows);
    }
    return reportText(report, context.messages, context.language).toUtf8();
}

} // namespace

ExitCode runCheck(const CommandContext &context)
{
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    const PackSet &packs = (*session)->packs();
    // A pack of the user that cannot be read is left out alone; the others still say what they have to say.
    for (const Error &error : packs.errors)
        context.refuse(error);
    const auto options = optionsFor(context, packs, (*session)->organisation());
    if (!options)
        return context.refuse(options.error());
    CheckReport report = check((*session)->organisation(), (*session)->view(), packs.packs, *options);
    applyOfficeWord(report, (*session)->organisation(), packs.packs);
    const QString format = context.arguments.value(u"--format"_s);
    const bool isOnPaper = format == u"pdf"_s || format == u"xlsx"_s;
    const Result<> done =
        isOnPaper
            ? writeReport(context, **session,
                          checkReportDocument(report, (*session)->organisation(), context.messages, context.language),
                          format)
            : writeOutput(context, context.arguments.value(u"-o"_s), written(report, format, context, **session));
    if (!done)
        return context.refuse(done.error());
    return report.count(Severity::Error) > 0 ? ExitCode::Findings : ExitCode::Done;
}

} // namespace bomay

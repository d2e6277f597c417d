// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/decree/deadline_text.h"
#include "core/decree/office_word.h"

#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

DeadlineReport reportOf(const Session &session, const CommandContext &context)
{
    const std::vector<RulePack> &packs = session.packs().packs;
    CheckReport report = check(session.organisation(), session.view(), packs, optionsOf(session.organisation()));
    applyOfficeWord(report, session.organisation(), packs);
    const int within = context.arguments.value(u"--within"_s, u"90"_s).toInt();
    return {report.day, within,
            deadlines(session.organisation(), session.view(), report, packs, context.messages, within)};
}

} // namespace

ExitCode runDue(const CommandContext &context)
{
    const auto session = openDocument(context);
    if (!session)
        return context.refuse(session.error());
    for (const Error &error : (*session)->packs().errors)
        context.refuse(error);
    const DeadlineReport report = reportOf(**session, context);
    const QString format = context.arguments.value(u"--format"_s);
    QByteArray bytes;
    if (format == u"json"_s)
        bytes = QJsonDocument(toJson(report)).toJson();
    else if (format == u"csv"_s)
        bytes = deadlineCsv(report, context.messages, context.language);
    else
        bytes = deadlineText(report, context.messages, context.language).toUtf8();
    if (const auto written = writeOutput(context, context.arguments.value(u"-o"_s), bytes); !written)
        return context.refuse(written.error());
    return ExitCode::Done;
}

} // namespace bomay

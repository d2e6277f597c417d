// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/view_choice.h"
#include "core/base/whole_file.h"

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

const OptionSpec kOutput{u"-o"_s};
const OptionSpec kAsOf{u"--as-of"_s};
const OptionSpec kDate{u"--date"_s};
const OptionSpec kJson{u"--json"_s, false};

/// What the help says of one command: its line and those that go on with it, which stand further in.
QString paragraphOf(const QString &help, const QString &command)
{
    QString paragraph;
    bool isIn = false;
    for (const QString &line : help.split(u'\n')) {
        const bool isCommand = line.startsWith(u"  "_s) && !line.startsWith(u"   "_s);
        isIn = isCommand ? line.mid(2).section(u' ', 0, 0) == command : isIn && line.startsWith(u"   "_s);
        if (isIn)
            paragraph += line.mid(2) + u'\n';
    }
    return paragraph;
}

} // namespace

std::span<const Command> commands()
{
    static const std::vector<Command> table{
        {u"import"_s,
         {kOutput,
          kDate,
          {u"--sheet"_s},
          {u"--into"_s},
          {u"--document"_s},
          {u"--effective"_s},
          {u"--accept-all"_s, false},
          {u"--map"_s, true, {}},
          {u"--report"_s, true, {u"text"_s, u"json"_s}}},
         false,
         runImport},
        {u"check"_s,
         {kOutput,
          kAsOf,
          {u"--packs"_s},
          {u"--format"_s, true, {u"text"_s, u"json"_s, u"csv"_s, u"sarif"_s, u"pdf"_s, u"xlsx"_s}},
          kDate},
         true,
         runCheck},
        {u"batch"_s, {kOutput, kAsOf}, false, runBatch},
        {u"ledger"_s,
         {kOutput, kAsOf, kDate, {u"--format"_s, true, {u"text"_s, u"json"_s, u"csv"_s, u"xlsx"_s, u"pdf"_s}}},
         true,
         runLedger},
        {u"due"_s,
         {kOutput,
          kAsOf,
          {u"--within"_s, true, {u"30"_s, u"90"_s, u"365"_s}},
          {u"--format"_s, true, {u"text"_s, u"json"_s, u"csv"_s}}},
         false,
         runDue},
        {u"stats"_s, {kAsOf, kJson}, false, runStats},
        {u"staffing"_s, {kOutput, kAsOf, kDate}, true, runStaffing},
        {u"export"_s,
         {kOutput,
          kAsOf,
          kDate,
          {u"--paper"_s},
          {u"--orientation"_s, true, {u"auto"_s, u"portrait"_s, u"landscape"_s}},
          {u"--pages"_s},
          {u"--pdf"_s, true, {u"plain"_s, u"a-1b"_s}},
          {u"--svg-text"_s, true, {u"text"_s, u"outlines"_s}},
          {u"--dpi"_s},
          {u"--annex"_s},
          {u"--with-staffing"_s, false},
          {u"--view"_s},
          {u"--style"_s, true, styleNames()},
          {u"--theme"_s, true, themeNames()},
          {u"--relations"_s, false}},
         true,
         runExport},
        {u"fill"_s, {kOutput, kAsOf, {u"--form"_s}}, false, runFill},
        {u"request"_s, {kOutput, kAsOf, kDate, {u"--due"_s}, {u"--units"_s}, {u"--title"_s}}, false, runRequest},
        {u"collect"_s, {kAsOf, kJson, {u"--round"_s}, {u"--from"_s}}, false, runCollect},
        {u"template"_s, {kOutput, kDate, {u"--sample"_s, true, {u"thu-duc"_s}}}, false, runTemplate},
        {u"repair"_s, {kOutput, {u"--report"_s, true, {u"text"_s, u"json"_s}}}, false, runRepair},
        {u"bench"_s, {{u"--n"_s}, {u"--only"_s}, kJson}, true, runBench},
        {u"help"_s, {}, false, runHelp},
    };
    return table;
}

ExitCode CommandContext::refuse(const Error &error) const
{
    err << messages.describe(error, language) << '\n';
    return ExitCode::BadInput;
}

Result<> writeOutput(const CommandContext &context, const QString &path, const QByteArray &bytes)
{
    if (path.isEmpty()) {
        context.out << QString::fromUtf8(bytes);
        return {};
    }
    return writeWholeFile(path, bytes);
}

Result<std::unique_ptr<Session>> openDocument(const CommandContext &context)
{
    const QStringList &operands = context.arguments.operands();
    if (operands.size() != 1)
        return fail(u"one-document"_s, {{u"count"_s, QString::number(operands.size())}});
    BM_TRY(const std::optional<Day> asOf, context.arguments.day(u"--as-of"_s));
    BM_TRY(std::unique_ptr<Session> session, Session::open(operands.first(), systemPorts()));
    if (asOf)
        session->setAsOf(*asOf);
    return session;
}

ExitCode runHelp(const CommandContext &context)
{
    const QString help = context.messages.text({u"cli-help"_s}, context.language);
    const QStringList &operands = context.arguments.operands();
    if (operands.isEmpty()) {
        context.out << help << '\n';
        return ExitCode::Done;
    }
    const QString &name = operands.first();
    if (std::ranges::find(commands(), name, &Command::name) == commands().end())
        return context.refuse({{u"unknown-command"_s, {{u"command"_s, name}}}});
    context.out << paragraphOf(help, name);
    return ExitCode::Done;
}

} // namespace bomay

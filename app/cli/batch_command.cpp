// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_report.h"
#include "app/cli/command.h"
#include "core/exchange/import_plan.h"
#include "core/table/reader.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// Spreadsheets by suffix. Other files may hold tables too, but in a folder of an office most of them are letters.
const QStringList kSpreadsheets{u"xlsx"_s, u"xlsm"_s, u"xls"_s, u"ods"_s, u"fods"_s, u"csv"_s, u"tsv"_s};

/// What is checked together: a document, a spreadsheet, or all CSV of a folder, as `import` takes them.
struct Input
{
    QString path;
    bool isCsvFolder = false;
};

/// The document of a spreadsheet, and how many of its rows are in it.
Result<int> importInto(Session &session, const Input &input)
{
    BM_TRY(const Workbook workbook, input.isCsvFolder ? readCsvFolder(input.path) : readWorkbook(input.path));
    BM_TRY(ImportPlan plan, planImport({&workbook, 1}, session.organisation(), session.ids()));
    BM_TRY_VOID(session.apply(std::move(plan.change)));
    if (const PartialDate asOf = session.organisation().info().asOf; !asOf.isEmpty())
        session.setAsOf(asOf.lastDay());
    return plan.report.leftOut + plan.report.asked;
}

Result<std::unique_ptr<Session>> openInput(const Input &input, int &leftOut)
{
    if (!input.isCsvFolder && !kSpreadsheets.contains(QFileInfo(input.path).suffix().toLower()))
        return Session::open(input.path, systemPorts());
    auto session = std::make_unique<Session>(systemPorts());
    BM_TRY(leftOut, importInto(*session, input));
    return session;
}

/// Files of a folder and of those below it, by name. Locks that office programs leave beside their files are none, nor
/// is the report itself.
std::vector<Input> inputsIn(const QDir &folder, const QString &report)
{
    std::vector<Input> inputs;
    QSet<QString> csvFolders;
    QDirIterator walk(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QFileInfo file(walk.next());
        const QString suffix = file.suffix().toLower();
        const bool isOurs =
            !file.fileName().startsWith(u"~$"_s) && !file.fileName().startsWith(u".~"_s) && file != QFileInfo(report);
        if (!isOurs)
            continue;
        if (suffix == u"csv"_s) {
            if (csvFolders.contains(file.path()))
                continue;
            csvFolders.insert(file.path());
            inputs.push_back({file.path(), true});
        } else if (suffix == u"bomay"_s || kSpreadsheets.contains(suffix)) {
            inputs.push_back({file.filePath()});
        }
    }
    return inputs;
}

BatchEntry entryOf(const Input &input, const QString &name, const std::optional<Day> &asOf)
{
    BatchEntry entry;
    entry.file = input.isCsvFolder ? name + u"/*.csv"_s : name;
    const auto session = openInput(input, entry.leftOut);
    if (!session) {
        entry.error = session.error();
        return entry;
    }
    if (asOf)
        (*session)->setAsOf(*asOf);
    entry.report = (*session)->report();
    return entry;
}

using Writer = QByteArray (*)(const std::vector<BatchEntry> &, const CommandContext &);

/// The writer for the suffix of the report's name; null for a suffix that is none.
Writer writerFor(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"json"_s)
        return [](const std::vector<BatchEntry> &entries, const CommandContext &context) {
            return batchJson(entries, context.messages);
        };
    if (suffix == u"csv"_s)
        return [](const std::vector<BatchEntry> &entries, const CommandContext &context) {
            return batchCsv(entries, context.messages, context.language);
        };
    if (suffix == u"html"_s)
        return [](const std::vector<BatchEntry> &entries, const CommandContext &context) {
            return batchHtml(entries, context.messages, context.language);
        };
    return nullptr;
}

} // namespace

ExitCode runBatch(const CommandContext &context)
{
    const QStringList &operands = context.arguments.operands();
    if (operands.size() != 1 || !QFileInfo(operands.front()).isDir())
        return context.refuse({{u"batch-one-folder"_s}});
    const QString target = context.arguments.value(u"-o"_s);
    if (target.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});
    const Writer write = writerFor(target);
    if (write == nullptr)
        return context.refuse(
            {{u"bad-value"_s,
              {{u"option"_s, u"-o"_s}, {u"value"_s, target}, {u"allowed"_s, u".html, .csv, .json"_s}}}});
    const auto asOf = context.arguments.day(u"--as-of"_s);
    if (!asOf)
        return context.refuse(asOf.error());

    const QDir folder(operands.front());
    // A pack of the user that cannot be read is left out alone; the others still say what they have to say.
    for (const Error &error : loadPacksWith(systemPorts().packFolder).errors)
        context.refuse(error);
    std::vector<BatchEntry> entries;
    for (const Input &input : inputsIn(folder, target))
        entries.push_back(entryOf(input, folder.relativeFilePath(input.path), *asOf));
    if (entries.empty())
        return context.refuse({{u"batch-nothing"_s, {{u"folder"_s, folder.path()}}}});
    sortBySeverity(entries);
    if (const auto done = writeOutput(context, target, write(entries, context)); !done)
        return context.refuse(done.error());
    const bool isRead = std::ranges::none_of(entries, [](const BatchEntry &entry) { return entry.error.has_value(); });
    const bool isClean =
        std::ranges::all_of(entries, [](const BatchEntry &entry) { return entry.report.count(Severity::Error) == 0; });
    context.out << context.messages.text(
                       {u"batch-written"_s, {{u"count"_s, QString::number(entries.size())}, {u"file"_s, target}}},
                       context.language)
                << '\n';
    if (!isRead)
        return ExitCode::BadInput;
    return isClean ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/exchange/import_plan.h"
#include "core/exchange/report_json.h"
#include "core/table/reader.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<std::vector<Workbook>> readInputs(const CommandContext &context)
{
    std::vector<Workbook> workbooks;
    for (const QString &path : context.arguments.operands()) {
        BM_TRY(Workbook workbook, QFileInfo(path).isDir() ? readCsvFolder(path) : readWorkbook(path));
        if (const QString only = context.arguments.value(u"--sheet"_s); !only.isEmpty())
            std::erase_if(workbook.sheets, [&only](const Sheet &sheet) { return sheet.name != only; });
        workbooks.push_back(std::move(workbook));
    }
    return workbooks;
}

/// Ids follow from what is read, so that equal input gives equal documents.
QByteArray seedOf(std::span<const Workbook> workbooks)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Workbook &workbook : workbooks)
        for (const Sheet &sheet : workbook.sheets) {
            hash.addData(sheet.name.toUtf8());
            for (const Cell &cell : sheet.cells)
                hash.addData(QStringLiteral("%1:%2:%3\n").arg(cell.row).arg(cell.column).arg(cell.text).toUtf8());
        }
    return hash.result();
}

Mapping mappingOf(const QString &name)
{
    if (name == u"template"_s)
        return Mapping::Template;
    return name == u"area-list"_s ? Mapping::AreaList : Mapping::Automatic;
}

} // namespace

ExitCode runImport(const CommandContext &context)
{
    const Arguments &arguments = context.arguments;
    if (arguments.operands().isEmpty())
        return context.refuse({{u"missing-operand"_s}});
    const bool json = arguments.value(u"--report"_s) == u"json"_s;
    const QString target = arguments.value(u"-o"_s);
    if (target.isEmpty())
        return context.refuse({{u"missing-option"_s, {{u"option"_s, u"-o"_s}}}});

    const auto workbooks = readInputs(context);
    if (!workbooks)
        return context.refuse(workbooks.error());
    SessionPorts ports = systemPorts();
    ports.ids = std::make_shared<SeededIdSource>(seedOf(*workbooks));
    auto session = arguments.has(u"--into"_s) ? Session::open(arguments.value(u"--into"_s), ports)
                                              : std::make_unique<Session>(ports);
    if (!session)
        return context.refuse(session.error());
    auto plan = planImport(*workbooks, (*session)->organisation(), *ports.ids, mappingOf(arguments.value(u"--map"_s)));
    if (!plan)
        return context.refuse(plan.error());

    const bool complete = plan->report.leftOut == 0 && plan->report.asked == 0;
    const bool writes = complete || arguments.has(u"--accept-all"_s);
    if (writes) {
        if (const auto applied = (*session)->apply(std::move(plan->change)); !applied)
            return context.refuse(applied.error());
        // A new document begins with what was imported, without a log: the same input gives the same bytes.
        const bool isNew = !arguments.has(u"--into"_s);
        Result<> saved;
        if (!isNew)
            saved = (*session)->saveAs(target);
        else if (const auto written = saveDocument((*session)->organisation(), target); !written)
            saved = std::unexpected(written.error());
        if (!saved)
            return context.refuse(saved.error());
    }
    if (json)
        context.out << QString::fromUtf8(QJsonDocument(toJson(plan->report, context.messages)).toJson());
    else
        context.out << toText(plan->report, context.messages, context.language)
                    << context.messages.text(
                           {writes ? u"import-written"_s : u"import-not-written"_s, {{u"file"_s, target}}},
                           context.language)
                    << '\n';
    return complete ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay

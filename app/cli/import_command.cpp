// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/report_json.h"
#include "core/table/reader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kMostProfileBytes = 1 << 20;

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

/// Ids follow from what is read, so that equal input gives equal documents; the document that a file goes into is part
/// of it: the same file may have gone into it before.
QByteArray seedOf(std::span<const Workbook> workbooks, const QString &document)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Workbook &workbook : workbooks)
        for (const Sheet &sheet : workbook.sheets) {
            hash.addData(sheet.name.toUtf8());
            for (const Cell &cell : sheet.cells)
                hash.addData(QByteArray::number(cell.row) + ':' + QByteArray::number(cell.column) + ':' +
                             cell.text.toUtf8() + '\n');
        }
    if (QFile file(document); !document.isEmpty() && file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result();
}

/// The word or the profile file behind --map.
Result<ImportOptions> optionsOf(const QString &map)
{
    ImportOptions options;
    if (map.isEmpty() || map == u"auto"_s)
        return options;
    if (map == u"template"_s)
        options.mapping = Mapping::Template;
    else if (map == u"area-list"_s)
        options.mapping = Mapping::AreaList;
    else if (map == u"danh-sach"_s)
        options.mapping = Mapping::List;
    else if (map == u"id-parent"_s)
        options.mapping = Mapping::Tree;
    if (options.mapping != Mapping::Automatic)
        return options;
    QStringList words{u"auto"_s, u"template"_s, u"area-list"_s, u"danh-sach"_s, u"id-parent"_s};
    for (const ImportProfile &profile : builtInProfiles()) {
        if (profile.id == map) {
            options.profile = profile;
            return options;
        }
        if (!words.contains(profile.id))
            words += profile.id;
    }
    QFile file(map);
    if (!map.endsWith(u".toml"_s, Qt::CaseInsensitive))
        return fail(
            u"bad-value"_s,
            {{u"option"_s, u"--map"_s}, {u"value"_s, map}, {u"allowed"_s, words.join(u", "_s) + u", *.toml"_s}});
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"file-not-found"_s, {}, {map});
    if (file.size() > kMostProfileBytes)
        return fail(u"too-large"_s, {{u"limit"_s, u"1 MB"_s}}, {map});
    BM_TRY(options.profile, readProfile(file.readAll(), map));
    return options;
}

/// The order of a rearrangement, where both its parts are given.
Result<std::optional<Order>> orderOf(const Arguments &arguments)
{
    BM_TRY(const std::optional<Day> from, arguments.day(u"--effective"_s));
    const QString number = arguments.value(u"--document"_s);
    if (!from || number.isEmpty())
        return std::nullopt;
    Order order{{}, *from};
    order.document.number = number;
    return order;
}

/// How many items of each kind a file changes in a document; what is missing in the file stays.
QMap<QString, int> countsOf(std::span<const ImportItem> items)
{
    QMap<QString, int> counts;
    for (const auto &[kind, name] :
         {std::pair(ImportItem::Kind::Added, u"added"_s), std::pair(ImportItem::Kind::Renamed, u"renamed"_s),
          std::pair(ImportItem::Kind::Moved, u"moved"_s), std::pair(ImportItem::Kind::Changed, u"changed"_s),
          std::pair(ImportItem::Kind::Missing, u"missing"_s)})
        counts[name] = static_cast<int>(std::ranges::count(items, kind, &ImportItem::kind));
    return counts;
}

enum class Into { NewDocument, Document };

/// A new document begins with what was imported, without a log: the same input gives the same bytes.
Result<> write(ImportPlan &&plan, Session &session, Into into, const QString &target)
{
    if (into == Into::NewDocument) {
        BM_TRY(const QString written, saveDocument(*plan.after, target));
        return {};
    }
    BM_TRY_VOID(session.apply(std::move(plan.change)));
    return session.saveAs(target);
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

    auto options = optionsOf(arguments.value(u"--map"_s));
    const auto order = orderOf(arguments);
    if (!options || !order)
        return context.refuse(options ? order.error() : options.error());
    options->order = *order;
    const auto workbooks = readInputs(context);
    if (!workbooks)
        return context.refuse(workbooks.error());
    SessionPorts ports = systemPorts();
    const auto date = arguments.day(u"--date"_s);
    if (!date)
        return context.refuse(date.error());
    if (*date) // the log of a document that is added to says it
        ports.now = [day = **date] { return QDateTime(day.toDate(), QTime(0, 0), Qt::UTC); };
    ports.ids = std::make_shared<SeededIdSource>(seedOf(*workbooks, arguments.value(u"--into"_s)));
    auto session = arguments.has(u"--into"_s) ? Session::open(arguments.value(u"--into"_s), ports)
                                              : std::make_unique<Session>(ports);
    if (!session)
        return context.refuse(session.error());
    auto plan = planImport(*workbooks, (*session)->organisation(), *ports.ids, *options);
    if (!plan)
        return context.refuse(plan.error());

    const Into into = arguments.has(u"--into"_s) ? Into::Document : Into::NewDocument;
    QMap<QString, int> difference;
    if (into == Into::Document)
        difference = countsOf(differenceOf(*plan, (*session)->organisation()));
    const bool complete = plan->report.leftOut == 0 && plan->report.asked == 0;
    const bool writes = complete || arguments.has(u"--accept-all"_s);
    if (writes) {
        if (const Result<> written = write(*std::move(plan), **session, into, target); !written)
            return context.refuse(written.error());
    }
    if (json) {
        QJsonObject report = toJson(plan->report, context.messages);
        QJsonObject counts;
        for (const auto &[kind, count] : difference.asKeyValueRange())
            counts.insert(kind, count);
        if (!counts.isEmpty())
            report.insert(u"difference"_s, counts);
        context.out << QString::fromUtf8(QJsonDocument(report).toJson());
        return complete ? ExitCode::Done : ExitCode::Findings;
    }
    context.out << toText(plan->report, context.messages, context.language);
    if (!difference.isEmpty()) {
        MessageArgs counts;
        for (const auto &[kind, count] : difference.asKeyValueRange())
            counts.insert(kind, QString::number(count));
        context.out << context.messages.text({u"import-difference"_s, counts}, context.language) << '\n';
    }
    context.out << context.messages.text(
                       {writes ? u"import-written"_s : u"import-not-written"_s, {{u"file"_s, target}}},
                       context.language)
                << '\n';
    return complete ? ExitCode::Done : ExitCode::Findings;
}

} // namespace bomay

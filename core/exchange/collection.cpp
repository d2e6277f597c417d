// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/collection.h"

#include "core/base/toml.h"
#include "core/base/vietnamese_text.h"
#include "core/base/whole_file.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/sheet_rows.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"
#include "core/table/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

Result<QString> textOf(const TomlNode &table, const QString &key)
{
    const TomlNode *node = table.find(key);
    if (node == nullptr || node->string() == nullptr)
        return fail(u"round-field"_s, {{u"field"_s, key}}, node == nullptr ? table.place : node->place);
    return *node->string();
}

/// A name for a file that says whose it is and leads out of no folder.
QString fileNameOf(const QString &code, QSet<QString> &taken)
{
    QString name;
    for (const QChar letter : searchFold(code))
        name += letter.isLetterOrNumber() ? letter : u'-';
    QString own = name;
    for (int i = 2; taken.contains(own); ++i)
        own = name + u'-' + QString::number(i);
    taken.insert(own);
    return own + u".xlsx"_s;
}

/// The code of the first unit of a form; empty for a file that is none.
QString agencyOf(const Workbook &workbook)
{
    for (const Sheet &sheet : workbook.sheets) {
        const SheetSpec *spec = findSheetSpec(sheet.name);
        if (spec == nullptr || spec->id != SheetId::Units)
            continue;
        const auto rows = readSheetRows(workbook, sheet, *spec);
        if (!rows || rows->rows.empty())
            continue;
        const Cell *code = rows->rows.front().cells.value(u"ma"_s);
        return code == nullptr ? QString() : tidyName(code->text);
    }
    return {};
}

void compare(FormReturn &back, const Workbook &workbook, const Organisation &organisation, IdSource &ids)
{
    const auto plan = planImport({&workbook, 1}, organisation, ids);
    if (!plan) {
        back.state = ReturnState::Unreadable;
        back.fault = plan.error();
        return;
    }
    back.changes = static_cast<int>(differenceOf(*plan, organisation).size());
    back.leftOut = plan->report.leftOut + plan->report.asked;
    back.state = back.changes + back.leftOut > 0 ? ReturnState::Changed : ReturnState::Unchanged;
}

} // namespace

Result<CollectionRound> readRound(const QByteArray &text, const QString &file)
{
    BM_TRY(const TomlNode root, parseToml(text, file));
    CollectionRound round;
    BM_TRY(round.title, textOf(root, u"title"_s));
    BM_TRY(const QString due, textOf(root, u"due"_s));
    const std::optional<Day> day = Day::parseIso(due);
    const TomlNode *agencies = root.find(u"agency"_s);
    if (!day || agencies == nullptr || agencies->array() == nullptr)
        return fail(u"round-field"_s, {{u"field"_s, day ? u"agency"_s : u"due"_s}}, root.place);
    round.due = *day;
    for (const TomlNode &node : *agencies->array()) {
        CollectionRound::Agency agency;
        BM_TRY(agency.code, textOf(node, u"code"_s));
        BM_TRY(agency.name, textOf(node, u"name"_s));
        BM_TRY(agency.file, textOf(node, u"file"_s));
        round.agencies.push_back(std::move(agency));
    }
    return round;
}

QByteArray writeRound(const CollectionRound &round)
{
    QString text = u"title = %1\ndue = %2\n"_s.arg(tomlString(round.title), tomlString(round.due.toIso()));
    for (const CollectionRound::Agency &agency : round.agencies)
        text += u"\n[[agency]]\ncode = %1\nname = %2\nfile = %3\n"_s.arg(
            tomlString(agency.code), tomlString(agency.name), tomlString(agency.file));
    return text.toUtf8();
}

Result<CollectionRound> loadRound(const QString &path)
{
    constexpr qint64 kMostBytes = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"file-not-found"_s, {}, {path});
    if (file.size() > kMostBytes)
        return fail(u"too-large"_s, {{u"limit"_s, u"1 MB"_s}}, {path});
    return readRound(file.readAll(), path);
}

QString returnsFolderOf(const QString &roundPath)
{
    return QFileInfo(roundPath).dir().filePath(u"nhan-ve"_s);
}

Result<CollectionRound> sendForms(const Organisation &organisation, const OrgView &view,
                                  std::span<const UnitId> agencies, const QString &title, Day due,
                                  const QString &folder, std::optional<Day> created)
{
    CollectionRound round{title, due, {}};
    const QDir dir(folder);
    const QString path = dir.filePath(kRoundFile);
    QStringList files{kRoundFile};
    std::vector<UnitId> units;
    QSet<QString> taken;
    for (const UnitId id : agencies) {
        const int unit = view.indexOf(id);
        BM_CHECK(unit >= 0, continue);
        const ViewUnit &agency = view.units()[static_cast<std::size_t>(unit)];
        round.agencies.push_back({agency.code, agency.state.name, fileNameOf(agency.code, taken)});
        files += round.agencies.back().file;
        units.push_back(id);
    }
    for (const QString &file : files)
        if (dir.exists(file))
            return fail(u"round-there"_s, {{u"file"_s, file}}, {dir.path()});
    if (!QDir().mkpath(returnsFolderOf(path)))
        return fail(u"cannot-write-file"_s, {}, {path});
    for (std::size_t i = 0; i < units.size(); ++i) {
        const Workbook rows = templateRows(organisation, view, units[i]);
        BM_TRY(const OutWorkbook form, templateWorkbook(&rows, created, TemplateUse::Locked));
        BM_TRY_VOID(writeXlsx(form, dir.filePath(round.agencies[i].file)));
    }
    BM_TRY_VOID(writeWholeFile(path, writeRound(round)));
    return round;
}

std::vector<FormReturn> awaitedForms(const CollectionRound &round, Day today)
{
    std::vector<FormReturn> forms;
    for (const CollectionRound::Agency &agency : round.agencies)
        forms.push_back({agency, round.due < today ? ReturnState::Overdue : ReturnState::Missing});
    return forms;
}

QStringList formsIn(const QString &folder)
{
    const QDir dir(folder);
    QStringList paths;
    for (const QString &name :
         dir.entryList({u"*.xlsx"_s, u"*.xlsm"_s, u"*.xls"_s, u"*.ods"_s}, QDir::Files, QDir::Time))
        if (!name.startsWith(u"~$"_s)) // beside a workbook that is open in Excel
            paths += dir.filePath(name);
    return paths;
}

bool takeReturn(std::vector<FormReturn> &forms, const QString &path, const Organisation &organisation, IdSource &ids)
{
    const auto workbook = readWorkbook(path);
    const QString code = workbook ? agencyOf(*workbook) : QString();
    auto form = std::ranges::find_if(
        forms, [&code](const FormReturn &one) { return !code.isEmpty() && one.agency.code == code; });
    if (form == forms.end())
        form =
            std::ranges::find(forms, QFileInfo(path).fileName(), [](const FormReturn &one) { return one.agency.file; });
    if (form == forms.end())
        return false;
    if (!form->path.isEmpty())
        return true;
    form->path = path;
    if (workbook)
        compare(*form, *workbook, organisation, ids);
    else
        std::tie(form->state, form->fault) = std::pair(ReturnState::Unreadable, workbook.error());
    return true;
}

std::vector<FormReturn> lookAtReturns(const CollectionRound &round, const QString &folder,
                                      const Organisation &organisation, IdSource &ids, Day today,
                                      QStringList *strangers)
{
    std::vector<FormReturn> forms = awaitedForms(round, today);
    for (const QString &path : formsIn(folder))
        if (!takeReturn(forms, path, organisation, ids) && strangers != nullptr)
            *strangers += QFileInfo(path).fileName();
    return forms;
}

QString returnStateCode(ReturnState state)
{
    switch (state) {
    case ReturnState::Overdue:
        return u"overdue"_s;
    case ReturnState::Unchanged:
        return u"unchanged"_s;
    case ReturnState::Changed:
        return u"changed"_s;
    case ReturnState::Unreadable:
        return u"unreadable"_s;
    case ReturnState::Missing:
        break;
    }
    return u"missing"_s;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/collection.h"

#include "core/base/toml.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/import_difference.h"
#include "core/exchange/sheet_rows.h"
#include "core/exchange/template_rows.h"
#include "core/exchange/template_writer.h"
#include "core/table/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
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

Result<CollectionRound> sendForms(const Organisation &organisation, const OrgView &view,
                                  std::span<const UnitId> agencies, const QString &title, Day due,
                                  const QString &folder, std::optional<Day> created)
{
    CollectionRound round{title, due, {}};
    const QDir dir(folder);
    const QString path = dir.filePath(u"dot-thu-thap.toml"_s);
    if (!dir.mkpath(u"."_s))
        return fail(u"cannot-write-file"_s, {}, {path});
    QSet<QString> taken;
    for (const UnitId id : agencies) {
        const int unit = view.indexOf(id);
        BM_CHECK(unit >= 0, continue);
        const ViewUnit &agency = view.units()[static_cast<std::size_t>(unit)];
        const Workbook rows = templateRows(organisation, view, id);
        BM_TRY(const OutWorkbook form, templateWorkbook(&rows, created, TemplateUse::Locked));
        round.agencies.push_back({agency.code, agency.state.name, fileNameOf(agency.code, taken)});
        BM_TRY_VOID(writeXlsx(form, dir.filePath(round.agencies.back().file)));
    }
    const QByteArray text = writeRound(round);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(u"cannot-write-file"_s, {}, {path}, file.errorString());
    return round;
}

std::vector<FormReturn> lookAtReturns(const CollectionRound &round, const QString &folder,
                                      const Organisation &organisation, IdSource &ids, Day today,
                                      QStringList *strangers)
{
    std::vector<FormReturn> returns;
    for (const CollectionRound::Agency &agency : round.agencies)
        returns.push_back({agency, round.due < today ? ReturnState::Overdue : ReturnState::Missing});
    const QStringList kinds{u"*.xlsx"_s, u"*.xlsm"_s, u"*.xls"_s, u"*.ods"_s};
    for (const QFileInfo &info : QDir(folder).entryInfoList(kinds, QDir::Files, QDir::Time)) {
        // One that cannot be read is known by its name alone.
        const auto workbook = readWorkbook(info.filePath());
        const QString code = workbook ? agencyOf(*workbook) : QString();
        const auto back = std::ranges::find_if(returns, [&](const FormReturn &form) {
            return code.isEmpty() ? form.agency.file == info.fileName() : form.agency.code == code;
        });
        if (back == returns.end()) {
            if (strangers != nullptr)
                *strangers += info.fileName();
        } else if (back->path.isEmpty()) {
            back->path = info.filePath();
            if (workbook)
                compare(*back, *workbook, organisation, ids);
            else
                std::tie(back->state, back->fault) = std::pair(ReturnState::Unreadable, workbook.error());
        }
    }
    return returns;
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

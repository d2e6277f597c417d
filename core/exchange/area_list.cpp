// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/area_list.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/understanding.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A column of names with types, in the order of the sheet, which is from the largest area to the smallest.
struct LevelColumn
{
    int column = 0;
    int named = 0;
    int filled = 0;
};

std::map<int, LevelColumn> inspect(const Sheet &sheet)
{
    std::map<int, LevelColumn> columns;
    const int headerRow = sheet.cells.empty() ? 0 : sheet.cells.front().row;
    for (const Cell &cell : sheet.cells) {
        if (cell.row == headerRow)
            continue;
        LevelColumn &column = columns[cell.column];
        column.column = cell.column;
        ++column.filled;
        if (localityTypeFromName(cell.text, LocalityType::Province) != LocalityType::Unknown)
            ++column.named;
    }
    return columns;
}

std::vector<int> levelColumns(const Sheet &sheet)
{
    std::vector<int> levels;
    for (const auto &[number, column] : inspect(sheet))
        if (column.named * 10 >= column.filled * 9)
            levels.push_back(number);
    return levels;
}

/// How large the areas of a column are: 1 province, 2 district, 3 commune, the smallest that is seen; 0 = none. A
/// "Thành phố" may be either of the upper two.
int rankOf(const Sheet &sheet, int column)
{
    int rank = 0;
    for (const Cell &cell : sheet.cells) {
        if (cell.column != column)
            continue;
        switch (localityTypeFromName(cell.text, LocalityType::Unknown)) {
        case LocalityType::CentralCity:
        case LocalityType::Province:
            rank = std::max(rank, 1);
            break;
        case LocalityType::UrbanDistrict:
        case LocalityType::RuralDistrict:
        case LocalityType::Town:
        case LocalityType::CityInCity:
            rank = std::max(rank, 2);
            break;
        case LocalityType::Ward:
        case LocalityType::Commune:
        case LocalityType::Township:
        case LocalityType::SpecialZone:
            return 3;
        case LocalityType::Unknown:
            break;
        }
    }
    return rank;
}

/// A code from a path of names, readable and stable: "thanh-pho-ho-chi-minh/quan-1/phuong-ben-nghe".
QString codeOfPath(const QStringList &path)
{
    QStringList parts;
    for (const QString &name : path)
        parts += searchFold(name).replace(u' ', u'-');
    return parts.join(u'/');
}

} // namespace

bool looksLikeAreaList(const Sheet &sheet)
{
    const std::vector<int> levels = levelColumns(sheet);
    // Communes beside communes are no levels: a list of which came from which is another matter.
    return levels.size() >= 2 && rankOf(sheet, levels.front()) < rankOf(sheet, levels.back());
}

void importAreaList(ImportContext &context, const Workbook &workbook, const Sheet &sheet)
{
    const std::vector<int> levels = levelColumns(sheet);
    const int headerRow = sheet.cells.empty() ? 0 : sheet.cells.front().row;
    std::map<int, std::map<int, QString>> rows;
    for (const Cell &cell : sheet.cells)
        if (cell.row != headerRow && std::ranges::find(levels, cell.column) != levels.end())
            rows[cell.row].emplace(cell.column, tidyName(cell.text));

    // Names that differ only by their marks would have one code.
    QHash<QString, QString> codes;  // folded path → code
    QHash<QString, QString> byPath; // as written; folding every row would take most of the time
    QSet<QString> taken;
    const auto codeOf = [&](const QStringList &path) {
        const QString written = path.join(u'/');
        if (const auto known = byPath.constFind(written); known != byPath.constEnd())
            return *known;
        QString &code = codes[nameFold(written)];
        if (code.isEmpty()) {
            const QString plain = codeOfPath(path);
            code = plain;
            for (int n = 2; taken.contains(code); ++n)
                code = plain + u'-' + QString::number(n);
            taken.insert(code);
        }
        byPath.insert(written, code);
        return code;
    };

    ImportReport &report = context.report;
    const auto note = [&](DiagnosticSeverity severity, const QString &code, MessageArgs args, int row) {
        report.diagnostics.push_back({severity, {code, std::move(args)}, {workbook.file, sheet.name, row, 0}});
    };
    for (const auto &[row, cells] : rows) {
        ++report.rows;
        QStringList path;
        LocalityId above;
        LocalityType aboveType = LocalityType::Unknown;
        bool isNew = false;
        for (const auto &[column, name] : cells) {
            if (name.isEmpty())
                continue;
            path += name;
            const QString code = codeOf(path);
            LocalityState state;
            state.name = name;
            state.type = localityTypeFromName(name, aboveType);
            state.parent = above;
            aboveType = state.type;
            above = context.findLocality(code);
            isNew = above.isNull();
            if (!isNew)
                continue;
            above = context.ids.make<LocalityId>();
            context.localities.insert(code, above);
            context.builder.put(Locality{above, code, {state}});
            ++report.localities;
        }
        if (isNew) {
            ++report.taken;
        } else {
            ++report.leftOut;
            ++report.duplicates;
            note(DiagnosticSeverity::Error, u"duplicate-area"_s, {{u"name"_s, path.join(u", "_s)}}, row);
        }
    }
    note(DiagnosticSeverity::Info, u"area-list-read"_s,
         {{u"count"_s, QString::number(report.localities)}, {u"levels"_s, QString::number(sizeOf(levels))}}, headerRow);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_rows.h"

#include "core/base/messages.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/locality_import.h"
#include "core/exchange/post_import.h"
#include "core/exchange/row_parts.h"
#include "core/exchange/unit_import.h"

#include <QFileInfo>

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

TakenColumns::TakenColumns(const SheetTable &table, std::initializer_list<ColumnMeaning> meanings)
    : TakenColumns(table, columnsOf(table, meanings))
{}

TakenColumns::TakenColumns(const SheetTable &table, QSet<int> columns)
    : m_taken(std::move(columns))
{
    for (const auto &[column, header] : table.headers)
        if (!m_taken.contains(column))
            m_others.emplace(column, QString(header).replace(u'\n', u" / "_s));
}

QSet<int> TakenColumns::columnsOf(const SheetTable &table, std::initializer_list<ColumnMeaning> meanings)
{
    QSet<int> columns;
    for (const ColumnMeaning meaning : meanings)
        if (const auto column = table.meanings.find(meaning); column != table.meanings.end())
            columns.insert(column->second);
    return columns;
}

void TakenColumns::keepOthers(SheetRow &made, CellRow row) const
{
    for (const Cell &cell : row) {
        if (m_taken.contains(cell.column))
            continue;
        const QString text = cell.text.trimmed();
        const auto header = m_others.find(cell.column);
        if (!text.isEmpty())
            made.custom.insert(header == m_others.end() ? columnName(cell.column) : header->second, text);
    }
}

QString ForeignRows::unitFor(const SheetTable &table, const QString &above, const QString &name, const Cell *cell,
                             int row)
{
    const auto code = codes.of(above, name);
    if (!code.isNew)
        return code.code;
    SheetRow &unit = units.add(table, row);
    unit.counts = false;
    units.set(unit, u"ten", name, cell);
    units.set(unit, u"ma", code.code, cell);
    units.set(unit, mapped::kProvisional, u"1"_s, cell);
    if (!above.isEmpty())
        units.set(unit, u"ma_cap_tren", above, cell);
    return code.code;
}

void ForeignRows::note(const SheetTable &table, DiagnosticSeverity severity, const QString &code, MessageArgs args,
                       int row, int column)
{
    context.report.diagnostics.push_back(
        {severity, {code, std::move(args)}, {table.workbook->file, table.sheet->name, row, column}});
}

void ForeignRows::tellParts(const SheetTable &table)
{
    const Cell *signature = nullptr;
    const Cell *behind = nullptr; // the first row of data below it
    int count = 0;
    bool hasData = false;
    tellOtherTable(table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Cell &first = table.rows[i].front();
        const RowPart part = table.parts[i];
        const bool isHeaderAgain = part == RowPart::Header && hasData;
        hasData = hasData || part == RowPart::Data;
        if (isHeaderAgain || part == RowPart::Total || part == RowPart::Note || part == RowPart::OtherSurrounding)
            note(table, DiagnosticSeverity::Info,
                 isHeaderAgain            ? u"row-is-header"_s
                 : part == RowPart::Total ? u"row-is-total"_s
                                          : u"row-is-note"_s,
                 {{u"text"_s, tidyName(first.text)}}, first.row, first.column);
        if (part != RowPart::Signature)
            continue;
        signature = signature == nullptr ? &first : signature;
        if (looksLikeData(table, table.rows[i])) {
            behind = behind == nullptr ? &first : behind;
            ++count;
        }
    }
    if (behind != nullptr)
        note(table, DiagnosticSeverity::Warning, u"rows-after-signature"_s,
             {{u"count"_s, QString::number(count)},
              {u"text"_s, tidyName(signature->text)},
              {u"row"_s, QString::number(signature->row)}},
             behind->row, behind->column);
}

/// They are rows of the file all the same: left out, with the reason.
void ForeignRows::tellOtherTable(const SheetTable &table)
{
    const auto first = std::ranges::find(table.parts, RowPart::OtherTable);
    if (first == table.parts.end())
        return;
    const auto count = static_cast<int>(std::ranges::count(table.parts, RowPart::OtherTable));
    for (int i = 0; i < count; ++i)
        context.countRow(DiagnosticSeverity::Error);
    const Cell &cell = table.rows[static_cast<std::size_t>(first - table.parts.begin())].front();
    note(table, DiagnosticSeverity::Error, u"rows-of-other-table"_s, {{u"count"_s, QString::number(count)}}, cell.row,
         cell.column);
}

namespace {

constexpr std::u16string_view kCode = u"ma";
constexpr std::u16string_view kName = u"ten";
constexpr std::u16string_view kParent = u"ma_cap_tren";

QString textOf(const SheetRow &row, std::u16string_view column)
{
    const Cell *cell = row.cells.value(column);
    return cell == nullptr ? QString() : tidyName(cell->text);
}

bool hasMadeCode(const SheetRow &unit)
{
    return unit.cells.contains(mapped::kProvisional);
}

/// The codes that were made for units of each name, folded.
QHash<QString, QSet<QString>> madeByName(const std::vector<SheetRow> &units)
{
    QHash<QString, QSet<QString>> codes;
    for (const SheetRow &unit : units)
        if (hasMadeCode(unit))
            codes[nameFold(textOf(unit, kName))].insert(textOf(unit, kCode));
    return codes;
}

/// Puts other codes where these stand in a column.
void replaceCodes(MappedRows &rows, std::u16string_view column, const QHash<QString, QString> &codes)
{
    for (SheetRow &row : rows.rows().rows)
        if (const auto other = codes.constFind(textOf(row, column)); other != codes.constEnd())
            rows.set(row, column, *other, row.cells.value(column));
}

} // namespace

/// A unit that has no code in the file and stands where the document has none of its name may be one that moved: it is
/// if it is the only one of its name on both sides, and the file speaks of the place that it left, or says nothing of
/// where it stands. Else it is another one: every sở has a "Văn phòng".
void ForeignRows::recogniseMoved()
{
    QSet<QString> named;
    for (const SheetRow &unit : units.rows().rows)
        named.insert(textOf(unit, kCode));
    const auto sameName = madeByName(units.rows().rows);
    QHash<QString, QString> moved; // made code → the document's
    for (const SheetRow &unit : units.rows().rows) {
        const QString made = textOf(unit, kCode);
        if (!hasMadeCode(unit) || moved.contains(made) || !context.base.unitsWithCode(made).isEmpty())
            continue;
        const QString name = textOf(unit, kName);
        const QString parent = moved.value(textOf(unit, kParent), textOf(unit, kParent));
        UnitCodes::Known known = codes.inPlace(parent, name);
        if (known.code.isEmpty() || named.contains(known.code)) {
            known = codes.onlyNamed(name);
            if (known.code.isEmpty() || named.contains(known.code))
                continue;
            const bool speaksOfItsPlace = parent.isEmpty() || known.parent.isEmpty() || named.contains(known.parent);
            if (!speaksOfItsPlace || sameName.value(nameFold(name)).size() > 1) {
                context.report.diagnostics.push_back({DiagnosticSeverity::Info,
                                                      {u"unit-named-alike"_s, {{u"name"_s, name}}},
                                                      units.rows().place(unit, toQString(kName))});
                continue;
            }
        }
        moved.insert(made, known.code);
        named.insert(known.code);
    }
    if (moved.isEmpty())
        return;
    replaceCodes(units, kCode, moved);
    replaceCodes(units, kParent, moved);
    replaceCodes(posts, u"ma_don_vi", moved);
}

void ForeignRows::import()
{
    recogniseMoved();
    if (!localities.isEmpty())
        importLocalities(context, localities.rows());
    if (units.isEmpty() && posts.isEmpty())
        return;
    const UnitDirectory directory = importUnits(context, units.rows());
    importPosts(context, posts.rows(), directory);
}

QString baseNameOf(const SheetTable &table)
{
    return QFileInfo(table.workbook->file).completeBaseName();
}

} // namespace bomay

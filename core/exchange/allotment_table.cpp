// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/allotment_table.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/exchange/import_context.h"
#include "core/table/csv_scanner.h"
#include "core/table/table_limits.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostTableBytes = 16 * 1024 * 1024;

const QString kCodeTitle = u"ma"_s;
const QString kNameTitle = u"ten"_s;
const QString kDeputies = u"cap_pho_giao"_s;
const QString kStaff = u"bien_che_giao"_s;

constexpr std::array kColumns{
    ColumnSpec{u"ma", u"Mã đơn vị", u"Unit code", ColumnType::Code},
    ColumnSpec{u"ten", u"Tên đơn vị", u"Unit name"},
    ColumnSpec{u"cap_pho_giao", u"Số cấp phó được giao", u"Deputies allotted", ColumnType::Number},
    ColumnSpec{u"bien_che_giao", u"Biên chế giao", u"Posts allotted", ColumnType::Number},
};
constexpr SheetSpec kSpec{SheetId::Units, u"GIAO", u"Giao cấp phó, biên chế", u"Allotments", kColumns};

/// How decisions call the columns, folded as `templateKey` does.
struct Alias
{
    std::u16string_view title;
    std::u16string_view column;
};
constexpr std::array kAliases{
    Alias{u"ma don vi", u"ma"},
    Alias{u"ten co quan", u"ten"},
    Alias{u"ten co quan, don vi", u"ten"},
    Alias{u"ten co quan, to chuc, don vi", u"ten"},
    Alias{u"co quan", u"ten"},
    Alias{u"co quan, don vi", u"ten"},
    Alias{u"co quan, to chuc, don vi", u"ten"},
    Alias{u"don vi", u"ten"},
    Alias{u"cap pho", u"cap_pho_giao"},
    Alias{u"so cap pho", u"cap_pho_giao"},
    Alias{u"so luong cap pho", u"cap_pho_giao"},
    Alias{u"so luong cap pho duoc giao", u"cap_pho_giao"},
    Alias{u"cap pho duoc giao", u"cap_pho_giao"},
    Alias{u"bien che", u"bien_che_giao"},
    Alias{u"bien che duoc giao", u"bien_che_giao"},
    Alias{u"so bien che", u"bien_che_giao"},
    Alias{u"so luong bien che", u"bien_che_giao"},
};

Workbook cellsOf(const QByteArray &bytes)
{
    Workbook workbook{{}, {{toQString(kSpec.code), SheetState::Visible, {}}}};
    CsvScanner scanner(bytes, '\t');
    while (scanner.next())
        if (const QString text = QString::fromUtf8(scanner.field()).trimmed(); !text.isEmpty())
            workbook.sheets.front().cells.push_back({scanner.row(), scanner.column(), CellType::Text, text});
    return workbook;
}

bool isFigure(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isLetter(); }) &&
           std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

/// Titles of decisions become those of the template. Only above the first number: a unit may be called like a title.
void nameColumns(Sheet &sheet)
{
    for (Cell &cell : sheet.cells) {
        const QString key = templateKey(cell.text);
        const auto alias = std::ranges::find_if(kAliases, [&key](const Alias &a) { return key == toQString(a.title); });
        if (alias != kAliases.end())
            cell.text = toQString(alias->column);
        if (isFigure(cell.text) && cell.column > 1)
            return;
    }
}

/// Titles for a table that has none: words name the unit, one column of numbers behind them is that of deputies.
Result<> addTitles(Sheet &sheet)
{
    int name = 0;
    int number = 0;
    for (const Cell &cell : sheet.cells) {
        const bool isWords = cell.text.size() > 1 && !isFigure(cell.text);
        if (isWords && (name == 0 || cell.column < name))
            name = cell.column;
    }
    for (const Cell &cell : sheet.cells) {
        if (!isFigure(cell.text) || cell.column <= name || name == 0)
            continue;
        if (number != 0 && number != cell.column)
            return fail(u"allotment-no-columns"_s);
        number = cell.column;
    }
    if (number == 0)
        return fail(u"allotment-no-columns"_s);
    for (Cell &cell : sheet.cells)
        ++cell.row;
    const std::array titles{Cell{1, name, CellType::Text, kNameTitle}, Cell{1, number, CellType::Text, kDeputies}};
    sheet.cells.insert(sheet.cells.begin(), titles.begin(), titles.end());
    return {};
}

/// Units of a day by code and by name.
class UnitNames
{
public:
    UnitNames(const Organisation &base, Day day)
    {
        for (const Unit &unit : base.units())
            if (const UnitState *state = stateOn(unit, day)) {
                m_codes.insert(unit.code, unit.id);
                m_names[nameFold(state->name)] += unit.id;
                m_nearNames.add(state->name);
                m_nearCodes.add(unit.code);
            }
    }

    [[nodiscard]] UnitId withCode(const QString &code) const { return m_codes.value(code); }
    [[nodiscard]] QList<UnitId> named(const QString &name) const { return m_names.value(nameFold(name)); }
    [[nodiscard]] QString near(const QString &text) const
    {
        const QString names = m_nearNames.to(text);
        return names.isEmpty() ? m_nearCodes.to(text) : names;
    }

private:
    QHash<QString, UnitId> m_codes;
    QHash<QString, QList<UnitId>> m_names;
    NearCodes m_nearNames;
    NearCodes m_nearCodes;
};

/// Takes the rows one by one.
class AllotmentPlanner
{
public:
    AllotmentPlanner(const Organisation &base, const EditScope &scope, IdSource &ids)
        : m_context(base, ids)
        , m_scope(scope)
        , m_names(base, scope.mode == EditMode::Correct ? scope.day : scope.from)
    {}

    Result<> take(const SheetRows &sheet)
    {
        for (const SheetRow &sheetRow : sheet.rows) {
            RowReader row(sheet, sheetRow);
            const std::optional<int> deputies = row.number(kDeputies);
            const std::optional<int> staff = row.number(kStaff);
            const UnitId unit = unitOf(row);
            if (!unit.isNull() && row.worst() == DiagnosticSeverity::Info)
                BM_TRY_VOID(allot(row, unit, deputies, staff));
            m_context.finish(row);
        }
        return {};
    }

    ImportPlan plan()
    {
        Change change;
        change.title = u"Giao cấp phó, biên chế: %1 đơn vị"_s.arg(m_changed);
        if (m_scope.mode == EditMode::FromDate) {
            change.title += u" từ "_s + m_scope.from.toVietnamese();
            change.effective = PartialDate::fromDay(m_scope.from);
        }
        change.legalDocument = m_scope.document;
        change.images = std::move(m_images);
        change.id = m_context.ids.next();
        return {std::move(change), std::move(m_context.report)};
    }

private:
    /// Null where the row says why not.
    UnitId unitOf(RowReader &row)
    {
        const QString code = row.name(kCodeTitle);
        const QString name = row.name(kNameTitle);
        if (code.isEmpty() && name.isEmpty()) {
            row.report(DiagnosticSeverity::Error, u"missing-name"_s);
            return {};
        }
        if (templateKey(code.isEmpty() ? name : code).startsWith(u"tong "_s)) {
            row.report(DiagnosticSeverity::Error, u"allotment-total"_s, {{u"name"_s, name}});
            return {};
        }
        const QString given = code.isEmpty() ? name : code;
        if (const UnitId unit = m_names.withCode(given); !unit.isNull())
            return unit;
        const QList<UnitId> units = code.isEmpty() ? m_names.named(name) : QList<UnitId>();
        if (units.size() == 1)
            return units.front();
        if (units.size() > 1) {
            QStringList codes;
            for (const UnitId unit : units)
                codes += m_context.base.find(unit)->code;
            codes.sort();
            row.report(DiagnosticSeverity::Asked, u"allotment-ambiguous"_s,
                       {{u"name"_s, name}, {u"codes"_s, codes.join(u", "_s)}}, kNameTitle);
            return {};
        }
        const QString near = m_names.near(given);
        // What fits but for its marks may be meant, and may be another unit: the officer says.
        row.report(near.isEmpty() ? DiagnosticSeverity::Error : DiagnosticSeverity::Asked, u"unknown-unit"_s,
                   {{u"code"_s, given}, {u"near"_s, near}}, code.isEmpty() ? kNameTitle : kCodeTitle);
        return {};
    }

    Result<> allot(RowReader &row, UnitId unit, std::optional<int> deputies, std::optional<int> staff)
    {
        if (!deputies && !staff) {
            row.report(DiagnosticSeverity::Error, u"allotment-no-number"_s);
            return {};
        }
        if (!m_seen.insert(unit).second) {
            row.report(DiagnosticSeverity::Error, u"allotment-twice"_s);
            return {};
        }
        const Day day = m_scope.mode == EditMode::Correct ? m_scope.day : m_scope.from;
        const UnitState shown = *stateOn(*m_context.base.find(unit), day);
        UnitState state = shown;
        if (deputies)
            state.deputiesAllotted = deputies;
        if (staff)
            state.staffAllotted = staff;
        if (!m_scope.document.isEmpty())
            state.allotmentBasis = m_scope.document;
        Result<Change> change = changeUnit(m_context.base, unit, {shown, state}, m_scope);
        if (!change && change.error().code() == u"edit-no-change"_s)
            return {};
        BM_TRY(Change made, std::move(change));
        ++m_changed;
        for (RowImage &image : made.images)
            m_images.push_back(std::move(image));
        return {};
    }

    ImportContext m_context;
    const EditScope &m_scope;
    UnitNames m_names;
    std::unordered_set<UnitId> m_seen;
    std::vector<RowImage> m_images;
    int m_changed = 0;
};

} // namespace

Result<ImportPlan> planAllotments(const QString &table, const Organisation &base, const EditScope &scope, IdSource &ids)
{
    const QByteArray bytes = table.toUtf8();
    if (bytes.size() > kMostTableBytes)
        return failTooManyBytes(kMostTableBytes, {});
    Workbook workbook = cellsOf(bytes);
    nameColumns(workbook.sheets.front());
    Result<SheetRows> rows = readSheetRows(workbook, workbook.sheets.front(), kSpec);
    const auto has = [&rows](const QString &column) { return rows && rows->columns.contains(column); };
    int added = 0;
    if (!rows) {
        BM_TRY_VOID(addTitles(workbook.sheets.front()));
        added = 1;
        rows = readSheetRows(workbook, workbook.sheets.front(), kSpec);
    }
    if (!(has(kCodeTitle) || has(kNameTitle)) || !(has(kDeputies) || has(kStaff)))
        return fail(u"allotment-no-columns"_s);
    for (SheetRow &row : rows->rows)
        row.row -= added; // as it was pasted
    AllotmentPlanner planner(base, scope, ids);
    BM_TRY_VOID(planner.take(*rows));
    ImportPlan plan = planner.plan();
    if (plan.report.taken == 0 && plan.report.asked == 0) {
        Error error{{u"no-usable-row"_s}};
        for (const Diagnostic &diagnostic : plan.report.diagnostics)
            error.causes.push_back({diagnostic.message, diagnostic.place});
        return std::unexpected(std::move(error));
    }
    return plan;
}

} // namespace bomay

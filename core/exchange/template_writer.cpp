// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/template_writer.h"

#include "core/base/messages.h"
#include "core/base/numbers.h"
#include "core/exchange/sheet_rows.h"

#include <QFile>

#include <map>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// The drop-down lists of the sheet DANH_MUC: a column for each type, labels below its heading.
class ListSheet
{
public:
    ListSheet()
    {
        add<LocalityType>(ColumnType::LocalityTypes, u"Loại hình ĐVHC"_s);
        add<LocalityClass>(ColumnType::LocalityClasses, u"Loại ĐVHC"_s);
        add<UnitKind>(ColumnType::UnitKinds, u"Loại hình đơn vị"_s);
        add<Autonomy>(ColumnType::Autonomies, u"Mức tự chủ"_s);
        add<Reorganisation>(ColumnType::Reorganisations, u"Hình thức sắp xếp"_s);
        add<PostRole>(ColumnType::PostRoles, u"Vai trò"_s);
        add<AppointmentKind>(ColumnType::AppointmentKinds, u"Hình thức"_s);
        add<RelationType>(ColumnType::RelationTypes, u"Loại quan hệ"_s);
        add<QuotaKind>(ColumnType::QuotaKinds, u"Loại biên chế"_s);
        add<DutyState>(ColumnType::DutyStates, u"Trạng thái nhiệm vụ"_s);
    }

    [[nodiscard]] QString formulaOf(ColumnType type) const { return m_formulas.value(static_cast<int>(type)); }
    /// The label that officers read for a code; a text that is no code of the list stays.
    [[nodiscard]] QString labelOf(ColumnType type, const QString &text) const
    {
        return m_labels.value({static_cast<int>(type), templateKey(text)}, text);
    }
    [[nodiscard]] OutSheet take() { return std::move(m_sheet); }

private:
    template <typename Enum>
    void add(ColumnType type, const QString &heading)
    {
        const int column = sizeOf(m_sheet.columns) + 1;
        m_sheet.columns.push_back({.width = 34});
        int row = 1;
        m_sheet.cells.push_back({row, column, heading, false, CellStyle::Title});
        for (const auto &term : terms<Enum>())
            if (!term.code.empty())
                addTerm(type, {++row, column}, toQString(term.code), toQString(term.vi));
        const QString name = columnName(column);
        m_formulas.insert(static_cast<int>(type), u"=DANH_MUC!$%1$2:$%1$%2"_s.arg(name).arg(row));
    }

    void addTerm(ColumnType type, std::pair<int, int> cell, const QString &code, const QString &label)
    {
        m_sheet.cells.push_back({cell.first, cell.second, label, false, CellStyle::Plain, code});
        m_labels.insert({static_cast<int>(type), templateKey(code)}, label);
    }

    OutSheet m_sheet{.name = u"DANH_MUC"_s, .frozenRows = 1, .isLocked = true};
    QHash<int, QString> m_formulas;
    QHash<std::pair<int, QString>, QString> m_labels;
};

Result<OutSheet> instructionSheet()
{
    const QString path = u":/templates/huong-dan.txt"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(u"cannot-read-file"_s, {{u"file"_s, path}}, {.file = path}, file.errorString());
    OutSheet sheet{.name = u"HUONG_DAN"_s, .columns = {{.width = 110}}, .isLocked = true};
    int row = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (++row; !line.isEmpty())
            sheet.cells.push_back({row, 1, line, false, row == 1 ? CellStyle::Title : CellStyle::Plain});
    return sheet;
}

CellStyle headerStyle(ColumnUse use)
{
    switch (use) {
    case ColumnUse::Required:
        return CellStyle::Required;
    case ColumnUse::Usual:
        return CellStyle::Title;
    case ColumnUse::Optional:
        break;
    }
    return CellStyle::Optional;
}

/// Days are typed as days and not as the system's idea of them; codes keep their zeros.
CellFormat formatOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Code:
        return CellFormat::Text;
    case ColumnType::Date:
        return CellFormat::Day;
    default:
        return CellFormat::General;
    }
}

double widthOf(const ColumnSpec &column)
{
    if (column.code == u"ten" || column.code == u"noi_dung" || column.code == u"chuc_danh" ||
        column.code == u"ten_tai_lieu")
        return 46;
    return column.type == ColumnType::Text ? 24 : 16;
}

/// In a locked sheet groups of columns cannot be opened and filters not be set, so that it has none.
OutSheet dataSheet(const SheetSpec &spec, const ListSheet &lists, TemplateUse use)
{
    const bool isLocked = use == TemplateUse::Locked;
    OutSheet sheet{.name = toQString(spec.code), .frozenRows = 1, .hasFilter = !isLocked, .isLocked = isLocked};
    for (const ColumnSpec &column : spec.columns) {
        sheet.columns.push_back({.width = widthOf(column),
                                 .collapsed = column.use == ColumnUse::Optional && !isLocked,
                                 .listFormula = lists.formulaOf(column.type),
                                 .format = formatOf(column.type),
                                 .isInput = isLocked});
        sheet.cells.push_back(
            {1, sizeOf(sheet.columns), toQString(column.vi), false, headerStyle(column.use), toQString(column.hint)});
    }
    return sheet;
}

void addExample(OutSheet &sheet, const SheetSpec &spec)
{
    for (int i = 0; i < sizeOf(spec.columns); ++i)
        if (!spec.columns[uz(i)].example.empty())
            sheet.cells.push_back({2, i + 1, toQString(spec.columns[uz(i)].example), false, CellStyle::Example});
}

/// Columns that are none of the template's come after those, under their own headers.
void addCustomColumns(OutSheet &sheet, const SheetRows &rows, TemplateUse use)
{
    std::map<QString, int> columns;
    for (const SheetRow &row : rows.rows)
        for (const QString &header : row.custom.keys())
            columns.emplace(header, 0);
    for (auto &[header, column] : columns) {
        sheet.columns.push_back({.width = 24, .format = CellFormat::Text, .isInput = use == TemplateUse::Locked});
        column = sizeOf(sheet.columns);
        sheet.cells.push_back({1, column, header, false, CellStyle::Optional});
    }
    for (int i = 0; i < sizeOf(rows.rows); ++i)
        for (const auto &[header, text] : rows.rows[uz(i)].custom.asKeyValueRange()) {
            OutCell cell{i + 2, columns.at(header), text};
            cell.format = CellFormat::Text;
            if (use == TemplateUse::Locked)
                cell.style = CellStyle::Input;
            sheet.cells.push_back(std::move(cell));
        }
}

void addRows(OutSheet &sheet, const SheetSpec &spec, const SheetRows &rows, const ListSheet &lists, TemplateUse use)
{
    int row = 1;
    for (const SheetRow &source : rows.rows) {
        ++row;
        for (int i = 0; i < sizeOf(spec.columns); ++i) {
            const ColumnSpec &column = spec.columns[uz(i)];
            const Cell *cell = source.cells.value(column.code);
            if (cell == nullptr)
                continue;
            OutCell out{row, i + 1, lists.labelOf(column.type, cell->text), column.type == ColumnType::Number};
            out.format = formatOf(column.type);
            const bool isOwnCode = spec.id == SheetId::Units && column.code == u"ma";
            if (use == TemplateUse::Locked && !isOwnCode)
                out.style = CellStyle::Input;
            if (column.type == ColumnType::Date)
                out.day = Day::parseIso(cell->text); // a month or a year alone stays as it was written
            sheet.cells.push_back(std::move(out));
        }
    }
}

} // namespace

Result<OutWorkbook> templateWorkbook(const Workbook *filled, std::optional<Day> created, TemplateUse use)
{
    ListSheet lists;
    OutWorkbook workbook{u"Biểu nhập cơ cấu tổ chức"_s, {}, created};
    BM_TRY(OutSheet instruction, instructionSheet());
    workbook.sheets.push_back(std::move(instruction));
    for (const SheetSpec &spec : templateSheets()) {
        OutSheet sheet = dataSheet(spec, lists, use);
        if (filled == nullptr)
            addExample(sheet, spec);
        else
            for (const Sheet &source : filled->sheets)
                if (findSheetSpec(source.name) == &spec) {
                    BM_TRY(const SheetRows rows, readSheetRows(*filled, source, spec));
                    addRows(sheet, spec, rows, lists, use);
                    addCustomColumns(sheet, rows, use);
                }
        workbook.sheets.push_back(std::move(sheet));
    }
    workbook.sheets.push_back(lists.take());
    return workbook;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_plan.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/change/transaction.h"
#include "core/exchange/area_list.h"
#include "core/exchange/import_context.h"
#include "core/exchange/locality_import.h"
#include "core/exchange/post_import.h"
#include "core/exchange/quota_import.h"
#include "core/exchange/unit_import.h"
#include "core/model/statistics.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

/// A sheet and the workbook it came from.
struct Source
{
    const Workbook *workbook;
    const Sheet *sheet;
};

bool isNamedIn(const QString &name, std::span<const std::u16string_view> names)
{
    return std::ranges::any_of(
        names, [&name](std::u16string_view known) { return templateKey(name) == templateKey(toQString(known)); });
}

/// The template's sheets found in the workbooks, and a remark for every sheet that is not one.
class TemplateSheets
{
public:
    TemplateSheets(std::span<const Workbook> workbooks, ImportContext &context)
        : m_context(context)
    {
        for (const Workbook &workbook : workbooks)
            for (const Sheet &sheet : workbook.sheets)
                sort({&workbook, &sheet});
    }

    /// All sheets with one meaning.
    [[nodiscard]] std::vector<SheetRows> of(SheetId id) const
    {
        std::vector<SheetRows> found;
        for (const SheetRows &rows : m_sheets)
            if (rows.spec->id == id)
                found.push_back(rows);
        return found;
    }

    [[nodiscard]] bool isEmpty() const { return m_sheets.empty(); }

private:
    void sort(const Source &source)
    {
        const QString &name = source.sheet->name;
        if (isNamedIn(name, helperSheets()))
            return;
        if (const SheetSpec *spec = findSheetSpec(name)) {
            auto rows = readSheetRows(*source.workbook, *source.sheet, *spec);
            if (rows)
                m_sheets.push_back(*std::move(rows));
            else if (!source.sheet->cells.empty())
                note(DiagnosticSeverity::Error, rows.error().message, source);
            return;
        }
        if (source.sheet->cells.empty())
            return;
        const int rows = source.sheet->cells.back().row - source.sheet->cells.front().row;
        const Message message{isNamedIn(name, sheetsOfLaterVersions()) ? u"sheet-not-taken"_s : u"sheet-ignored"_s,
                              {{u"sheet"_s, name}, {u"rows"_s, QString::number(rows)}}};
        if (isNamedIn(name, sheetsOfLaterVersions())) {
            m_context.report.rows += rows;
            m_context.report.leftOut += rows;
            note(DiagnosticSeverity::Error, message, source);
        } else {
            note(DiagnosticSeverity::Warning, message, source);
        }
    }

    void note(DiagnosticSeverity severity, Message message, const Source &source)
    {
        m_context.report.diagnostics.push_back(
            {severity, std::move(message), {source.workbook->file, source.sheet->name}});
    }

    ImportContext &m_context;
    std::vector<SheetRows> m_sheets;
};

void importDocumentInfo(ImportContext &context, const SheetRows &sheet)
{
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        DocumentInfo info = context.base.info();
        if (const QString title = row.name(u"ten_tai_lieu"_s); !title.isEmpty())
            info.title = title;
        if (const PartialDate asOf = row.date(u"ngay_so_lieu"_s); !asOf.isEmpty())
            info.asOf = asOf;
        context.builder.put(info);
        context.finish(row);
    }
}

void importRelations(ImportContext &context, const SheetRows &sheet, const UnitDirectory &units)
{
    for (const SheetRow &sheetRow : sheet.rows) {
        RowReader row(sheet, sheetRow);
        const auto end = [&](const QString &column) {
            const QString code = row.name(column);
            const UnitId unit = units.find(code);
            if (unit.isNull())
                row.report(DiagnosticSeverity::Error, u"unknown-unit"_s,
                           {{u"code"_s, code}, {u"near"_s, nearMisses(code, units.codes())}}, column);
            return unit;
        };
        const UnitId from = end(u"tu"_s);
        const UnitId to = end(u"den"_s);
        const auto type = row.term<RelationType>(u"loai"_s, u"unknown-kind"_s);
        const Period period = row.period(u"tu_ngay"_s, u"den_ngay"_s);
        // The tree is DON_VI's business: a second parent from here would contradict it.
        if (!type || *type == RelationType::BelongsTo || *type == RelationType::ReportsTo)
            row.report(DiagnosticSeverity::Error, u"unknown-relation"_s, {{u"value"_s, row.text(u"loai"_s)}},
                       u"loai"_s);
        if (row.worst() != DiagnosticSeverity::Error)
            context.putRelation(*type, from, to, period);
        context.finish(row);
    }
}

void importTemplate(ImportContext &context, const TemplateSheets &sheets)
{
    for (const SheetRows &sheet : sheets.of(SheetId::Document))
        importDocumentInfo(context, sheet);
    for (const SheetRows &sheet : sheets.of(SheetId::Localities))
        importLocalities(context, sheet);
    UnitDirectory units(context.base);
    for (const SheetRows &sheet : sheets.of(SheetId::Units))
        units = importUnits(context, sheet);
    for (const SheetRows &sheet : sheets.of(SheetId::Posts))
        importPosts(context, sheet, units);
    for (const SheetRows &sheet : sheets.of(SheetId::Relations))
        importRelations(context, sheet, units);
    DocumentDirectory documents(context.base);
    for (const SheetRows &sheet : sheets.of(SheetId::LegalDocuments))
        importLegalDocuments(context, sheet, documents);
    for (const SheetRows &sheet : sheets.of(SheetId::Quotas))
        importQuotas(context, sheet, units, documents);
}

bool importAreaLists(ImportContext &context, std::span<const Workbook> workbooks)
{
    bool found = false;
    for (const Workbook &workbook : workbooks)
        for (const Sheet &sheet : workbook.sheets)
            if (looksLikeAreaList(sheet)) {
                importAreaList(context, workbook, sheet);
                found = true;
            }
    return found;
}

/// Roots, depth and the like are what they will be: counted on a copy that has taken the change.
Result<> countStructure(ImportPlan &plan, const Organisation &base)
{
    Organisation copy = base;
    BM_TRY_VOID(applyChange(copy, plan.change));
    // A day on which the file's rows are valid: the document's own, else one that open periods cover.
    const PartialDate asOf = copy.info().asOf;
    const OrgView view(copy, asOf.isEmpty() ? Day::latest() : asOf.lastDay());
    const Statistics counts = statisticsOf(copy, view);
    plan.report.roots = counts.roots;
    plan.report.maxDepth = counts.maxDepth;
    plan.report.vacant = counts.vacantSeats;
    plan.report.fte = counts.fte;
    return {};
}

Place wholeFile(std::span<const Workbook> workbooks)
{
    return {workbooks.empty() ? QString() : workbooks.front().file};
}

} // namespace

QString severityCode(DiagnosticSeverity severity)
{
    switch (severity) {
    case DiagnosticSeverity::Error:
        return u"error"_s;
    case DiagnosticSeverity::Asked:
        return u"asked"_s;
    case DiagnosticSeverity::Warning:
        return u"warning"_s;
    case DiagnosticSeverity::Info:
        break;
    }
    return u"info"_s;
}

namespace {

/// What the reader made of legacy text; by look alone it is worth a second look.
void tellConversions(ImportReport &report, const Workbook &workbook)
{
    for (const ConvertedText &note : workbook.conversions) {
        MessageArgs arguments{{u"cells"_s, QString::number(note.cells)},
                              {u"encoding"_s, legacyEncodingName(note.encoding)},
                              {u"before"_s, note.before},
                              {u"after"_s, note.after}};
        if (!note.byFont && note.encoding != LegacyEncoding::Decomposed)
            arguments.insert(u"confidence"_s, QString::number(std::lround(100 * note.confidence)));
        const auto severity =
            arguments.contains(u"confidence"_s) ? DiagnosticSeverity::Warning : DiagnosticSeverity::Info;
        report.diagnostics.push_back(
            {severity, {u"encoding-guess"_s, arguments}, {workbook.file, note.sheet, note.row, note.column}});
    }
}

} // namespace

Result<ImportPlan> planImport(std::span<const Workbook> workbooks, const Organisation &base, IdSource &ids,
                              Mapping mapping)
{
    ImportContext context(base, ids);
    const TemplateSheets sheets(workbooks, context);
    bool recognised = mapping != Mapping::AreaList && !sheets.isEmpty();
    if (recognised) {
        importTemplate(context, sheets);
    } else if (mapping != Mapping::Template) {
        context.report = {};
        recognised = importAreaLists(context, workbooks);
    }
    if (!recognised)
        return fail(u"nothing-recognised"_s, {}, wholeFile(workbooks));
    if (context.report.taken + context.report.asked == 0) {
        Error error{{u"no-usable-row"_s}, wholeFile(workbooks)};
        for (const Diagnostic &diagnostic : context.report.diagnostics)
            if (diagnostic.severity == DiagnosticSeverity::Error)
                error.causes.push_back({diagnostic.message, diagnostic.place});
        return std::unexpected(std::move(error));
    }
    for (const Workbook &workbook : workbooks)
        tellConversions(context.report, workbook);
    QStringList files;
    for (const Workbook &workbook : workbooks)
        files += workbook.file.section(u'/', -1);
    ImportPlan plan{
        {ids.next(), u"Nhập dữ liệu: "_s + files.join(u", "_s), {}, {}, {}, {}, context.builder.takeImages()},
        std::move(context.report)};
    BM_TRY_VOID(countStructure(plan, base));
    return plan;
}

} // namespace bomay

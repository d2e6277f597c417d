// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_plan.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/change/transaction.h"
#include "core/exchange/duty_import.h"
#include "core/exchange/foreign_tables.h"
#include "core/exchange/hidden_cells.h"
#include "core/exchange/import_context.h"
#include "core/exchange/locality_import.h"
#include "core/exchange/post_import.h"
#include "core/exchange/quota_import.h"
#include "core/exchange/rearrangement_list.h"
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
            if (rows) {
                tellHiddenRows(source, *rows);
                m_sheets.push_back(*std::move(rows));
            } else if (!source.sheet->cells.empty()) {
                note(DiagnosticSeverity::Error, rows.error().message, source);
            }
            return;
        }
        if (source.sheet->cells.empty())
            return;
        const int rows = source.sheet->cells.back().row - source.sheet->cells.front().row;
        note(DiagnosticSeverity::Warning,
             {u"sheet-ignored"_s, {{u"sheet"_s, name}, {u"rows"_s, QString::number(rows)}}}, source);
    }

    void tellHiddenRows(const Source &source, const SheetRows &rows)
    {
        if (!hidesAnything(*source.sheet))
            return;
        std::vector<CellRow> data = splitRows(*source.sheet);
        std::erase_if(data, [&rows](CellRow row) {
            return !std::ranges::binary_search(rows.rows, row.front().row, {}, &SheetRow::row);
        });
        tellHidden(m_context.report, *source.workbook, *source.sheet, data);
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
        context.day = row.date(u"ngay_so_lieu"_s);
        // Data of an earlier day put things right, but do not turn the document back; one of no day stays so. A form
        // has no title: it is a part of the document, whose day is not that of the whole.
        const bool isEmpty = context.base.units().size() == 0;
        const bool isWhole = isEmpty || !row.name(u"ten_tai_lieu"_s).isEmpty();
        const bool isNewer = info.asOf.isEmpty() ? isEmpty : info.asOf.firstDay() < context.day.firstDay();
        if (!context.day.isEmpty() && isWhole && isNewer)
            info.asOf = context.day;
        if (info != context.base.info())
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
                           {{u"code"_s, code}, {u"near"_s, units.nearMisses(code)}}, column);
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
    UnitDirectory units(context);
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
    for (const SheetRows &sheet : sheets.of(SheetId::Functions))
        importFunctions(context, sheet, units);
    for (const SheetRows &sheet : sheets.of(SheetId::Duties))
        importDuties(context, sheet, units);
}

/// Localities are in no drawn tree: they have one of their own.
RowTree treeOfAreas(const OrgView &view)
{
    RowTree tree;
    const auto localities = view.localities();
    for (const ViewLocality &locality : localities) {
        int depth = 1;
        for (int above = locality.parent; above >= 0 && depth <= sizeOf(localities); ++depth)
            above = localities[uz(above)].parent;
        tree.roots += depth == 1 ? 1 : 0;
        tree.maxDepth = std::max(tree.maxDepth, depth);
    }
    return tree;
}

/// Roots, depth and the like are what they will be, counted on a copy that has taken the change; where the file has a
/// tree of its own, they are that one's.
Result<> countStructure(ImportPlan &plan, const Organisation &base, std::optional<RowTree> tree)
{
    auto made = std::make_shared<Organisation>(base);
    Organisation &copy = *made;
    BM_TRY_VOID(applyChange(copy, plan.change));
    plan.after = std::move(made);
    // A day on which the file's rows are valid: the document's own, else one that open periods cover.
    const PartialDate asOf = copy.info().asOf;
    const OrgView view(copy, asOf.isEmpty() ? Day::latest() : asOf.lastDay());
    const Statistics counts = statisticsOf(copy, view);
    if (!tree && counts.units + counts.posts == 0)
        tree = treeOfAreas(view);
    plan.report.roots = tree ? tree->roots : counts.roots;
    plan.report.maxDepth = tree ? tree->maxDepth : counts.maxDepth;
    plan.report.vacant = tree ? tree->vacant : counts.vacantSeats;
    // Sums of decimal fractions: what is beyond a millionth is the binary's, not the file's.
    plan.report.fte = std::round(counts.fte * 1e6) / 1e6;
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
                              const ImportOptions &options)
{
    const Mapping mapping = options.mapping;
    if (mapping == Mapping::Automatic && !options.profile && hasRearrangement(workbooks)) {
        if (!options.order)
            return fail(u"rearrangement-order"_s, {}, wholeFile(workbooks));
        BM_TRY(ImportPlan plan, planRearrangement(workbooks, base, *options.order, ids));
        for (const Workbook &workbook : workbooks)
            for (const Sheet &sheet : workbook.sheets)
                tellHidden(plan.report, workbook, sheet, splitRows(sheet));
        BM_TRY_VOID(countStructure(plan, base, std::nullopt));
        return plan;
    }
    ImportContext context(base, ids);
    const TemplateSheets sheets(workbooks, context);
    const bool isTemplate =
        !options.profile && (mapping == Mapping::Automatic || mapping == Mapping::Template) && !sheets.isEmpty();
    std::optional<std::vector<TableReading>> readings;
    if (isTemplate) {
        importTemplate(context, sheets);
    } else if (mapping != Mapping::Template) {
        context.report = {};
        readings = importForeignTables(context, workbooks, options);
    }
    if (!isTemplate && !readings)
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
        std::move(context.report),
        std::move(context.named),
        isTemplate,
        std::move(readings).value_or(std::vector<TableReading>{})};
    BM_TRY_VOID(countStructure(plan, base, context.rowTree));
    return plan;
}

} // namespace bomay

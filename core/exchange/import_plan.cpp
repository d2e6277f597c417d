// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_plan.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/change/transaction.h"
#include "core/exchange/area_codes.h"
#include "core/exchange/area_list.h"
#include "core/exchange/import_context.h"
#include "core/exchange/level_columns.h"
#include "core/exchange/list_form.h"
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

/// The tables of sheets that are none of the template's, each read by its profile or as it looks.
class ForeignTables
{
public:
    ForeignTables(ImportContext &context, const ImportOptions &options)
        : m_rows(context)
        , m_options(options)
    {}

    /// Was there any?
    bool import(std::span<const Workbook> workbooks)
    {
        const TableHints hints = m_options.profile ? m_options.profile->hints : TableHints{};
        for (const Workbook &workbook : workbooks)
            for (const Sheet &sheet : workbook.sheets)
                m_found.push_back({&workbook, &sheet, findTable(workbook, sheet, hints)});
        bool found = mapAreas();
        for (const Found &one : m_found)
            found = (!m_areas.contains(one.sheet) && map(one)) || found;
        m_rows.import();
        return found;
    }

private:
    struct Found
    {
        const Workbook *workbook;
        const Sheet *sheet;
        std::optional<SheetTable> table;
    };

    [[nodiscard]] bool takes(Mapping mapping) const
    {
        return m_options.mapping == Mapping::Automatic || m_options.mapping == mapping;
    }

    /// Lists of areas by codes come together: the codes of one table are named by another.
    bool mapAreas()
    {
        if (m_options.profile || !takes(Mapping::AreaList))
            return false;
        std::vector<SheetTable> tables;
        bool found = false;
        for (const Found &one : m_found) {
            const bool isList = one.table && looksLikeAreaCodes(*one.table);
            found = found || isList;
            if (isList || (one.table && looksLikeTopAreas(*one.table)))
                tables.push_back(*one.table);
        }
        if (!found)
            return false;
        for (const SheetTable &table : tables)
            m_areas.insert(table.sheet);
        mapAreaCodes(m_rows, tables);
        return true;
    }

    bool map(const Found &one)
    {
        const auto &table = one.table;
        if (m_options.mapping == Mapping::Automatic && mapByProfile(one))
            return true;
        if (table && takes(Mapping::Tree) && looksLikeTree(*table))
            mapTree(m_rows, *table, {});
        else if (table && m_options.mapping == Mapping::Automatic && looksLikeLevels(*table))
            mapLevels(m_rows, *table);
        else if (table && takes(Mapping::List) && looksLikeList(*table))
            mapList(m_rows, *table);
        else if (takes(Mapping::AreaList) && looksLikeAreaList(*one.sheet))
            importAreaList(m_rows.context, *one.workbook, *one.sheet);
        else
            return false;
        return true;
    }

    /// The table as it is read by the profile that was asked for, else by one of the office whose headers are there,
    /// else by one of the program.
    [[nodiscard]] std::pair<const ImportProfile *, std::optional<SheetTable>> byProfile(const Found &one) const
    {
        if (m_options.profile)
            return {&*m_options.profile, one.table};
        for (const ImportProfile &saved : m_options.saved)
            if (auto own = findTable(*one.workbook, *one.sheet, saved.hints);
                own && recognise(*own, {&saved, 1}) != nullptr)
                return {&saved, std::move(own)};
        const ImportProfile *profile = one.table ? recognise(*one.table, builtInProfiles()) : nullptr;
        if (profile == nullptr)
            return {nullptr, std::nullopt};
        SheetTable table = *one.table;
        table.meanings = meaningsOfHeaders(table.headers, profile->hints.words);
        return {profile, std::move(table)};
    }

    bool mapByProfile(const Found &one)
    {
        const auto [profile, table] = byProfile(one);
        if (!table)
            return false;
        m_rows.context.codeMatch = profile->codes;
        m_rows.note(*table, DiagnosticSeverity::Info, u"profile-taken"_s, {{u"id"_s, profile->id}}, 0);
        if (profile->form == TableForm::Tree)
            mapTree(m_rows, *table, profile->tree);
        else
            mapList(m_rows, *table);
        return true;
    }

    ForeignRows m_rows;
    std::vector<Found> m_found;
    QSet<const Sheet *> m_areas;
    const ImportOptions &m_options;
};

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
    Organisation copy = base;
    BM_TRY_VOID(applyChange(copy, plan.change));
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
    ImportContext context(base, ids);
    const TemplateSheets sheets(workbooks, context);
    bool recognised =
        !options.profile && (mapping == Mapping::Automatic || mapping == Mapping::Template) && !sheets.isEmpty();
    if (recognised) {
        importTemplate(context, sheets);
    } else if (mapping != Mapping::Template) {
        context.report = {};
        recognised = ForeignTables(context, options).import(workbooks);
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
        std::move(context.report),
        std::move(context.named)};
    BM_TRY_VOID(countStructure(plan, base, context.rowTree));
    return plan;
}

} // namespace bomay

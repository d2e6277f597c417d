// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rearrangement_list.h"

#include "core/base/numbers.h"
#include "core/base/vietnamese_text.h"
#include "core/change/change_builder.h"
#include "core/change/locality_verbs.h"
#include "core/change/transaction.h"
#include "core/exchange/template_spec.h"
#include "core/exchange/understanding.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

enum class Part { NewCode, NewName, OldCode, OldName, Extent };

std::optional<Part> partOf(const QString &header)
{
    struct Words
    {
        Part part;
        std::vector<std::u16string_view> headers;
    };
    static const std::array<Words, 5> words{{
        {Part::NewCode, {u"ma moi", u"ma dvhc moi", u"ma don vi moi", u"ma so moi", u"new code"}},
        {Part::NewName,
         {u"ten moi", u"ten dvhc moi", u"dvhc moi", u"don vi moi", u"ten don vi moi", u"don vi hanh chinh moi",
          u"ten don vi hanh chinh moi", u"new name"}},
        {Part::OldCode, {u"ma cu", u"ma dvhc cu", u"ma don vi cu", u"ma so cu", u"old code"}},
        {Part::OldName,
         {u"ten cu", u"ten dvhc cu", u"dvhc cu", u"don vi cu", u"ten don vi cu", u"don vi hanh chinh cu",
          u"ten don vi hanh chinh cu", u"old name"}},
        {Part::Extent, {u"kieu", u"pham vi", u"hinh thuc", u"toan bo mot phan", u"extent"}},
    }};
    const QString key = headerKey(header);
    for (const Words &word : words)
        if (std::ranges::any_of(word.headers, [&key](std::u16string_view known) { return key == QStringView(known); }))
            return word.part;
    return std::nullopt;
}

using Columns = std::map<Part, int>;

/// The columns that a row of headers names; none where one of the four is missing.
Columns columnsOf(CellRow row)
{
    Columns columns;
    for (const Cell &cell : row)
        if (const auto part = partOf(cell.text))
            columns.emplace(*part, cell.column);
    const bool isWhole = std::ranges::all_of(std::array{Part::NewCode, Part::NewName, Part::OldCode, Part::OldName},
                                             [&columns](Part part) { return columns.contains(part); });
    return isWhole ? columns : Columns{};
}

/// The row of the headers in a list of rows, and its columns; nothing where a sheet is no such list.
std::optional<std::pair<std::size_t, Columns>> headerOf(std::span<const CellRow> rows)
{
    constexpr std::size_t kLastHeader = 20;
    for (std::size_t i = 0; i < rows.size() && i < kLastHeader; ++i)
        if (Columns columns = columnsOf(rows[i]); !columns.empty())
            return std::pair(i, std::move(columns));
    return std::nullopt;
}

/// One row: a part of an old locality, or all of it, becomes one of a new one.
struct Line
{
    QString newCode;
    QString newName;
    QString oldCode;
    QString oldName;
    SuccessionExtent extent = SuccessionExtent::Whole;
    Place place;
};

std::optional<SuccessionExtent> extentOf(const QString &text)
{
    const QString key = templateKey(text);
    if (key.isEmpty() || key == u"full"_s || key == u"whole"_s || key == u"toan bo"_s || key == u"nguyen trang"_s)
        return SuccessionExtent::Whole;
    if (key == u"partial"_s || key == u"part"_s || key == u"mot phan"_s)
        return SuccessionExtent::Part;
    return std::nullopt;
}

class Rearrangement
{
public:
    Rearrangement(const Organisation &base, const Order &order, IdSource &ids)
        : m_base(base)
        , m_order(order)
        , m_ids(ids)
        , m_builder(base)
    {}

    void read(const Workbook &workbook, const Sheet &sheet)
    {
        const std::vector<CellRow> rows = splitRows(sheet);
        const auto header = headerOf(rows);
        if (!header)
            return;
        Line last;
        for (const CellRow row : rows | std::views::drop(header->first + 1)) {
            const auto text = [&](Part part) {
                const auto column = header->second.find(part);
                const Cell *cell = column == header->second.end() ? nullptr : cellAt(row, column->second);
                return cell == nullptr ? QString() : tidyName(cell->text);
            };
            Line line{text(Part::NewCode),
                      text(Part::NewName),
                      text(Part::OldCode),
                      text(Part::OldName),
                      {},
                      {workbook.file, sheet.name, row.front().row}};
            if (line.newCode.isEmpty() && line.newName.isEmpty()) // one cell over all rows of the new locality
                std::tie(line.newCode, line.newName) = std::tie(last.newCode, last.newName);
            const auto extent = extentOf(text(Part::Extent));
            line.extent = extent.value_or(SuccessionExtent::Whole);
            last = line;
            take(line, extent ? QString() : text(Part::Extent));
        }
    }

    Result<ImportPlan> plan(const QString &files)
    {
        if (m_lines.empty())
            return fail(u"no-usable-row"_s, {}, {files});
        for (const Line &line : m_lines)
            findOld(line);
        Change made{m_ids.next(), {}, {}, {}, {}, {}, m_builder.takeImages()};
        Organisation before = m_base;
        BM_TRY_VOID(applyChange(before, made));
        const std::vector<LocalityHeir> heirs = heirsIn(before);
        if (heirs.empty())
            return fail(u"no-usable-row"_s, {}, {files});
        auto arranged = rearrangeLocalities(before, heirs, {}, m_order, m_ids);
        if (!arranged) {
            Error error = std::move(arranged).error();
            error.place.file = files;
            return std::unexpected(std::move(error));
        }
        Change change = composed(made, *arranged);
        change.id = made.id;
        change.title =
            u"Sắp xếp đơn vị hành chính theo %1 từ %2"_s.arg(m_order.document.number, m_order.from.toVietnamese());
        change.legalDocument = arranged->legalDocument;
        change.effective = arranged->effective;
        m_report.localities = sizeOf(heirs) + m_made;
        return ImportPlan{.change = std::move(change), .report = std::move(m_report), .isWhole = true};
    }

private:
    void take(const Line &line, const QString &unknownExtent)
    {
        ++m_report.rows;
        const auto fault = [&](const QString &code, MessageArgs args) {
            ++m_report.leftOut;
            m_report.diagnostics.push_back({DiagnosticSeverity::Error, {code, std::move(args)}, line.place});
        };
        if (line.newCode.isEmpty() || line.oldCode.isEmpty())
            return fault(u"missing-code"_s, {});
        if (line.newName.isEmpty() || line.oldName.isEmpty())
            return fault(u"missing-name"_s, {});
        if (!unknownExtent.isEmpty())
            return fault(u"unknown-extent"_s, {{u"value"_s, unknownExtent}});
        ++m_report.taken;
        m_lines.push_back(line);
    }

    void note(const Line &line, const QString &code, MessageArgs args)
    {
        m_report.diagnostics.push_back({DiagnosticSeverity::Warning, {code, std::move(args)}, line.place});
    }

    [[nodiscard]] Day eve() const { return Day{m_order.from.julian - 1}; }

    /// The old locality of a row, by its code on the day before; made where there is none.
    void findOld(const Line &line)
    {
        if (m_olds.contains(line.oldCode))
            return;
        for (const LocalityId id : m_base.localitiesWithCode(line.oldCode))
            if (const LocalityState *state = stateOn(*m_base.find(id), eve())) {
                m_olds.insert(line.oldCode, id);
                if (nameFold(state->name) != nameFold(line.oldName))
                    note(line, u"rearranged-name"_s,
                         {{u"code"_s, line.oldCode}, {u"name"_s, line.oldName}, {u"known"_s, state->name}});
                return;
            }
        Locality locality{m_ids.make<LocalityId>(), line.oldCode, {{}}};
        locality.states[0].name = line.oldName;
        locality.states[0].type = localityTypeFromName(line.oldName, LocalityType::CentralCity);
        m_olds.insert(line.oldCode, locality.id);
        m_builder.put(locality);
        ++m_made;
        note(line, u"rearranged-made"_s, {{u"code"_s, line.oldCode}, {u"name"_s, line.oldName}});
    }

    /// The uppermost locality above one on the day before: the province or city that communes stand in.
    [[nodiscard]] LocalityId topOf(const Organisation &organisation, LocalityId id) const
    {
        LocalityId top;
        for (int steps = 0; steps <= organisation.localities().size(); ++steps) {
            const LocalityState *state = stateOn(*organisation.find(id), eve());
            if (state == nullptr || state->parent.isNull())
                break;
            top = id = state->parent;
        }
        return top;
    }

    [[nodiscard]] std::vector<LocalityHeir> heirsIn(const Organisation &before) const
    {
        std::vector<LocalityHeir> heirs;
        std::map<QString, std::vector<const Line *>> lines;
        QStringList order;
        for (const Line &line : m_lines) {
            std::vector<const Line *> &own = lines[line.newCode];
            if (own.empty())
                order += line.newCode;
            own.push_back(&line);
        }
        for (const QString &code : order) {
            const std::vector<const Line *> &own = lines.at(code);
            const Line &first = *own.front();
            const bool stays = own.size() == 1 && first.extent == SuccessionExtent::Whole &&
                               first.newCode == first.oldCode && nameFold(first.newName) == nameFold(first.oldName);
            if (stays)
                continue;
            LocalityHeir heir;
            heir.code = code;
            heir.existing = existingIn(before, code);
            heir.facts.name = first.newName;
            for (const Line *line : own) {
                const LocalityId old = m_olds.value(line->oldCode);
                heir.from.push_back({old, line->extent});
                if (heir.facts.parent.isNull())
                    heir.facts.parent = topOf(before, old);
            }
            const Locality *above = before.find(heir.facts.parent);
            const LocalityState *aboveState = above == nullptr ? nullptr : stateOn(*above, eve());
            heir.facts.type = localityTypeFromName(first.newName, aboveState == nullptr ? LocalityType::CentralCity
                                                                                        : aboveState->type);
            heirs.push_back(std::move(heir));
        }
        return heirs;
    }

    /// One that is there and goes on: no row says that it ends.
    [[nodiscard]] LocalityId existingIn(const Organisation &before, const QString &code) const
    {
        if (m_olds.contains(code))
            return {};
        for (const LocalityId id : before.localitiesWithCode(code))
            if (stateOn(*before.find(id), m_order.from) != nullptr)
                return id;
        return {};
    }

    const Organisation &m_base;
    const Order &m_order;
    IdSource &m_ids;
    ChangeBuilder m_builder;
    ImportReport m_report;
    std::vector<Line> m_lines;
    QHash<QString, LocalityId> m_olds; ///< by code
    int m_made = 0;
};

} // namespace

bool hasRearrangement(std::span<const Workbook> workbooks)
{
    return std::ranges::any_of(workbooks, [](const Workbook &workbook) {
        return std::ranges::any_of(workbook.sheets,
                                   [](const Sheet &sheet) { return headerOf(splitRows(sheet)).has_value(); });
    });
}

Result<ImportPlan> planRearrangement(std::span<const Workbook> workbooks, const Organisation &base, const Order &order,
                                     IdSource &ids)
{
    Rearrangement rearrangement(base, order, ids);
    for (const Workbook &workbook : workbooks)
        for (const Sheet &sheet : workbook.sheets)
            rearrangement.read(workbook, sheet);
    return rearrangement.plan(workbooks.empty() ? QString() : workbooks.front().file);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_tables.h"

#include "core/exchange/area_codes.h"
#include "core/exchange/area_list.h"
#include "core/exchange/column_contents.h"
#include "core/exchange/hidden_cells.h"
#include "core/exchange/level_columns.h"
#include "core/exchange/list_form.h"
#include "core/exchange/row_parts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

class ForeignTables
{
public:
    ForeignTables(ImportContext &context, const ImportOptions &options)
        : m_rows(context)
        , m_options(options)
    {}

    std::optional<std::vector<TableReading>> import(std::span<const Workbook> workbooks)
    {
        for (const Workbook &workbook : workbooks)
            for (const Sheet &sheet : workbook.sheets)
                find(workbook, sheet);
        chooseAreas();
        mapAreas();
        for (Found &one : m_found) {
            if (!m_lists.empty() && m_lists.front()->sheet != one.sheet)
                mapListsOfSheet();
            map(one);
        }
        mapListsOfSheet();
        const Sheet *last = nullptr; // of lists side by side one says it for all
        for (const Found &one : m_found)
            if (one.isTaken && std::exchange(last, one.sheet) != one.sheet && hidesAnything(*one.sheet))
                tellHidden(m_rows.context.report, *one.workbook, *one.sheet, dataOf(*one.sheet));
        m_rows.import();
        if (std::ranges::none_of(m_found, &Found::isTaken))
            return std::nullopt;
        std::vector<TableReading> readings;
        for (Found &one : m_found)
            if (one.isTaken && one.reading)
                readings.push_back(*std::move(one.reading));
        return readings;
    }

private:
    struct Found
    {
        const Workbook *workbook;
        const Sheet *sheet;
        std::optional<TableReading> reading; ///< its form is settled where there is a profile
        bool isTaken;
        std::shared_ptr<const SheetTable> whole; ///< what it is a list of, beside others; null where it stands alone
    };

    /// The table of a sheet, or the lists that stand side by side on it.
    void find(const Workbook &workbook, const Sheet &sheet)
    {
        std::optional<TableReading> reading = readingOf(workbook, sheet);
        const auto ranges = reading ? listsSideBySide(reading->table) : std::vector<ColumnRange>();
        if (ranges.size() < 2) {
            m_found.push_back({&workbook, &sheet, std::move(reading), false, nullptr});
            return;
        }
        const auto whole = std::make_shared<const SheetTable>(std::move(reading->table));
        for (const ColumnRange &range : ranges)
            if (auto list = findListIn(*whole, reading->profile.hints, range))
                m_found.push_back({&workbook, &sheet, TableReading{*std::move(list), reading->profile}, false, whole});
    }

    /// The rows of a sheet that are read, in order; those of lists side by side are one where they stand in one row.
    [[nodiscard]] std::vector<CellRow> dataOf(const Sheet &sheet) const
    {
        std::map<int, CellRow> data; // by number
        for (const Found &one : m_found) {
            if (one.sheet != &sheet || !one.isTaken)
                continue;
            for (const CellRow row : dataOf(one))
                if (const auto [left, isFirst] = data.emplace(row.front().row, row); !isFirst)
                    left->second = CellRow(left->second.data(), row.data() + row.size());
        }
        std::vector<CellRow> rows;
        for (const auto &[number, row] : data)
            rows.push_back(row);
        return rows;
    }

    /// The rows that are read; of a list of areas without a table all are.
    static std::vector<CellRow> dataOf(const Found &one)
    {
        if (!one.reading)
            return splitRows(*one.sheet);
        const SheetTable &table = one.reading->table;
        std::vector<CellRow> data;
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            if (table.parts[i] == RowPart::Data)
                data.push_back(table.rows[i]);
        return data;
    }

    /// Was the sheet's way of being read chosen by hand, or does a profile hold for all?
    [[nodiscard]] bool isChosen(const Found &one) const
    {
        return m_options.profile || m_options.sheetProfiles.contains(one.sheet);
    }

    [[nodiscard]] bool takes(Mapping mapping) const
    {
        return m_options.mapping == Mapping::Automatic || m_options.mapping == mapping;
    }

    static std::optional<TableReading> read(const Workbook &workbook, const Sheet &sheet, const ImportProfile &profile)
    {
        auto table = findTable(workbook, sheet, profile.hints);
        return table ? std::optional(TableReading{*std::move(table), profile}) : std::nullopt;
    }

    [[nodiscard]] std::optional<TableReading> readingOf(const Workbook &workbook, const Sheet &sheet) const
    {
        if (const auto own = m_options.sheetProfiles.find(&sheet); own != m_options.sheetProfiles.end())
            return read(workbook, sheet, own->second);
        if (m_options.profile)
            return read(workbook, sheet, *m_options.profile);
        const bool isAutomatic = m_options.mapping == Mapping::Automatic;
        if (isAutomatic)
            for (const ImportProfile &saved : m_options.saved)
                if (auto reading = read(workbook, sheet, saved);
                    reading && recognise(reading->table, {&saved, 1}) != nullptr)
                    return reading;
        auto reading = read(workbook, sheet, {});
        const ImportProfile *known = reading && isAutomatic ? recognise(reading->table, builtInProfiles()) : nullptr;
        if (known != nullptr) {
            reading->profile = *known;
            reading->table.meanings = meaningsOfHeaders(reading->table.headers, known->hints.words);
        }
        return reading;
    }

    /// Lists of areas by codes come together: the codes of one table are named by another, and with one of them a
    /// table of codes and names alone is the top.
    void chooseAreas()
    {
        if (!takes(Mapping::AreaList))
            return;
        const auto isOpen = [this](const Found &one) { return one.reading && !isChosen(one); };
        const auto looksLikeList = [&](const Found &one) {
            return isOpen(one) && looksLikeAreaCodes(one.reading->table);
        };
        if (std::ranges::none_of(m_found, looksLikeList))
            return;
        for (Found &one : m_found)
            if (looksLikeList(one) || (isOpen(one) && looksLikeTopAreas(one.reading->table))) {
                one.reading->profile = {};
                one.reading->profile.form = TableForm::Areas;
            }
    }

    void mapAreas()
    {
        std::vector<const SheetTable *> tables;
        for (Found &one : m_found)
            if (one.reading && one.reading->profile.form == TableForm::Areas) {
                tables.push_back(&one.reading->table);
                m_rows.tellParts(one.reading->table);
                one.isTaken = true;
            }
        if (!tables.empty())
            mapAreaCodes(m_rows, tables);
    }

    void map(Found &one)
    {
        if (one.isTaken)
            return;
        if (one.reading && chooseForm(one)) {
            mapTable(one);
            one.isTaken = true;
        } else if (takes(Mapping::AreaList) && !isChosen(one) && looksLikeAreaList(*one.sheet)) {
            importAreaList(m_rows.context, *one.workbook, *one.sheet);
            one.reading.reset();
            one.isTaken = true;
        }
    }

    /// How a table is read of which no profile says it: as it looks, the surer forms first.
    [[nodiscard]] bool chooseForm(Found &one)
    {
        ImportProfile &profile = one.reading->profile;
        SheetTable &table = one.reading->table;
        if (isChosen(one) || !profile.id.isEmpty()) {
            // Who gave the row of the header alone may leave the columns to be guessed.
            if (profile.hints.words.empty() && profile.form == TableForm::List && !looksLikeList(table))
                readsByContents(*one.reading);
            return true;
        }
        if (takes(Mapping::Tree) && looksLikeTree(table))
            profile.form = TableForm::Tree;
        else if (m_options.mapping == Mapping::Automatic && looksLikeLevels(table))
            profile.form = TableForm::Levels;
        else if (takes(Mapping::List) && looksLikeList(table))
            profile.form = TableForm::List;
        else
            return m_options.mapping == Mapping::Automatic && readsByContents(*one.reading);
        return true;
    }

    /// A list whose headers nobody knows may show by what stands under them.
    bool readsByContents(TableReading &reading)
    {
        SheetTable &table = reading.table;
        SheetTable guessed = table;
        const ColumnMeanings contents = meaningsOfContents(table);
        guessed.meanings.insert(contents.begin(), contents.end());
        if (contents.empty() || !looksLikeList(guessed))
            return false;
        for (const auto &[meaning, column] : contents) {
            reading.profile.hints.words[meaning] = {table.headers.at(column)}; // for who puts something right
            m_rows.note(table, DiagnosticSeverity::Warning, u"column-by-contents"_s,
                        {{u"header"_s, QString(table.headers.at(column)).replace(u'\n', u" / "_s)}}, 0, column);
        }
        table.meanings = std::move(guessed.meanings);
        return true;
    }

    void mapTable(Found &one)
    {
        SheetTable &table = one.reading->table;
        const ImportProfile &profile = one.reading->profile;
        // The posts of all tables are linked together: where one is to be compared loosely, all are.
        if (profile.codes == CodeMatch::Loose)
            m_rows.context.codeMatch = CodeMatch::Loose;
        if (!profile.id.isEmpty())
            m_rows.note(table, DiagnosticSeverity::Info, u"profile-taken"_s, {{u"id"_s, profile.id}}, 0);
        if (profile.form == TableForm::Tree) {
            takeCodedRows(table);
            mapTree(m_rows, table, profile.tree);
        } else if (profile.form == TableForm::Levels && looksLikeLevels(table)) {
            mapLevels(m_rows, table);
        } else {
            m_lists.push_back(&one);
            return;
        }
        m_rows.tellParts(table);
    }

    /// Lists side by side go on from each other.
    void mapListsOfSheet()
    {
        if (m_lists.empty())
            return;
        std::vector<const SheetTable *> tables;
        for (const Found *one : m_lists)
            tables.push_back(&one->reading->table);
        mapLists(m_rows, tables, m_lists.front()->whole.get());
        for (const SheetTable *table : tables)
            m_rows.tellParts(*table);
        m_lists.clear();
    }

    ForeignRows m_rows;
    std::vector<Found> m_found;
    std::vector<const Found *> m_lists; ///< of one sheet, still to be mapped
    const ImportOptions &m_options;
};

} // namespace

std::optional<std::vector<TableReading>>
importForeignTables(ImportContext &context, std::span<const Workbook> workbooks, const ImportOptions &options)
{
    return ForeignTables(context, options).import(workbooks);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_draft.h"

#include "core/base/numbers.h"
#include "core/exchange/area_codes.h"
#include "core/exchange/area_list.h"
#include "core/exchange/level_columns.h"
#include "core/exchange/profile_folder.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

ImportDraft::ImportDraft(std::vector<Workbook> workbooks, const Organisation &base, IdSource &ids,
                         QString profileFolder, std::optional<Order> order)
    : m_workbooks(std::move(workbooks))
    , m_base(base)
    , m_ids(ids)
    , m_profileFolder(std::move(profileFolder))
    , m_options{Mapping::Automatic, readProfiles(m_profileFolder), {}, {}, std::move(order)}
{
    for (const Workbook &workbook : m_workbooks)
        for (const Sheet &sheet : workbook.sheets)
            if (!sheet.cells.empty())
                m_sheets.push_back({&workbook, &sheet});
    replan();
}

void ImportDraft::setCurrent(int sheet)
{
    m_current = sheet;
    findTable();
}

/// The table as the plan reads it; where it reads none, as it would be found.
void ImportDraft::findTable()
{
    m_table.reset();
    m_reading = {};
    if (m_sheets.empty() || !isAdjustable())
        return;
    const SheetRef &shown = m_sheets[at()];
    if (const auto own = m_options.sheetProfiles.find(shown.sheet); own != m_options.sheetProfiles.end())
        m_reading = own->second;
    if (m_plan)
        for (const TableReading &reading : m_plan->readings)
            if (reading.table.sheet == shown.sheet) {
                m_table = reading.table;
                m_reading = reading.profile;
                return;
            }
    m_table = bomay::findTable(*shown.workbook, *shown.sheet, m_reading.hints);
}

bool ImportDraft::isAreaList() const
{
    if (!m_plan || m_sheets.empty() || !isAdjustable() || isAdjusted())
        return false;
    const Sheet *shown = m_sheets[at()].sheet;
    const bool hasTable =
        std::ranges::any_of(m_plan->readings, [shown](const auto &reading) { return reading.table.sheet == shown; });
    return !hasTable && m_plan->report.localities > 0 && looksLikeAreaList(*shown);
}

bool ImportDraft::isAdjusted() const
{
    return !m_sheets.empty() && m_options.sheetProfiles.contains(m_sheets[at()].sheet);
}

std::vector<TableForm> ImportDraft::forms() const
{
    std::vector<TableForm> forms{TableForm::List, TableForm::Tree};
    if (m_table && looksLikeLevels(*m_table))
        forms.push_back(TableForm::Levels);
    if (m_table && (looksLikeAreaCodes(*m_table) || form() == TableForm::Areas))
        forms.push_back(TableForm::Areas);
    return forms;
}

/// The sheet that is looked at and those that the import reads with the same header: an office sends one for each unit.
std::vector<const Sheet *> ImportDraft::alike() const
{
    std::vector<const Sheet *> sheets{m_sheets[at()].sheet};
    if (m_plan && m_table)
        for (const TableReading &reading : m_plan->readings)
            if (reading.table.sheet != sheets.front() && reading.table.headers == m_table->headers)
                sheets.push_back(reading.table.sheet);
    return sheets;
}

void ImportDraft::adjust(const ImportProfile &profile)
{
    for (const Sheet *sheet : alike()) {
        ImportProfile own = profile;
        // Each sheet has its own rows above the table.
        if (sheet != m_sheets[at()].sheet)
            own.hints.headerRow = std::ranges::find(m_plan->readings, sheet, [](const TableReading &reading) {
                                      return reading.table.sheet;
                                  })->profile.hints.headerRow;
        m_options.sheetProfiles.insert_or_assign(sheet, std::move(own));
    }
    replan();
}

void ImportDraft::setHeaderRow(int row)
{
    ImportProfile own = m_reading;
    own.hints.headerRow = row;
    m_options.sheetProfiles.insert_or_assign(m_sheets[at()].sheet, std::move(own));
    replan();
}

void ImportDraft::setForm(TableForm form)
{
    ImportProfile own = m_reading;
    own.form = form;
    adjust(own);
}

void ImportDraft::setMeaning(int column, std::optional<ColumnMeaning> meaning)
{
    if (!m_table)
        return;
    ImportProfile own = m_reading;
    HeaderWords &words = own.hints.words;
    const QString header = m_table->headers.at(column);
    for (auto &[known, headers] : words)
        headers.removeIf([&header](const QString &other) { return headerKey(other) == headerKey(header); });
    words[meaning.value_or(ColumnMeaning::Unused)] += header;
    if (meaning)
        words[*meaning] = {header};
    adjust(own);
}

void ImportDraft::readAnew()
{
    for (const Sheet *sheet : alike())
        m_options.sheetProfiles.erase(sheet);
    replan();
}

ImportProfile ImportDraft::profile(const QString &name) const
{
    ImportProfile profile = m_reading;
    profile.id = name;
    profile.title = {name, name};
    profile.required.clear();
    if (!m_table)
        return profile;
    for (const auto &[meaning, column] : m_table->meanings) {
        profile.hints.words[meaning] = {m_table->headers.at(column)};
        profile.required.push_back(meaning);
    }
    // The next file may have another line of title: the row is kept only where the header is not found without it.
    const TableHints words{profile.hints.words, 0};
    const auto found = bomay::findTable(*m_table->workbook, *m_table->sheet, words);
    if (found && found->headers == m_table->headers)
        profile.hints.headerRow = 0;
    return profile;
}

Result<> ImportDraft::save(const QString &name) const
{
    return saveProfile(m_profileFolder, profile(name));
}

void ImportDraft::replan()
{
    m_items.clear();
    m_plan = planImport(m_workbooks, m_base, m_ids, m_options);
    if (m_plan)
        m_items = differenceOf(*m_plan, m_base);
    m_accepted.clear();
    for (const ImportItem &item : m_items)
        m_accepted.push_back(item.kind != ImportItem::Kind::Missing);
    findTable();
}

bool ImportDraft::isRecognised() const
{
    if (!m_plan)
        return false;
    return m_plan->isTemplate || m_plan->isWhole ||
           std::ranges::any_of(m_plan->readings,
                               [](const TableReading &reading) { return !reading.profile.id.isEmpty(); });
}

Result<Change> ImportDraft::change() const
{
    if (!m_plan)
        return std::unexpected(m_plan.error());
    return acceptedChange(*m_plan, m_items, m_accepted, m_base);
}

} // namespace bomay

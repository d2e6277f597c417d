// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_draft.h"

#include "core/base/numbers.h"
#include "core/exchange/list_form.h"
#include "core/exchange/profile_folder.h"

#include <algorithm>

namespace bomay {

using namespace Qt::StringLiterals;

ImportDraft::ImportDraft(std::vector<Workbook> workbooks, const Organisation &base, IdSource &ids,
                         QString profileFolder)
    : m_workbooks(std::move(workbooks))
    , m_base(base)
    , m_ids(ids)
    , m_profileFolder(std::move(profileFolder))
    , m_options{Mapping::Automatic, readProfiles(m_profileFolder), {}}
{
    for (const Workbook &workbook : m_workbooks)
        for (const Sheet &sheet : workbook.sheets)
            if (!sheet.cells.empty())
                m_sheets.push_back({&workbook, &sheet});
    findTable();
    replan();
}

void ImportDraft::setCurrent(int sheet)
{
    m_current = sheet;
    findTable();
}

void ImportDraft::findTable()
{
    m_table.reset();
    if (m_sheets.empty())
        return;
    const SheetRef &shown = m_sheets[uz(m_current)];
    TableHints hints;
    if (m_options.profile)
        hints = m_options.profile->hints;
    m_table = bomay::findTable(*shown.workbook, *shown.sheet, hints);
}

TableForm ImportDraft::form() const
{
    if (m_options.profile)
        return m_options.profile->form;
    return m_table && looksLikeTree(*m_table) ? TableForm::Tree : TableForm::List;
}

/// From the first touch on the table is read by a profile of its own.
void ImportDraft::adjust()
{
    if (!m_options.profile)
        m_options.profile = profile(u"tạm"_s);
}

void ImportDraft::setHeaderRow(int row)
{
    adjust();
    m_options.profile->hints = {{}, row};
    findTable();
    replan();
}

void ImportDraft::setForm(TableForm form)
{
    adjust();
    m_options.profile->form = form;
    replan();
}

void ImportDraft::setMeaning(int column, std::optional<ColumnMeaning> meaning)
{
    if (!m_table)
        return;
    adjust();
    HeaderWords &words = m_options.profile->hints.words;
    const QString header = m_table->headers.at(column);
    for (auto &[known, headers] : words)
        headers.removeAll(header);
    words[meaning.value_or(ColumnMeaning::Unused)] += header;
    if (meaning)
        words[*meaning] = {header};
    findTable();
    replan();
}

ImportProfile ImportDraft::profile(const QString &name) const
{
    ImportProfile profile = m_options.profile.value_or(ImportProfile{});
    profile.id = name;
    profile.title = {name, name};
    profile.form = form();
    profile.required.clear();
    if (!m_table)
        return profile;
    for (const auto &[meaning, column] : m_table->meanings) {
        profile.hints.words[meaning] = {m_table->headers.at(column)};
        profile.required.push_back(meaning);
    }
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
}

bool ImportDraft::isRecognised() const
{
    if (!m_plan)
        return false;
    const auto &told = m_plan->report.diagnostics;
    const bool byProfile = std::ranges::any_of(
        told, [](const Diagnostic &diagnostic) { return diagnostic.message.code == u"profile-taken"_s; });
    const bool isTemplate =
        std::ranges::any_of(m_sheets, [](const SheetRef &ref) { return findSheetSpec(ref.sheet->name) != nullptr; });
    return byProfile || isTemplate;
}

Result<Change> ImportDraft::change() const
{
    if (!m_plan)
        return std::unexpected(m_plan.error());
    return acceptedChange(*m_plan, m_items, m_accepted, m_base);
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_difference.h"

namespace bomay {

/// An import that is being looked at: the files, how they are understood, what would come of it, and what of that is
/// accepted. The document is only read; `change` is what the last button does.
class ImportDraft
{
public:
    /// `profileFolder` holds how agencies' tables are read; empty = nothing is kept. The document and the ids must
    /// outlive it. `order` is what lists of a rearrangement need.
    ImportDraft(std::vector<Workbook> workbooks, const Organisation &base, IdSource &ids, QString profileFolder = {},
                std::optional<Order> order = {});

    struct SheetRef
    {
        const Workbook *workbook = nullptr;
        const Sheet *sheet = nullptr;
    };

    /// The sheets that hold anything.
    [[nodiscard]] const std::vector<SheetRef> &sheets() const { return m_sheets; }
    /// The sheet that is looked at, an index of `sheets`.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int sheet);

    /// The table of the sheet that is looked at, as the import reads it; what was found there where it reads none. None
    /// where the sheet is one of the template.
    [[nodiscard]] const std::optional<SheetTable> &table() const { return m_table; }
    /// How that table is read. Its id is empty where no profile says so.
    [[nodiscard]] const ImportProfile &reading() const { return m_reading; }
    [[nodiscard]] TableForm form() const { return m_reading.form; }
    /// Ways of reading that suit the table.
    [[nodiscard]] std::vector<TableForm> forms() const;
    /// Can the officer put right how the sheet is read? Sheets of the template say it themselves.
    [[nodiscard]] bool isAdjustable() const { return !m_plan || !(m_plan->isTemplate || m_plan->isWhole); }
    /// Is it a list of a rearrangement, taken as a whole or not at all?
    [[nodiscard]] bool isRearrangement() const { return m_plan && m_plan->isWhole; }
    /// Is the sheet read as areas, a column for each level, whatever its headers say?
    [[nodiscard]] bool isAreaList() const;
    /// Was it put right, and can be read from the beginning?
    [[nodiscard]] bool isAdjusted() const;
    /// How many sheets change when a column of this one is put right, with it.
    [[nodiscard]] int sheetsAlike() const { return static_cast<int>(alike().size()); }
    /// The row that the officer gave as that of the header; 0 = to be found.
    [[nodiscard]] int headerRow() const { return m_reading.hints.headerRow; }

    // What the officer puts right in the sheet that is looked at, and for its columns in all sheets with the same
    // header; everything is worked out anew.
    void setHeaderRow(int row);
    void setForm(TableForm form);
    void setMeaning(int column, std::optional<ColumnMeaning> meaning);
    /// Reads the sheet, and those put right along with it, as if nothing had been put right.
    void readAnew();

    /// How the table is read as it stands now, to be kept for the agency.
    [[nodiscard]] ImportProfile profile(const QString &name) const;
    [[nodiscard]] bool canSave() const { return !m_profileFolder.isEmpty() && m_table; }
    /// Keeps it under a name; the next file with these headers is read by it. Errors: those of `saveProfile`.
    [[nodiscard]] Result<> save(const QString &name) const;

    [[nodiscard]] const Result<ImportPlan> &plan() const { return m_plan; }
    /// Is it the template, or read by a profile: nothing needs to be shown before the preview?
    [[nodiscard]] bool isRecognised() const;
    [[nodiscard]] const Organisation &base() const { return m_base; }
    [[nodiscard]] bool isIntoEmpty() const { return m_base.size() == 0; }

    [[nodiscard]] const std::vector<ImportItem> &items() const { return m_items; }
    [[nodiscard]] const std::vector<bool> &accepted() const { return m_accepted; }
    void accept(int item, bool accepted) { m_accepted[static_cast<std::size_t>(item)] = accepted; }

    /// What is accepted, as one change. Errors: those of `planImport` and `acceptedChange`.
    [[nodiscard]] Result<Change> change() const;

private:
    [[nodiscard]] std::size_t at() const { return static_cast<std::size_t>(m_current); }
    void findTable();
    void adjust(const ImportProfile &profile);
    [[nodiscard]] std::vector<const Sheet *> alike() const;
    void replan();

    std::vector<Workbook> m_workbooks;
    const Organisation &m_base;
    IdSource &m_ids;
    QString m_profileFolder;
    ImportOptions m_options;
    std::vector<SheetRef> m_sheets;
    int m_current = 0;
    std::optional<SheetTable> m_table;
    ImportProfile m_reading;
    Result<ImportPlan> m_plan;
    std::vector<ImportItem> m_items;
    std::vector<bool> m_accepted;
};

} // namespace bomay

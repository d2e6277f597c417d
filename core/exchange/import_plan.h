// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"
#include "core/change/order.h"
#include "core/exchange/import_profile.h"

#include <memory>
#include <span>

namespace bomay {

/// How a spreadsheet's columns are understood.
enum class Mapping {
    Automatic, ///< the template where its sheets or columns are found, else what each sheet looks like
    Template,
    AreaList, ///< a column for each level of territory: province, district, commune
    List,     ///< the one-sheet form: units and posts follow each other
    Tree      ///< rows name the rows above them: id and parent, organograms, paths
};

/// How an import is to be understood, beyond what is in the files.
struct ImportOptions
{
    Mapping mapping = Mapping::Automatic;
    std::vector<ImportProfile> saved = {};     ///< profiles of the office, tried before those of the program
    std::optional<ImportProfile> profile = {}; ///< the one to read all tables by
    /// How single sheets are to be read, whatever else holds for all.
    std::map<const Sheet *, ImportProfile> sheetProfiles = {};
    /// By what a list of a rearrangement was decided, and from when it holds: such lists say neither.
    std::optional<Order> order = {};
};

/// How a table was read. Points into its workbook, which must outlive it.
struct TableReading
{
    SheetTable table;
    ImportProfile profile; ///< its `form` is the one taken; without an id: as the table looks, by no profile
};

/// What an import would do: a change not yet applied, and the report of every row.
struct ImportPlan
{
    Change change; ///< title and images; who and when are filled in by whoever applies it
    ImportReport report;
    std::vector<NodeRef> named = {};         ///< the units and posts that the files speak of
    bool isTemplate = false;                 ///< read as sheets of the template
    std::vector<TableReading> readings = {}; ///< of the tables of other files, in their order
    bool isWhole = false;                    ///< an order: what it does cannot be taken in parts
    /// The document as the whole change leaves it: worked out for the report, so nobody needs to do it again. Null in a
    /// plan that is not of `planImport`.
    std::shared_ptr<const Organisation> after = {};
};

/// Understands workbooks as one import into `base`. Row-level faults are in the report, not errors.
/// Errors of the file as a whole: `nothing-recognised` (no sheet of the template, no list), `no-usable-row`;
/// `rearrangement-order` for a list of a rearrangement without an order, and those of `planRearrangement`.
[[nodiscard]] Result<ImportPlan> planImport(std::span<const Workbook> workbooks, const Organisation &base,
                                            IdSource &ids, const ImportOptions &options = {});

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_plan.h"

namespace bomay {

/// What an import does to one unit, post or other row of the document it goes into.
struct ImportItem
{
    enum class Kind {
        Added,
        Renamed,
        Moved, ///< and perhaps renamed
        Changed,
        Missing ///< in the document, below a unit of the file, and not in the file; nothing is done by itself
    };

    Kind kind = Kind::Changed;
    RowKey subject;
    QString name;                    ///< as the file has it; of what is missing, as the document does
    QString place;                   ///< the unit above; empty = none
    QString before;                  ///< name and place so far, where they differ
    Period when = {};                ///< in which time something differs; without an end where always
    std::vector<std::size_t> images; ///< of the plan's change
    std::vector<std::size_t> needs;  ///< items without which this one cannot be taken: the new unit it stands in
};

/// The plan taken apart into what an officer says yes or no to, in the order of the file; what is missing last. Empty
/// where the file says nothing new. `plan` is one of `planImport` into `base`.
[[nodiscard]] std::vector<ImportItem> differenceOf(const ImportPlan &plan, const Organisation &base);

/// The change that does what was accepted, with what it needs; missing nodes that are accepted go, with what is below
/// them, as never entered. One step of undo. Errors: those of `removeNodes` and of a transaction.
[[nodiscard]] Result<Change> acceptedChange(const ImportPlan &plan, std::span<const ImportItem> items,
                                            const std::vector<bool> &accepted, const Organisation &base);

} // namespace bomay

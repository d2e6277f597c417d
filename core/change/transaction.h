// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"
#include "core/model/integrity.h"

#include <optional>
#include <span>
#include <vector>

namespace bomay {

/// Applies row images to an organisation, whole or not at all. Without `commit`, or when it fails, everything is as
/// before. The organisation must outlive it; one transaction at a time.
class Transaction
{
public:
    explicit Transaction(Organisation &organisation);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Applies one image. Errors: `stale-before` where the present row is not `before`; `row-in-use` where a node goes
    /// that relations still touch; `dangling-reference` where a relation's ends are not there.
    [[nodiscard]] Result<> applyEdit(const RowImage &image);
    /// The same; the new row is moved and not copied.
    [[nodiscard]] Result<> applyEdit(RowImage &&image);

    /// Applies images one after the other, up to the first that fails; quicker than one by one where they are many.
    [[nodiscard]] Result<> applyEdits(std::span<const RowImage> images);
    [[nodiscard]] Result<> applyEdits(std::vector<RowImage> &&images);

    /// Checks the integrity of what was touched and keeps it. Errors: `integrity` with a cause for each fault.
    [[nodiscard]] Result<ChangeSet> commit();

private:
    template <typename Images>
    [[nodiscard]] Result<> applyAll(Images &images);
    [[nodiscard]] Result<> replace(const RowKey &key, const std::optional<Row> &before, std::optional<Row> &&after);
    void noteNodes(const Row &row);
    /// Did rows only come? None can have come twice: the second image of a row has one before.
    [[nodiscard]] bool onlyAdds() const { return m_displaced.empty(); }
    [[nodiscard]] std::vector<IntegrityFault> faults() const;
    [[nodiscard]] std::vector<RowKey> rowsToCheck() const;
    [[nodiscard]] std::vector<ChangeSet::Entry> takeEntries();
    void rollBack();

    Organisation &m_organisation;
    bool m_wasEmpty;                         ///< no nodes were there
    std::vector<ChangeSet::Entry> m_applied; ///< one for each image
    std::vector<Row> m_displaced;            ///< of those images that did not add, in their order
    std::vector<RowKey> m_nodes;             ///< as in `ChangeSet`
};

/// All images of a change in one transaction. Errors: those of `Transaction`.
[[nodiscard]] Result<ChangeSet> applyChange(Organisation &organisation, const Change &change);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

#include <optional>
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

    /// Checks the integrity of what was touched and keeps it. Errors: `integrity` with a cause for each fault.
    [[nodiscard]] Result<ChangeSet> commit();

private:
    /// An image that was applied. What came after it stands in the organisation.
    struct Applied
    {
        RowKey key;
        std::optional<std::size_t> before; ///< index in `m_displaced`
        bool isThere = false;              ///< after the image
    };

    /// What the images did to one row together.
    struct Effect
    {
        RowKey key;
        bool wasThere = false;
        bool isThere = false;
    };

    [[nodiscard]] Result<> replace(const RowKey &key, const std::optional<Row> &before, std::optional<Row> after);
    [[nodiscard]] std::vector<Effect> effects() const;
    [[nodiscard]] std::vector<RowKey> rowsToCheck(const std::vector<Effect> &effects) const;
    [[nodiscard]] std::vector<RowKey> nodesSpokenOf() const;
    void rollBack();

    Organisation &m_organisation;
    std::vector<Applied> m_applied;
    std::vector<std::optional<Row>> m_displaced;
};

/// All images of a change in one transaction. Errors: those of `Transaction`.
[[nodiscard]] Result<ChangeSet> applyChange(Organisation &organisation, const Change &change);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/change/change.h"

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

    /// Checks the integrity of what was touched and keeps it. Errors: `integrity` with a cause for each fault.
    [[nodiscard]] Result<ChangeSet> commit();

private:
    void rollBack();

    Organisation &m_organisation;
    std::vector<RowImage> m_applied;
};

/// All images of a change in one transaction. Errors: those of `Transaction`.
[[nodiscard]] Result<ChangeSet> applyChange(Organisation &organisation, const Change &change);

} // namespace bomay

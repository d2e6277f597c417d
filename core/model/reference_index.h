// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/row.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace bomay {

/// Which rows name which: the way back along the ids in rows. Relations are left out: their ends stand in the graph.
class ReferenceIndex
{
public:
    /// Follows one row from what it named to what it names; nothing = it is not there.
    void replace(const RowKey &from, std::vector<RowKey> before, std::vector<RowKey> after);

    /// The rows that name a row, in no particular order, once for each time they do.
    [[nodiscard]] std::span<const RowKey> rowsNaming(const RowKey &key) const;

private:
    std::unordered_map<RowKey, std::vector<RowKey>> m_naming;
};

} // namespace bomay

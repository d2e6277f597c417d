// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reference_index.h"

#include "core/base/result.h"

#include <algorithm>
#include <ranges>

namespace bomay {

void ReferenceIndex::replace(const RowKey &from, std::vector<RowKey> before, std::vector<RowKey> after)
{
    // Most edits leave references as they are, and many rows may name one: a search through those is to be rare.
    if (before == after)
        return;
    for (const RowKey &to : before) {
        const auto entry = m_naming.find(to);
        BM_CHECK(entry != m_naming.end(), continue);
        std::vector<RowKey> &rows = entry->second;
        // From the back: undo and roll-back take away what came last.
        const auto found = std::ranges::find(std::views::reverse(rows), from);
        BM_CHECK(found != rows.rend(), continue);
        *found = rows.back();
        rows.pop_back();
        if (rows.empty())
            m_naming.erase(entry);
    }
    for (const RowKey &to : after)
        m_naming[to].push_back(from);
}

std::span<const RowKey> ReferenceIndex::rowsNaming(const RowKey &key) const
{
    const auto entry = m_naming.find(key);
    return entry != m_naming.end() ? std::span<const RowKey>(entry->second) : std::span<const RowKey>();
}

} // namespace bomay

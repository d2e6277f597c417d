// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reference_index.h"

#include "core/base/numbers.h"
#include "core/base/result.h"

#include <algorithm>
#include <ranges>

namespace bomay {

void ReferenceIndex::replace(const RowKey &from, const References &before, const References &after)
{
    // Most edits leave references as they are, and many rows may name one: a search through those is to be rare.
    if (before == after)
        return;
    for (const RowKey &to : before) {
        const int named = find(to);
        BM_CHECK(named >= 0, continue);
        auto &rows = m_named[uz(named)].by;
        // From the back: undo and roll-back take away what came last.
        const auto reversed = std::views::reverse(std::span<RowKey>(rows));
        const auto found = std::ranges::find(reversed, from);
        BM_CHECK(found != reversed.end(), continue);
        *found = rows.back();
        rows.pop_back();
    }
    for (const RowKey &to : after) {
        int named = find(to);
        if (named < 0) {
            named = m_index.add(to.uid);
            m_named.append().key = to;
        }
        m_named[uz(named)].by.push_back(from);
    }
}

std::span<const RowKey> ReferenceIndex::rowsNaming(const RowKey &key) const
{
    const int named = find(key);
    return named < 0 ? std::span<const RowKey>() : std::span<const RowKey>(m_named[uz(named)].by);
}

int ReferenceIndex::find(const RowKey &key) const
{
    return m_index.find(key.uid, [&](int named) { return m_named[uz(named)].key == key; });
}

} // namespace bomay

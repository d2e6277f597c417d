// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunked_array.h"
#include "core/model/row.h"
#include "core/model/slot_index.h"

#include <boost/container/small_vector.hpp>

#include <span>

namespace bomay {

/// The rows that a row names, once for each time it does. Most name few.
using References = boost::container::small_vector<RowKey, 4>;

/// Which rows name which: the way back along the ids in rows. Relations are left out: their ends stand in the graph.
class ReferenceIndex
{
public:
    /// Follows one row from what it named to what it names; nothing = it is not there.
    void replace(const RowKey &from, const References &before, const References &after);

    /// The rows that name a row, in no particular order, once for each time they do.
    [[nodiscard]] std::span<const RowKey> rowsNaming(const RowKey &key) const;

private:
    /// A row that is, or was, named. Most are by one other.
    struct Named
    {
        RowKey key;
        boost::container::small_vector<RowKey, 1> by;
    };

    [[nodiscard]] int find(const RowKey &key) const;

    SlotIndex m_index;
    ChunkedArray<Named> m_named;
};

} // namespace bomay

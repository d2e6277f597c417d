// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/numbers.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

namespace bomay {

/// Numbers uids in the order in which they first come, from 0 without a gap, and finds the number of one again. Nothing
/// is ever taken out. Open addressing in one array of numbers beside the uids themselves: a third of the memory of
/// `std::unordered_map`, and one jump in memory where that makes three.
class SlotIndex
{
public:
    /// The number of a uid; −1 = it never came.
    [[nodiscard]] int find(Uid uid) const
    {
        if (m_cells.empty())
            return -1;
        for (std::size_t cell = cellOf(uid);; cell = (cell + 1) & (m_cells.size() - 1)) {
            const int slot = m_cells[cell];
            if (slot < 0 || m_uids[uz(slot)] == uid)
                return slot;
        }
    }

    /// The number of a uid, a new one where it never came.
    int findOrAdd(Uid uid)
    {
        if (const int slot = find(uid); slot >= 0)
            return slot;
        // At most three quarters of the cells are taken: ways to a free one stay short.
        if (4 * (m_uids.size() + 1) > 3 * m_cells.size())
            rehash();
        m_uids.push_back(uid);
        enter(sizeOf(m_uids) - 1);
        return sizeOf(m_uids) - 1;
    }

    /// How many numbers there are.
    [[nodiscard]] int size() const { return sizeOf(m_uids); }

private:
    static constexpr std::size_t kFewestCells = 16;

    /// Ids may be counted up as well as random: the multiplication spreads both.
    [[nodiscard]] std::size_t cellOf(Uid uid) const
    {
        const std::uint64_t mixed = (uid.high ^ (uid.low * 0x9e3779b97f4a7c15ULL)) * 0xd6e8feb86659fd93ULL;
        return static_cast<std::size_t>(mixed >> 32) & (m_cells.size() - 1);
    }

    void enter(int slot)
    {
        std::size_t cell = cellOf(m_uids[uz(slot)]);
        while (m_cells[cell] >= 0)
            cell = (cell + 1) & (m_cells.size() - 1);
        m_cells[cell] = slot;
    }

    void rehash()
    {
        m_cells.assign(std::max(2 * m_cells.size(), kFewestCells), -1);
        for (int slot = 0; slot < size(); ++slot)
            enter(slot);
    }

    std::deque<Uid> m_uids;   ///< by number; a deque holds no room for twice as many
    std::vector<int> m_cells; ///< −1 = free; their number is a power of two
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/hash_cells.h"

namespace bomay {

/// Numbers uids in the order in which they first come, from 0 without a gap, and finds the number of one again. It
/// keeps no uids: what they name does, and tells by its number whether it is meant.
class SlotIndex
{
public:
    /// The number of a uid; −1 = it never came. `isAt(number)`: does the thing of that number have the uid?
    template <typename IsAt>
    [[nodiscard]] int find(Uid uid, const IsAt &isAt) const
    {
        return m_cells.find(hashOf(uid), isAt);
    }

    /// Gives a uid the next number. Precondition: it never came.
    int add(Uid uid)
    {
        m_cells.add(hashOf(uid), m_size);
        return m_size++;
    }

    /// How many numbers there are.
    [[nodiscard]] int size() const { return m_size; }

private:
    /// Ids may be counted up as well as random: the multiplication spreads both.
    [[nodiscard]] static std::uint32_t hashOf(Uid uid)
    {
        return static_cast<std::uint32_t>(((uid.high ^ (uid.low * 0x9e3779b97f4a7c15ULL)) * 0xd6e8feb86659fd93ULL) >>
                                          32U);
    }

    HashCells m_cells;
    int m_size = 0;
};

} // namespace bomay

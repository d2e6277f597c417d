// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace bomay {

/// Numbers of things by hashes of what they are found by; several may have one hash. Open addressing in one array of
/// hash and number, so that what is not there is mostly known without a look at the things themselves, which belong to
/// whoever asks. Nothing is ever taken out.
class HashCells
{
public:
    /// The first number under a hash that `isMeant`; −1 = none.
    template <typename IsMeant>
    [[nodiscard]] int find(std::uint32_t hash, const IsMeant &isMeant) const
    {
        if (m_cells.empty())
            return -1;
        for (std::size_t cell = hash & mask();; cell = (cell + 1) & mask()) {
            const Cell &found = m_cells[cell];
            if (found.number < 0 || (found.hash == hash && isMeant(found.number)))
                return found.number;
        }
    }

    void add(std::uint32_t hash, int number)
    {
        // At most three quarters of the cells are taken: ways to a free one stay short.
        if (4 * (m_taken + 1) > 3 * m_cells.size())
            grow();
        ++m_taken;
        enter({hash, number});
    }

private:
    struct Cell
    {
        std::uint32_t hash = 0;
        std::int32_t number = -1; ///< −1 = free
    };

    static constexpr std::size_t kFewestCells = 16;

    [[nodiscard]] std::size_t mask() const { return m_cells.size() - 1; }

    void enter(Cell entry)
    {
        std::size_t cell = entry.hash & mask();
        while (m_cells[cell].number >= 0)
            cell = (cell + 1) & mask();
        m_cells[cell] = entry;
    }

    void grow()
    {
        const std::vector<Cell> before =
            std::exchange(m_cells, std::vector<Cell>(std::max(2 * m_cells.size(), kFewestCells)));
        for (const Cell &entry : before)
            if (entry.number >= 0)
                enter(entry);
    }

    std::vector<Cell> m_cells; ///< their number is a power of two
    std::size_t m_taken = 0;
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/model/chunked_array.h"
#include "core/model/entities.h"
#include "core/model/slot_index.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace bomay {

/// The rows of one kind by id. Rows come out in the order in which their ids first came in, so that equal histories
/// give equal walks; a removed row leaves a hole that its id fills again when it comes back.
template <typename Entity>
class Table
{
public:
    [[nodiscard]] const Entity *find(Id<Entity> id) const
    {
        const int slot = slotOf(id);
        return slot >= 0 && m_slots[uz(slot)].isThere ? &m_slots[uz(slot)].row : nullptr;
    }

    /// Where a row stands among those that come out: a later row has a larger number; holes count. −1 = not there.
    [[nodiscard]] int position(Id<Entity> id) const
    {
        const int slot = slotOf(id);
        return slot >= 0 && m_slots[uz(slot)].isThere ? slot : -1;
    }

    /// The row at a position, or null where it went.
    [[nodiscard]] const Entity *at(int position) const
    {
        return m_slots[uz(position)].isThere ? &m_slots[uz(position)].row : nullptr;
    }

    /// Number of rows, holes not counted.
    [[nodiscard]] int size() const { return m_size; }

    /// The row that it takes the place of comes back.
    std::optional<Entity> put(Entity &&row)
    {
        const int found = slotOf(row.id);
        if (found < 0) {
            ++m_size;
            m_index.add(row.id.uid);
            Slot &slot = m_slots.append();
            slot.row = std::move(row);
            slot.isThere = true;
            return std::nullopt;
        }
        Slot &slot = m_slots[uz(found)];
        const bool wasThere = std::exchange(slot.isThere, true);
        if (!wasThere)
            ++m_size;
        Entity before = std::exchange(slot.row, std::move(row));
        return wasThere ? std::optional(std::move(before)) : std::nullopt;
    }

    /// The row that was removed, if it was there.
    std::optional<Entity> remove(Id<Entity> id)
    {
        const int found = slotOf(id);
        if (found < 0 || !std::exchange(m_slots[uz(found)].isThere, false))
            return std::nullopt;
        --m_size;
        Entity hole;
        hole.id = id;
        return std::exchange(m_slots[uz(found)].row, std::move(hole));
    }

    /// Walks the rows that are there: `for (const Unit &unit : table)`.
    class Iterator
    {
    public:
        using value_type = Entity;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const Table *table, std::size_t index)
            : m_table(table)
            , m_index(index)
        {
            skipHoles();
        }
        const Entity &operator*() const { return m_table->m_slots[m_index].row; }
        Iterator &operator++()
        {
            ++m_index;
            skipHoles();
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator &a, const Iterator &b) { return a.m_index == b.m_index; }

    private:
        void skipHoles()
        {
            while (m_index < m_table->m_slots.size() && !m_table->m_slots[m_index].isThere)
                ++m_index;
        }

        const Table *m_table = nullptr;
        std::size_t m_index = 0;
    };

    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, m_slots.size()}; }

private:
    /// A row, or the hole that it left: that keeps the id.
    struct Slot
    {
        Entity row;
        bool isThere = false;
    };

    [[nodiscard]] int slotOf(Id<Entity> id) const
    {
        return m_index.find(id.uid, [&](int slot) { return m_slots[uz(slot)].row.id == id; });
    }

    SlotIndex m_index;
    ChunkedArray<Slot> m_slots;
    int m_size = 0;
};

} // namespace bomay

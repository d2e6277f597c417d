// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/model/entities.h"
#include "core/model/slot_index.h"

#include <cstddef>
#include <deque>
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
        const int slot = m_slots.find(id.uid);
        return slot >= 0 && m_rows[uz(slot)] ? &*m_rows[uz(slot)] : nullptr;
    }

    /// Where a row stands among those that come out: a later row has a larger number; holes count. −1 = not there.
    [[nodiscard]] int position(Id<Entity> id) const
    {
        const int slot = m_slots.find(id.uid);
        return slot >= 0 && m_rows[uz(slot)] ? slot : -1;
    }

    /// Number of rows, holes not counted.
    [[nodiscard]] int size() const { return m_size; }

    /// The row that it takes the place of comes back.
    std::optional<Entity> put(Entity row)
    {
        const int slot = m_slots.findOrAdd(row.id.uid);
        if (slot == sizeOf(m_rows)) {
            ++m_size;
            m_rows.emplace_back(std::move(row));
            return std::nullopt;
        }
        if (!m_rows[uz(slot)])
            ++m_size;
        return std::exchange(m_rows[uz(slot)], std::move(row));
    }

    /// The row that was removed, if it was there.
    std::optional<Entity> remove(Id<Entity> id)
    {
        const int slot = m_slots.find(id.uid);
        if (slot < 0 || !m_rows[uz(slot)])
            return std::nullopt;
        --m_size;
        return std::exchange(m_rows[uz(slot)], std::nullopt);
    }

    /// Walks the rows that are there: `for (const Unit &unit : table)`.
    class Iterator
    {
    public:
        using Slots = std::deque<std::optional<Entity>>;
        using value_type = Entity;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const Slots *rows, std::size_t index)
            : m_rows(rows)
            , m_index(index)
        {
            skipHoles();
        }
        const Entity &operator*() const { return *(*m_rows)[m_index]; }
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
            while (m_index < m_rows->size() && !(*m_rows)[m_index])
                ++m_index;
        }

        const Slots *m_rows = nullptr;
        std::size_t m_index = 0;
    };

    [[nodiscard]] Iterator begin() const { return {&m_rows, 0}; }
    [[nodiscard]] Iterator end() const { return {&m_rows, m_rows.size()}; }

private:
    SlotIndex m_slots;
    /// A deque never moves rows to grow, and holds no room for twice as many.
    std::deque<std::optional<Entity>> m_rows;
    int m_size = 0;
};

} // namespace bomay

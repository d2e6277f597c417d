// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/numbers.h"
#include "core/model/entities.h"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bomay {

/// The rows of one kind by id. Rows come out in the order in which their ids first came in, so that equal histories
/// give equal walks; a removed row leaves a hole that its id fills again when it comes back.
template <typename Entity>
class Table
{
public:
    [[nodiscard]] const Entity *find(Id<Entity> id) const
    {
        const auto found = m_slots.find(id);
        if (found == m_slots.end() || !m_rows[found->second])
            return nullptr;
        return &*m_rows[found->second];
    }

    /// Where a row stands among those that come out: a later row has a larger number; holes count. −1 = not there.
    [[nodiscard]] std::ptrdiff_t position(Id<Entity> id) const
    {
        const auto found = m_slots.find(id);
        return found == m_slots.end() || !m_rows[found->second] ? -1 : static_cast<std::ptrdiff_t>(found->second);
    }

    /// Number of rows, holes not counted.
    [[nodiscard]] int size() const { return m_size; }

    /// The row that it takes the place of comes back.
    std::optional<Entity> put(Entity row)
    {
        const auto [slot, isNew] = m_slots.try_emplace(row.id, m_rows.size());
        if (isNew)
            m_rows.emplace_back();
        if (!m_rows[slot->second])
            ++m_size;
        return std::exchange(m_rows[slot->second], std::move(row));
    }

    /// The row that was removed, if it was there.
    std::optional<Entity> remove(Id<Entity> id)
    {
        const auto found = m_slots.find(id);
        if (found == m_slots.end() || !m_rows[found->second])
            return std::nullopt;
        --m_size;
        return std::exchange(m_rows[found->second], std::nullopt);
    }

    void reserve(int count)
    {
        m_slots.reserve(uz(count));
        m_rows.reserve(uz(count));
    }

    /// Walks the rows that are there: `for (const Unit &unit : table)`.
    class Iterator
    {
    public:
        using Slots = std::vector<std::optional<Entity>>;
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
    std::unordered_map<Id<Entity>, std::size_t> m_slots;
    std::vector<std::optional<Entity>> m_rows;
    int m_size = 0;
};

} // namespace bomay

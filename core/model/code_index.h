// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hash_cells.h"
#include "core/model/table.h"

#include <QHashFunctions>
#include <QList>
#include <QString>

#include <algorithm>
#include <vector>

namespace bomay {

/// Finds the rows of a table by their codes. A row that got another code, or went, is not taken out: who asks is shown
/// only rows that have the code now.
template <typename Entity>
class CodeIndex
{
public:
    /// To be called when a row has come into the table or got another code.
    void add(const Table<Entity> &table, const Entity &row)
    {
        const int position = table.position(row.id);
        const std::uint32_t hash = hashOf(row.code);
        if (m_cells.find(hash, [position](int known) { return known == position; }) < 0)
            m_cells.add(hash, position);
    }

    /// In the order of the table.
    [[nodiscard]] QList<Id<Entity>> owners(const Table<Entity> &table, const QString &code) const
    {
        std::vector<int> positions;
        const auto collect = [&](int position) {
            const Entity *row = table.at(position);
            if (row != nullptr && row->code == code)
                positions.push_back(position);
            return false;
        };
        (void)m_cells.find(hashOf(code), collect);
        std::ranges::sort(positions);
        QList<Id<Entity>> ids;
        for (const int position : positions)
            ids.append(table.at(position)->id);
        return ids;
    }

    /// False: no row but this one has its code. True: there may be others.
    [[nodiscard]] bool mayShare(const Entity &row) const
    {
        int count = 0;
        return m_cells.find(hashOf(row.code), [&count](int /*position*/) { return ++count > 1; }) >= 0;
    }

private:
    [[nodiscard]] static std::uint32_t hashOf(const QString &code)
    {
        const std::size_t hash = qHash(code);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }

    HashCells m_cells;
};

} // namespace bomay

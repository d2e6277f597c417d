// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"

#include <unordered_map>

namespace bomay {

/// Collects the row images of one change over a fixed organisation. It sees its own earlier images: putting a row twice
/// gives one image. Rows that end as they began give none. Nothing is checked here; `Transaction` does that.
class ChangeBuilder
{
public:
    explicit ChangeBuilder(const Organisation &organisation);

    /// The row as this change would leave it so far.
    template <typename Entity>
    [[nodiscard]] std::optional<Entity> find(Id<Entity> id) const
    {
        const std::optional<Row> found = row(keyOf(id));
        return found ? std::optional<Entity>(std::get<Entity>(*found)) : std::nullopt;
    }

    void put(Row row);
    void remove(const RowKey &key);

    [[nodiscard]] bool isEmpty() const;

    /// The images in the order of `sortForTransaction`.
    [[nodiscard]] std::vector<RowImage> takeImages();

private:
    [[nodiscard]] std::optional<Row> row(const RowKey &key) const;

    const Organisation &m_organisation;
    std::vector<RowImage> m_images;
    std::unordered_map<RowKey, std::size_t> m_positions;
};

} // namespace bomay

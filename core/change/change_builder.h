// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/change.h"
#include "core/model/slot_index.h"

#include <array>

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

    /// About so many rows of a kind are to be put: images are heavy to move when there are more than was thought.
    void expect(RowKind kind, std::size_t rows);
    void put(Row row);
    void remove(const RowKey &key);

    [[nodiscard]] bool isEmpty() const;

    /// The images in the order of `sortForTransaction`.
    [[nodiscard]] std::vector<RowImage> takeImages();

private:
    /// The images of one kind of row in the order in which they first came; their places are the numbers of `slots`.
    struct ImagesOfKind
    {
        SlotIndex slots = {};
        std::vector<RowImage> images = {};
    };

    [[nodiscard]] std::optional<Row> row(const RowKey &key) const;
    /// The image of a row, new where there was none.
    RowImage &imageOf(const RowKey &key);
    [[nodiscard]] int placeOf(const RowKey &key) const;

    const Organisation &m_organisation;
    std::array<ImagesOfKind, static_cast<std::size_t>(kRowKinds)> m_kinds;
};

} // namespace bomay

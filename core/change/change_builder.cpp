// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"

#include "core/base/numbers.h"

#include <algorithm>

namespace bomay {

ChangeBuilder::ChangeBuilder(const Organisation &organisation)
    : m_organisation(organisation)
{}

int ChangeBuilder::placeOf(const RowKey &key) const
{
    const auto &[slots, images] = m_kinds[static_cast<std::size_t>(key.kind)];
    return slots.find(key.uid, [&](int place) { return images[uz(place)].key.uid == key.uid; });
}

std::optional<Row> ChangeBuilder::row(const RowKey &key) const
{
    const int place = placeOf(key);
    return place >= 0 ? m_kinds[static_cast<std::size_t>(key.kind)].images[uz(place)].after : m_organisation.row(key);
}

RowImage &ChangeBuilder::imageOf(const RowKey &key)
{
    auto &[slots, images] = m_kinds[static_cast<std::size_t>(key.kind)];
    if (const int place = placeOf(key); place >= 0)
        return images[uz(place)];
    slots.add(key.uid);
    return images.emplace_back(key, m_organisation.row(key), std::nullopt);
}

void ChangeBuilder::expect(RowKind kind, std::size_t rows)
{
    std::vector<RowImage> &images = m_kinds[static_cast<std::size_t>(kind)].images;
    images.reserve(images.size() + rows);
}

void ChangeBuilder::put(Row row)
{
    imageOf(keyOf(row)).after = std::move(row);
}

void ChangeBuilder::remove(const RowKey &key)
{
    imageOf(key).after.reset();
}

bool ChangeBuilder::isEmpty() const
{
    return std::ranges::all_of(m_kinds, [](const ImagesOfKind &kind) {
        return std::ranges::all_of(kind.images, [](const RowImage &image) { return image.before == image.after; });
    });
}

std::vector<RowImage> ChangeBuilder::takeImages()
{
    std::size_t count = 0;
    for (const ImagesOfKind &kind : m_kinds)
        count += kind.images.size();
    std::vector<RowImage> images;
    images.reserve(count);
    for (auto &[slots, ofKind] : m_kinds) {
        for (RowImage &image : ofKind)
            if (image.before != image.after)
                images.push_back(std::move(image));
        ofKind = {};
        slots = {};
    }
    sortForTransaction(images);
    return images;
}

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/change_builder.h"

#include <algorithm>

namespace bomay {

ChangeBuilder::ChangeBuilder(const Organisation &organisation)
    : m_organisation(organisation)
{}

std::optional<Row> ChangeBuilder::row(const RowKey &key) const
{
    const auto position = m_positions.find(key);
    return position != m_positions.end() ? m_images[position->second].after : m_organisation.row(key);
}

void ChangeBuilder::put(Row row)
{
    const RowKey key = keyOf(row);
    const auto [position, isNew] = m_positions.try_emplace(key, m_images.size());
    if (isNew)
        m_images.push_back({key, m_organisation.row(key), std::move(row)});
    else
        m_images[position->second].after = std::move(row);
}

void ChangeBuilder::remove(const RowKey &key)
{
    const auto [position, isNew] = m_positions.try_emplace(key, m_images.size());
    if (isNew)
        m_images.push_back({key, m_organisation.row(key), std::nullopt});
    else
        m_images[position->second].after.reset();
}

bool ChangeBuilder::isEmpty() const
{
    return std::ranges::all_of(m_images, [](const RowImage &image) { return image.before == image.after; });
}

std::vector<RowImage> ChangeBuilder::takeImages()
{
    std::erase_if(m_images, [](const RowImage &image) { return image.before == image.after; });
    sortForTransaction(m_images);
    m_positions.clear();
    return std::move(m_images);
}

} // namespace bomay

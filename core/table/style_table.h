// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/workbook.h"

#include <QHash>

#include <utility>

namespace bomay {

/// Numbers the looks of a workbook, each once; 0 is the plain one.
class StyleTable
{
public:
    StyleTable() { m_indexes.insert({QString(), 0}, 0); }

    [[nodiscard]] std::uint32_t indexOf(const CellLook &style)
    {
        const std::pair key(style.font, style.indent * 2 + (style.bold ? 1 : 0));
        const auto found = m_indexes.constFind(key);
        if (found != m_indexes.constEnd())
            return *found;
        const auto index = static_cast<std::uint32_t>(m_styles.size());
        m_styles.push_back(style);
        m_indexes.insert(key, index);
        return index;
    }

    [[nodiscard]] const CellLook &operator[](std::uint32_t index) const { return m_styles.at(index); }
    [[nodiscard]] std::vector<CellLook> take() { return std::move(m_styles); }

private:
    std::vector<CellLook> m_styles{CellLook{}};
    QHash<std::pair<QString, int>, std::uint32_t> m_indexes;
};

} // namespace bomay

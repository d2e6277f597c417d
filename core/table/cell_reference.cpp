// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/cell_reference.h"

#include "core/table/table_limits.h"

namespace bomay {

std::optional<std::uint32_t> parseIndex(std::string_view text)
{
    // There is one in each tag, and this loop takes half the time of from_chars.
    constexpr std::size_t kMostDigits = 9; // fits in any case; no sheet has larger numbers
    if (text.empty() || text.size() > kMostDigits)
        return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

std::optional<CellReference> parseReference(std::string_view text)
{
    int column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + (text[at] - 'A' + 1);
        if (column > kMaxColumns)
            return std::nullopt;
    }
    const std::optional<std::uint32_t> row = parseIndex(text.substr(at));
    if (column == 0 || !row || *row == 0 || *row > kMaxRows)
        return std::nullopt;
    return CellReference{static_cast<int>(*row), column};
}

} // namespace bomay

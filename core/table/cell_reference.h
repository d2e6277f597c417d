// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bomay {

/// Where a cell stands as files write it ("B7"), from 1.
struct CellReference
{
    int row = 0;
    int column = 0;

    friend auto operator<=>(const CellReference &, const CellReference &) = default;
};

/// "B7", within the bounds of a sheet.
[[nodiscard]] std::optional<CellReference> parseReference(std::string_view text);

/// A whole number from 0 and nothing else.
[[nodiscard]] std::optional<std::uint32_t> parseIndex(std::string_view text);

} // namespace bomay

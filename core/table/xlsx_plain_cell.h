// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bomay {

/// A cell of a sheet part as nearly all are written: `<c r="B7" s="1" t="s"><v>0</v></c>`, with or without s and t.
struct XlsxPlainCell
{
    std::string_view reference;
    std::optional<std::string_view> style;
    std::string_view type = "n";
    std::string_view value;
    std::size_t length = 0; ///< of the whole element, bytes
};

/// The cell that begins an XML text; nothing where it is written in any other way, however slightly: the XML scanner
/// reads those. A sheet is read in half the time by not asking of each of these what else it could be.
[[nodiscard]] std::optional<XlsxPlainCell> plainCellAt(std::string_view xml);

/// A shared string as nearly all are written: `<si><t>Sở Nội vụ</t></si>`, with nothing to resolve or to trim.
struct XlsxPlainString
{
    std::string_view text;
    std::size_t length = 0; ///< of all of it
};

/// Nothing where something else stands at the front of the XML.
[[nodiscard]] std::optional<XlsxPlainString> plainStringAt(std::string_view xml);

} // namespace bomay

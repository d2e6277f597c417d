// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRawFont>

#include <cstdint>
#include <vector>

namespace bomay {

/// A TrueType font with a few glyphs of another one.
struct TrueTypeSubset
{
    QByteArray file;
    std::vector<std::uint16_t> advances; ///< by glyph of the subset, in thousandths of the em
};

/// The glyphs of a TrueType font that a text needs, renumbered in the order given, with those that they are composed
/// of behind them; without hinting, as paper has no pixels. Glyph 0 (the missing letter) should come first. Empty
/// where the font has no TrueType outlines, or is damaged. Format: OpenType 1.9, tables glyf, loca, hmtx, hhea, maxp.
[[nodiscard]] TrueTypeSubset subsetOf(const QRawFont &font, const std::vector<std::uint16_t> &glyphs);

} // namespace bomay

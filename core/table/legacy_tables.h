// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace bomay {

/// A Vietnamese letter outside ASCII and its codes in the encodings from before Unicode. The tables of the program
/// xvnkb, agreeing with iconv where iconv knows the encoding.
struct LegacyLetter
{
    char16_t letter;
    unsigned char tcvn3; ///< as the ABC fonts have it: few capitals, the others are lower case in a font "…H"; 0 = none
    const char *vni;     ///< one byte, or a letter and its mark
    unsigned char vps;   ///< capitals that share the code of their lower case stand before it
};
[[nodiscard]] std::span<const LegacyLetter> legacyLetters();

struct LegacyByte
{
    unsigned char byte;
    char16_t character;
};
/// Where Windows-1258 differs from Windows-1252 above 0xA0.
[[nodiscard]] std::span<const LegacyByte> windows1258Bytes();

/// The characters of Windows-1252 for the bytes 0x80 to 0x9F, 0 where there is none.
[[nodiscard]] std::span<const char16_t> windows1252Controls();

} // namespace bomay

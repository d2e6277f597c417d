// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bomay {

/// Ways in which Vietnamese was written before Unicode was everywhere. A file keeps the codes as if they were Latin-1
/// characters, and only the font (or the eye) tells what they mean.
enum class LegacyEncoding {
    None,
    Tcvn3,       ///< ABC fonts: .VnTime, .VnArial …
    Vni,         ///< VNI-Windows: VNI-Times …; a letter and its mark are two characters
    Viqr,        ///< ASCII only: "Vie^.t Nam"
    Vps,         ///< VPS fonts
    Windows1258, ///< letters and combining tone marks of the code page
    Decomposed,  ///< Unicode, but not in NFC
};

/// "TCVN3", "VNI-Windows" …; for messages. Empty for None.
[[nodiscard]] QString legacyEncodingName(LegacyEncoding encoding);

/// What a font says of the text in it.
struct LegacyFont
{
    LegacyEncoding encoding = LegacyEncoding::None;
    bool capitals = false; ///< ".VnTimeH": lower-case codes drawn as capitals

    friend bool operator==(const LegacyFont &, const LegacyFont &) = default;
};

/// By the font's name: ".VnTime", ".VnArialH", "VnTimeH", "VNI-Times", "VPS Times" …, whatever the case.
[[nodiscard]] LegacyFont legacyFontOf(QStringView fontName);

struct DecodedText
{
    QString text;
    int letters = 0; ///< Vietnamese letters that came from codes
    int unknown = 0; ///< characters outside ASCII that mean nothing in the encoding; they stay as they are
};

/// Text whose characters are the codes (Latin-1, or Windows-1252 for 0x80 to 0x9F) as Unicode in NFC. Characters above
/// U+00FF that are no codes stay and are unknown. Capitals as the font says.
[[nodiscard]] DecodedText decodeLegacy(QStringView codes, LegacyFont font);

/// The opposite, in Latin-1 characters; encodeLegacy(decodeLegacy(x).text) == x for every x without unknown characters
/// and in the encoding's own spelling. Nothing where a letter has no code.
[[nodiscard]] std::optional<QString> encodeLegacy(QStringView text, LegacyFont font);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/fonts.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace bomay {

/// The fonts of one PDF: gives every letter of a face a code in the order of first use, and in the end embeds the
/// glyphs that were used. Each code stands for one character, so that copied text is what was written, also where two
/// characters look alike or the font has no glyph.
class PdfFonts
{
public:
    explicit PdfFonts(PaperFace face)
        : m_paperFace(face)
    {}

    /// The number under which the resources name the face: 1 for "/F1".
    [[nodiscard]] static int numberOf(const FontSpec &font);
    /// Appends a text as the inside of a PDF string of two bytes for each letter.
    void encode(QStringView text, const FontSpec &font, std::string &out);
    /// The dictionary of the fonts used, to be called once every page is written. Errors: `damaged-font-table`.
    [[nodiscard]] Result<> addTo(QPDF &pdf, QPDFObjectHandle &dictionary) const;

private:
    static constexpr int kLowLetters = 0x2000; ///< codes of letters below are in an array

    struct Face
    {
        FontSpec spec;
        QRawFont font;
        std::vector<std::uint16_t> lowCodes; ///< by letter; 0 = not used yet
        std::vector<std::pair<char32_t, std::uint16_t>> highCodes;
        std::vector<char32_t> letters = {0};     ///< by code
        std::vector<std::uint16_t> glyphs = {0}; ///< of the font, by code
    };

    [[nodiscard]] Face &faceOf(const FontSpec &font);
    [[nodiscard]] static std::uint16_t codeOf(Face &face, char32_t letter);
    [[nodiscard]] static std::uint16_t newCode(Face &face, char32_t letter);
    [[nodiscard]] static Result<QPDFObjectHandle> fontOf(QPDF &pdf, const Face &face);

    PaperFace m_paperFace;
    std::array<std::optional<Face>, kFontFaces> m_faces;
};

} // namespace bomay

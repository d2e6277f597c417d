// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/chart/text_measurer.h"

#include <QHash>

#include <array>
#include <vector>

namespace bomay {

/// The glyph advances of the built-in fonts, read from the tables that the build makes beside the font files. Measuring
/// needs no font engine and gives the same figure on every machine.
class FontTable final : public TextMeasurer
{
public:
    /// Reads ":/fonts/*.adv". An error is a defect of the build.
    [[nodiscard]] static Result<FontTable> builtIn();

    [[nodiscard]] double width(QStringView text, const FontSpec &font) const override;
    [[nodiscard]] double ascent(const FontSpec &font) const override;
    [[nodiscard]] double descent(const FontSpec &font) const override;

private:
    struct Face
    {
        double unitsPerEm = 1;
        double ascent = 0;  ///< font units, above the baseline
        double descent = 0; ///< font units, below the baseline
        std::uint16_t missing = 0;
        std::vector<std::uint16_t> lowAdvances;  ///< of U+0000 to U+1EFF, where Vietnamese lives
        QHash<char32_t, std::uint16_t> advances; ///< of the rest
    };

    [[nodiscard]] static Result<Face> readFace(const QString &path);
    [[nodiscard]] const Face &face(const FontSpec &font) const;

    std::array<Face, kFontFaces> m_faces;
};

/// The file name of a built-in face without its ending: "BoMaySerif-BoldItalic".
[[nodiscard]] QString fontFileName(const FontSpec &font);

} // namespace bomay

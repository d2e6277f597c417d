// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/display_list.h"

#include <QStringList>

namespace bomay {

/// Port: how wide and high letters are. The program measures with the built-in fonts' tables, tests with round numbers.
class TextMeasurer
{
public:
    virtual ~TextMeasurer() = default;

    /// Width in mm: the sum of unhinted glyph advances, without kerning and ligatures.
    [[nodiscard]] virtual double width(QStringView text, const FontSpec &font) const = 0;
    /// How far ink can rise above and fall below the baseline, in mm, stacked Vietnamese capitals included.
    [[nodiscard]] virtual double ascent(const FontSpec &font) const = 0;
    [[nodiscard]] virtual double descent(const FontSpec &font) const = 0;

    /// From baseline to baseline.
    [[nodiscard]] double lineHeight(const FontSpec &font) const { return 1.08 * (ascent(font) + descent(font)); }
};

/// Breaks a text at spaces into as few lines of at most `maxWidth` mm as it needs, and these as even as can be, so that
/// no single word is left over, but rather between words of several syllables than within one ("Phó Chủ tịch | Ủy ban
/// nhân dân"); where only one line more keeps all of them whole, it has that ("Văn phòng | Hội đồng nhân dân | và Ủy
/// ban nhân dân"). A syllable that is wider stands alone and is not broken. Never empty.
[[nodiscard]] QStringList wrapText(const QString &text, const FontSpec &font, double maxWidth,
                                   const TextMeasurer &measurer);

} // namespace bomay

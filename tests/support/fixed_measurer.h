// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/text_measurer.h"

namespace bomay {

/// Letters with round numbers: half as wide as the font's size in mm, so that tests can be reckoned by hand.
class FixedMeasurer final : public TextMeasurer
{
public:
    [[nodiscard]] double width(QStringView text, const FontSpec &font) const override
    {
        return 0.5 * static_cast<double>(text.size()) * font.size * kMillimetresPerPoint;
    }
    [[nodiscard]] double ascent(const FontSpec &font) const override { return 0.9 * font.size * kMillimetresPerPoint; }
    [[nodiscard]] double descent(const FontSpec &font) const override
    {
        return 0.25 * font.size * kMillimetresPerPoint;
    }
};

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/messages.h"

namespace bomay {

// How days are written in what people read: 31/12/2021 in Vietnamese, 2021-12-31 in English.

[[nodiscard]] inline QString dayText(Day day, Language language)
{
    return language == Language::Vietnamese ? day.toVietnamese() : day.toIso();
}

/// Empty where nothing is known.
[[nodiscard]] inline QString dateText(const PartialDate &date, Language language)
{
    if (date.isEmpty())
        return {};
    return language == Language::Vietnamese ? date.toVietnamese() : date.toIso();
}

} // namespace bomay

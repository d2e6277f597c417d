// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/messages.h"
#include "core/base/text_view.h"
#include "core/model/vocabulary.h"

namespace bomay {

/// A value of a vocabulary in the words of a language: "Trái quy định".
template <typename Enum>
[[nodiscard]] QString termText(Enum value, Language language)
{
    const Term<Enum> &term = termOf(value);
    return toQString(language == Language::Vietnamese ? term.vi : term.en);
}

} // namespace bomay

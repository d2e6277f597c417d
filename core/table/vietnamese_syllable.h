// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bomay {

/// Whether a word is built as Vietnamese syllables are: initial consonants, a vowel group that exists, final
/// consonants, at most one tone, and before c, ch, p, t none but sắc and nặng. No dictionary: "ngoéc" passes.
/// NFC; the case does not matter.
[[nodiscard]] bool isVietnameseSyllable(QStringView word);

} // namespace bomay

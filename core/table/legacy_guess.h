// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/legacy_encoding.h"

#include <QString>

#include <span>

namespace bomay {

/// Which encoding texts without a telling font are in.
struct LegacyGuess
{
    LegacyEncoding encoding = LegacyEncoding::None;
    double confidence = 0; ///< the share of words with marks that are Vietnamese syllables, read so
};

/// How much of a text looks Vietnamese: words with letters outside ASCII, and how many of them are syllables. A letter
/// alone tells nothing: in lists it is a mark or a code, and every code is some letter in some encoding.
struct VietnameseScore
{
    int words = 0;
    int syllables = 0;
};
[[nodiscard]] VietnameseScore vietnameseScore(QStringView text);

/// Whether the text has letters that no legacy encoding could hold as codes: it is Unicode already.
[[nodiscard]] bool isSurelyUnicode(QStringView text);

/// A text and how often it stands there; lists repeat their words thousands of times.
struct CountedText
{
    QString text;
    int count = 1;
};

/// The encoding in which nearly all words with marks become Vietnamese syllables, and clearly more than now; else one
/// in which several texts become Vietnamese altogether that are not yet, for workbooks pasted together. None where
/// there is too little to tell by (five words), or where the texts are as well what they are. `texts` hold codes as
/// Latin-1 characters. VIQR is told by its shapes ("a^", "o+", "dd"), not by full stops behind vowels.
[[nodiscard]] LegacyGuess guessLegacyEncoding(std::span<const CountedText> texts);

} // namespace bomay

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/legacy_guess.h"

#include "core/table/legacy_tables.h"
#include "core/table/vietnamese_syllable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr int kFewestSyllables = 5;

/// Calls `take` for each run of letters.
template <typename Take>
void forEachWord(QStringView text, Take take)
{
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && (text[end].isLetter() || text[end].isMark()))
            ++end;
        if (end > i)
            take(text.sliced(i, end - i));
        i = std::max(end, i + 1);
    }
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool isCode(QChar character)
{
    return character.unicode() < 0x100 ||
           std::ranges::find(windows1252Controls(), character.unicode()) != windows1252Controls().end();
}

/// Words that were spelled with a shape: "nha^n", "ddo^ng". A tone alone also stands behind English words, a shape
/// behind a letter alone is a blood group ("O+") or an exponent, and one in front of a digit a sum or a code
/// ("U+0041").
int viqrShapes(QStringView text)
{
    int shapes = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const QChar first = text[i].toLower();
        const QChar second = text[i + 1].toLower();
        const QChar before = i > 0 ? text[i - 1] : QChar();
        const QChar behind = i + 2 < text.size() ? text[i + 2] : QChar();
        const bool isShaped = (second == u'^' && u"aeo"_s.contains(first)) || (second == u'(' && first == u'a') ||
                              ((second == u'+' || second == u'*') && u"ou"_s.contains(first)) ||
                              (first == u'd' && second == u'd' && !before.isLetter());
        shapes += isShaped && (before.isLetter() || behind.isLetter()) && !behind.isDigit() ? 1 : 0;
    }
    return shapes;
}

} // namespace

VietnameseScore vietnameseScore(QStringView text)
{
    VietnameseScore score;
    forEachWord(text, [&](QStringView word) {
        if (isAscii(word) || word.size() < 2)
            return;
        ++score.words;
        score.syllables += isVietnameseSyllable(word) ? 1 : 0;
    });
    return score;
}

bool isSurelyUnicode(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return !isCode(c) && (c.isLetter() || c.isMark()); });
}

namespace {

constexpr LegacyEncoding kCandidates[] = {LegacyEncoding::Tcvn3, LegacyEncoding::Vni, LegacyEncoding::Vps,
                                          LegacyEncoding::Windows1258, LegacyEncoding::Viqr};

/// For texts of several encodings: the one that makes the most of them Vietnamese from the first word to the last, of
/// those that are not so already.
LegacyGuess guessOfSome(std::span<const CountedText> texts, bool hasViqr)
{
    constexpr int kFewestTexts = 3;
    constexpr int kFewestOfSome = 8; // they were picked for fitting, so more must be there
    LegacyGuess best;
    int most = 0;
    for (const LegacyEncoding encoding : kCandidates) {
        if (encoding == LegacyEncoding::Viqr && !hasViqr)
            continue;
        int fitting = 0;
        int syllables = 0;
        int words = 0;
        for (const auto &[text, count] : texts) {
            const VietnameseScore now = vietnameseScore(text);
            const DecodedText decoded = decodeLegacy(text, {encoding, false});
            const VietnameseScore then = vietnameseScore(decoded.text);
            const bool isVietnameseNow = now.words > 0 && now.syllables == now.words;
            words += then.words * count;
            if (isVietnameseNow || then.words == 0 || decoded.unknown > 0 || then.syllables < then.words)
                continue;
            fitting += count;
            syllables += then.syllables * count;
        }
        if (fitting >= kFewestTexts && syllables >= kFewestOfSome && syllables > most) {
            most = syllables;
            best = {encoding, static_cast<double>(syllables) / words};
        }
    }
    return best;
}

} // namespace

LegacyGuess guessLegacyEncoding(std::span<const CountedText> texts)
{
    int wordsNow = 0;
    int syllablesNow = 0;
    int shapes = 0;
    for (const auto &[text, count] : texts) {
        const VietnameseScore score = vietnameseScore(text);
        wordsNow += score.words * count;
        syllablesNow += score.syllables * count;
        shapes += viqrShapes(text) * count;
    }
    const auto share = [](int part, int whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };

    LegacyGuess best;
    const bool hasViqr = shapes >= kFewestSyllables;
    for (const LegacyEncoding encoding : kCandidates) {
        if (encoding == LegacyEncoding::Viqr && !hasViqr)
            continue;
        int words = 0;
        int syllables = 0;
        for (const auto &[text, count] : texts) {
            const DecodedText decoded = decodeLegacy(text, {encoding, false});
            const VietnameseScore score = vietnameseScore(decoded.text);
            words += (score.words + decoded.unknown) * count;
            syllables += score.syllables * count;
        }
        const double confidence = share(syllables, words);
        if (syllables >= kFewestSyllables && confidence > best.confidence)
            best = {encoding, confidence};
    }
    constexpr double kSure = 0.75;
    constexpr double kClearlyBetter = 0.2;
    if (best.confidence < kSure || best.confidence < share(syllablesNow, wordsNow) + kClearlyBetter)
        return guessOfSome(texts, hasViqr);
    return best;
}

} // namespace bomay

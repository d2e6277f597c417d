// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/vietnamese_syllable.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace bomay {

namespace {

constexpr QStringView kTones = u"\u0300\u0301\u0303\u0309\u0323";

/// A word without its tone.
struct TonelessWord
{
    QString letters; ///< NFC, lower case
    int tones = 0;
    QChar tone;
    qsizetype tonePlace = -1; ///< the letter that bears it
};

TonelessWord withoutTone(QStringView word)
{
    TonelessWord result;
    qsizetype letters = 0;
    for (const QChar part : word.toString().toLower().normalized(QString::NormalizationForm_D)) {
        if (kTones.contains(part)) {
            ++result.tones;
            result.tone = part;
            result.tonePlace = letters - 1;
        } else {
            result.letters += part;
            letters += part.isMark() ? 0 : 1;
        }
    }
    result.letters = result.letters.normalized(QString::NormalizationForm_C);
    return result;
}

/// What vowels that stand together ask of the rest of the word.
enum class Vowels {
    Plain,
    Glide, ///< the last one is but the end of a glide and bears no tone: "ải", not "aỉ"
    Closed ///< a consonant has to follow: without one it would be "ia", "ua", "ưa", and ă and â end no word
};

/// Nothing for vowels that do not stand together.
std::optional<Vowels> kindOf(QStringView vowels)
{
    static const QHash<QString, Vowels> kKinds = [] {
        QHash<QString, Vowels> kinds;
        const auto add = [&kinds](Vowels kind, const QString &all) {
            for (const QString &group : all.split(u' '))
                kinds.insert(group, kind);
        };
        add(Vowels::Plain, u"a e ê i o ô ơ u ư y oa oe ue uê uơ uy"_s);
        add(Vowels::Glide, u"ai ao au ay âu ây eo êu ia iu iêu yêu oai oao oay oeo oi ôi ơi ua ui uôi uya uyu uây uai "
                           "uao uay ueo uêu ưa ưi ươi ươu ưu"_s);
        add(Vowels::Closed, u"ă â iê yê oă oo ôô uâ uô ươ uă uyê"_s);
        return kinds;
    }();
    const auto found = kKinds.constFind(vowels.toString());
    return found == kKinds.constEnd() ? std::nullopt : std::optional(*found);
}

bool isVowel(QChar letter)
{
    return u"aăâeêioôơuưy"_s.contains(letter);
}

/// Vowels and what follows them, behind the initial consonants.
bool isRhyme(const TonelessWord &word, qsizetype initial)
{
    const QStringView letters = QStringView(word.letters).sliced(initial);
    qsizetype vowels = 0;
    while (vowels < letters.size() && isVowel(letters[vowels]))
        ++vowels;
    const std::optional<Vowels> kind = kindOf(letters.first(vowels));
    const QStringView final = letters.sliced(vowels);
    if (!kind || (kind == Vowels::Glide && word.tonePlace == initial + vowels - 1) ||
        (kind == Vowels::Closed && final.isEmpty()))
        return false;
    static constexpr std::array<QStringView, 5> kOpen{u"", u"m", u"n", u"ng", u"nh"};
    if (std::ranges::find(kOpen, final) != kOpen.end())
        return true;
    static constexpr std::array<QStringView, 4> kStopped{u"c", u"ch", u"p", u"t"};
    if (std::ranges::find(kStopped, final) == kStopped.end())
        return false;
    return word.tone == u'\u0301' || word.tone == u'\u0323';
}

} // namespace

bool isVietnameseSyllable(QStringView word)
{
    constexpr qsizetype kLongest = 7; // nghiêng
    const TonelessWord toneless = withoutTone(word);
    const QStringView letters = toneless.letters;
    if (letters.isEmpty() || letters.size() > kLongest || toneless.tones > 1)
        return false;
    // "gi" and "qu" are initials that end in a vowel letter; "gì" is g and i.
    static constexpr std::array<QStringView, 29> kInitials{
        u"",   u"b",   u"c",  u"ch", u"d",  u"đ", u"g",  u"gh", u"gi", u"h", u"k",  u"kh", u"l", u"m", u"n",
        u"ng", u"ngh", u"nh", u"p",  u"ph", u"q", u"qu", u"r",  u"s",  u"t", u"th", u"tr", u"v", u"x"};
    return std::ranges::any_of(kInitials, [&](QStringView initial) {
        return letters.startsWith(initial) && isRhyme(toneless, initial.size());
    });
}

} // namespace bomay

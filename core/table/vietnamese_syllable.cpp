// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/vietnamese_syllable.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

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
};

TonelessWord withoutTone(QStringView word)
{
    TonelessWord result;
    for (const QChar part : word.toString().toLower().normalized(QString::NormalizationForm_D)) {
        if (kTones.contains(part)) {
            ++result.tones;
            result.tone = part;
        } else {
            result.letters += part;
        }
    }
    result.letters = result.letters.normalized(QString::NormalizationForm_C);
    return result;
}

bool isVowelGroup(QStringView letters)
{
    static const QSet<QString> kGroups = [] {
        const QString all = u"a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê yê iu iêu yêu oa oă oe oai oao oay "
                            "oeo oo ôô oi ôi ơi ua uâ uê ue ui uô uôi uơ uy uya uyê uyu uây uă uai uao uay ueo "
                            "uêu ưa ưi ươ ươi ươu ưu"_s;
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return kGroups.contains(letters.toString());
}

bool isVowel(QChar letter)
{
    return u"aăâeêioôơuưy"_s.contains(letter);
}

/// Vowels and what follows them, behind the initial consonants.
bool isRhyme(QStringView letters, const TonelessWord &word)
{
    qsizetype vowels = 0;
    while (vowels < letters.size() && isVowel(letters[vowels]))
        ++vowels;
    if (!isVowelGroup(letters.first(vowels)))
        return false;
    const QStringView final = letters.sliced(vowels);
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
        return letters.startsWith(initial) && isRhyme(letters.sliced(initial.size()), toneless);
    });
}

} // namespace bomay

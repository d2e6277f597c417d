// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vietnamese_text.h"

#include <QChar>

#include <array>
#include <optional>
#include <string_view>

namespace bomay {

namespace {

/// Old and new placement of the tone in open syllables that end in oa, oe, uy: "hoà" and "hòa". The new one is kept.
/// "quý" keeps its tone on the y, as the u belongs to the consonant there.
struct TonePair
{
    std::u16string_view oldForm;
    std::u16string_view newForm;
};

constexpr std::array kTonePairs{
    TonePair{u"oà", u"òa"}, TonePair{u"oá", u"óa"}, TonePair{u"oả", u"ỏa"}, TonePair{u"oã", u"õa"},
    TonePair{u"oạ", u"ọa"}, TonePair{u"oè", u"òe"}, TonePair{u"oé", u"óe"}, TonePair{u"oẻ", u"ỏe"},
    TonePair{u"oẽ", u"õe"}, TonePair{u"oẹ", u"ọe"}, TonePair{u"uỳ", u"ùy"}, TonePair{u"uý", u"úy"},
    TonePair{u"uỷ", u"ủy"}, TonePair{u"uỹ", u"ũy"}, TonePair{u"uỵ", u"ụy"},
};

bool isDash(QChar c)
{
    return c == u'-' || (c >= u'\u2010' && c <= u'\u2015') || c == u'\u2212';
}

QString withNewTonePlacement(QString text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const QChar first = text.at(i);
        if (first != u'o' && first != u'u')
            continue;
        const bool closed = i + 2 < text.size() && text.at(i + 2).isLetter();
        const bool afterQ = i > 0 && text.at(i - 1) == u'q';
        if (closed || afterQ)
            continue;
        for (const auto &pair : kTonePairs) {
            if (first == pair.oldForm[0] && text.at(i + 1) == pair.oldForm[1]) {
                text[i] = pair.newForm[0];
                text[i + 1] = pair.newForm[1];
                break;
            }
        }
    }
    return text;
}

QString searchFoldAsAWhole(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        folded += (c == u'đ' || c == u'Đ') ? QChar(u'd') : c;
    }
    return folded.toCaseFolded().simplified();
}

/// In lower case, every dash between spaces.
QString dashedLower(const QString &text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C).toLower();
    QString folded;
    folded.reserve(composed.size() + 4);
    for (const QChar c : composed) {
        if (isDash(c))
            folded += QStringLiteral(" - ");
        else
            folded += c;
    }
    return folded.simplified();
}

/// A letter in two forms; 0 where that is more than one letter, or none.
struct Letter
{
    char16_t searched = 0; ///< as `searchFold` has it
    char16_t lower = 0;    ///< as `nameFold` has it
};

/// The letters of Latin scripts that are whole in NFC, as Vietnamese is written in nearly every file. A text of nothing
/// else is folded letter by letter, many times as fast as by its Unicode properties.
class PlainLetters
{
public:
    static const PlainLetters &all()
    {
        static const PlainLetters letters;
        return letters;
    }

    /// Null for a space, and for what may become another letter by what stands beside it.
    [[nodiscard]] const Letter *find(QChar c) const
    {
        const char16_t code = c.unicode();
        const Letter *letter = code < kLow                                       ? &m_low[code]
                               : code >= kFirstHigh && code < kFirstHigh + kHigh ? &m_high[code - kFirstHigh]
                                                                                 : nullptr;
        return letter != nullptr && letter->lower != 0 ? letter : nullptr;
    }

private:
    static constexpr char16_t kLow = 0x250;
    static constexpr char16_t kFirstHigh = 0x1E00; ///< Latin Extended Additional: most of the letters with marks
    static constexpr char16_t kHigh = 0x100;

    PlainLetters()
    {
        for (char16_t i = 0; i < kLow; ++i)
            m_low[i] = formsOf(i);
        for (char16_t i = 0; i < kHigh; ++i)
            m_high[i] = formsOf(static_cast<char16_t>(kFirstHigh + i));
    }

    static Letter formsOf(char16_t code)
    {
        const QString text{QChar(code)};
        const QString searched = searchFoldAsAWhole(text);
        const QString lower = dashedLower(text);
        const bool isWhole = text.normalized(QString::NormalizationForm_C) == text && !QChar(code).isSpace();
        if (!isWhole || searched.size() != 1 || lower.size() != 1)
            return {};
        return {searched.front().unicode(), lower.front().unicode()};
    }

    std::array<Letter, kLow> m_low;
    std::array<Letter, kHigh> m_high;
};

/// The text in one form of its letters, with single spaces; nothing where some letter must be looked at with those
/// beside it.
std::optional<QString> letterByLetter(QStringView text, char16_t Letter::*form)
{
    const PlainLetters &letters = PlainLetters::all();
    QString folded(text.size(), Qt::Uninitialized);
    QChar *end = folded.data();
    bool isAfterSpace = true; // or at the beginning
    for (const QChar c : text) {
        if (c == u' ') {
            if (!isAfterSpace)
                *end++ = c;
            isAfterSpace = true;
            continue;
        }
        const Letter *letter = letters.find(c);
        if (letter == nullptr || isDash(c))
            return std::nullopt;
        *end++ = QChar(letter->*form);
        isAfterSpace = false;
    }
    const qsizetype size = end - folded.data();
    folded.truncate(size > 0 && isAfterSpace ? size - 1 : size);
    return folded;
}

bool isTidy(QStringView text)
{
    const PlainLetters &letters = PlainLetters::all();
    bool isAfterSpace = true;
    for (const QChar c : text) {
        const bool isSpace = c == u' ';
        if (isSpace ? isAfterSpace : letters.find(c) == nullptr)
            return false;
        isAfterSpace = isSpace;
    }
    return text.isEmpty() || !isAfterSpace;
}

} // namespace

QString tidyName(QStringView text)
{
    return tidyName(text.toString());
}

QString tidyName(const QString &text)
{
    return isTidy(text) ? text : text.normalized(QString::NormalizationForm_C).simplified();
}

QString searchFold(QStringView text)
{
    auto folded = letterByLetter(text, &Letter::searched);
    return folded ? *std::move(folded) : searchFoldAsAWhole(text.toString());
}

QString nameFold(QStringView text)
{
    auto folded = letterByLetter(text, &Letter::lower);
    return withNewTonePlacement(folded ? *std::move(folded) : dashedLower(text.toString()));
}

} // namespace bomay

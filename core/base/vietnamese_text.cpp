// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/vietnamese_text.h"

#include <QChar>

#include <array>
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
        const bool closed = i + 2 < text.size() && text[i + 2].isLetter();
        const bool afterQ = i > 0 && text[i - 1] == u'q';
        if (closed || afterQ)
            continue;
        for (const auto &pair : kTonePairs) {
            if (text[i] == pair.oldForm[0] && text[i + 1] == pair.oldForm[1]) {
                text[i] = pair.newForm[0];
                text[i + 1] = pair.newForm[1];
                break;
            }
        }
    }
    return text;
}

} // namespace

QString tidyName(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_C).simplified();
}

QString searchFold(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        folded += (c == u'đ' || c == u'Đ') ? QChar(u'd') : c;
    }
    return folded.toCaseFolded().simplified();
}

QString nameFold(QStringView text)
{
    const QString composed = text.toString().normalized(QString::NormalizationForm_C).toLower();
    QString folded;
    folded.reserve(composed.size() + 4);
    for (const QChar c : composed) {
        if (isDash(c))
            folded += QStringLiteral(" - ");
        else
            folded += c;
    }
    return withNewTonePlacement(folded.simplified());
}

} // namespace bomay
